import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import document from '@tines-openapi/spec/openapi.json' with { type: 'json' };
import { operations } from '@tines-openapi/types/operations';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const declarations = readdirSync(dist).filter((name) => /\.d\.c?ts$/.test(name));
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: [],
};

/** The unions that are written in a file, each with the name that it stands under and how many members it has. */
function unionsOf(source: ts.SourceFile): { name: string; members: number }[] {
  const found: { name: string; members: number }[] = [];
  const visit = (node: ts.Node, name: string): void => {
    const named = (node as { name?: ts.Node }).name?.getText(source) ?? name;
    if (ts.isUnionTypeNode(node)) found.push({ name: named, members: node.types.length });
    ts.forEachChild(node, (child) => visit(child, named));
  };
  visit(source, '');
  return found;
}

describe('no union over 60 members', () => {
  test.each(declarations)('stands in %s', (name) => {
    const source = ts.createSourceFile(name, readFileSync(dist + name, 'utf8'), ts.ScriptTarget.Latest);
    expect(unionsOf(source).filter(({ members }) => members > 60)).toEqual([]);
  });

  test('would be overlooked', () => {
    const text = `interface A { b: (${Array.from({ length: 61 }, (_, index) => `'${index}'`).join(' | ')})[] }`;
    expect(unionsOf(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest))).toEqual([{ name: 'b', members: 61 }]);
  });
});

describe('an editor completes', () => {
  const known = document.components.schemas.AuditLogOperationName['x-extensible-enum'];
  const ids = operations.map(({ id }) => id);

  test.each([
    ['the known names of audit log entries', known, `import type { AuditLogOperationName } from './index.d.ts';`],
    ['the ids of operations', ids, `import type { OperationId as AuditLogOperationName } from './operations.d.ts';`],
  ])('%s', (_, expected, line) => {
    const text = `${line}\nexport const name: AuditLogOperationName = '';\n`;
    const completed = completionsAt(text, text.lastIndexOf("''") + 1);
    expect(completed.sort()).toEqual([...expected].sort());
  });
});

/** What TypeScript's language service offers at a place of a file that lies beside the types. */
function completionsAt(text: string, position: number): string[] {
  const file = `${dist}asked.ts`;
  const read = (name: string) => (name === file ? text : ts.sys.readFile(name));
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, allowImportingTsExtensions: true }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '0',
    getScriptSnapshot: (name) => {
      const content = read(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => dist,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: read,
  });
  return service.getCompletionsAtPosition(file, position, {})?.entries.map(({ name }) => name) ?? [];
}

// Counts are the same on every machine, and a type that multiplies shows in them first. The ten seconds are of processor time:
// a loaded machine makes the compiler wait, and not work.
test('the compiler reads all types with little work', () => {
  const before = process.cpuUsage();
  const files = declarations.filter((name) => name.endsWith('.d.ts')).map((name) => dist + name);
  const program = ts.createProgram({ rootNames: files, options });
  const wrong = program.getSemanticDiagnostics().map(({ messageText }) => messageText);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1_000_000;
  console.info(
    `${program.getTypeCount()} types, ${program.getInstantiationCount()} instantiations, ${seconds.toFixed(1)} s of work.`,
  );
  expect(wrong).toEqual([]);
  expect(program.getTypeCount()).toBeLessThan(35_000);
  expect(program.getInstantiationCount()).toBeLessThan(8_000);
  expect(seconds).toBeLessThan(10);
});
