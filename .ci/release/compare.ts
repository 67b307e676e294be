import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listOperations, type OpenApiDocument, type Operation, Reach, readPointer } from './document.ts';
import { root } from './packages.ts';
import { runToEnd } from './shell.ts';

/** What a change means for a program: it breaks, it can do more, or it does not notice. */
export type Impact = 'major' | 'minor' | 'patch';

/** A change from one document to another. */
export interface DocumentChange {
  impact: Impact;
  /** One sentence or phrase that says what changed. */
  text: string;
  /** The operations that it touches, in the order of the document. */
  operations: Operation[];
  /** The name of the shared part that changed, such as `Story`; or the part of the document outside of all operations. */
  part?: string;
}

/** A change as `redocly diff --format json` tells it. */
export interface RedoclyChange {
  path: string;
  kind: 'added' | 'removed' | 'modified';
  impact: Impact;
  verdicts: { message: string }[];
  property?: string;
  base?: Side;
  revision?: Side;
}

interface Side {
  pointer: string;
  value?: unknown;
}

/**
 * Compares two documents by `redocly diff`.
 *
 * @returns The changes, those that break first.
 * @throws Error with its output where the tool cannot compare them.
 */
export async function compareDocuments(base: OpenApiDocument, revision: OpenApiDocument): Promise<DocumentChange[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-diff-'));
  try {
    writeFileSync(join(folder, 'base.json'), JSON.stringify(base));
    writeFileSync(join(folder, 'revision.json'), JSON.stringify(revision));
    const config = ['--config', join(import.meta.dirname, 'redocly.yaml')];
    const output = ['--format', 'json', '--output', join(folder, 'changes.json')];
    const args = ['diff', join(folder, 'base.json'), join(folder, 'revision.json'), '--fail-on', 'none'];
    const redocly = join(root, 'node_modules/.bin/redocly');
    const { code, stdout, stderr } = await runToEnd(folder, redocly, [...args, ...config, ...output]);
    if (code !== 0) throw new Error(`redocly diff ended with ${code}: ${(stdout + stderr).trim().slice(-2000)}`);
    const report = JSON.parse(readFileSync(join(folder, 'changes.json'), 'utf8')) as { changes: RedoclyChange[] };
    return readChanges(report.changes, base, revision);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tells each change with the operations that it touches: redocly shows a shared part at the first place that uses it only. */
export function readChanges(
  changes: readonly RedoclyChange[],
  base: OpenApiDocument,
  revision: OpenApiDocument,
): DocumentChange[] {
  const sides = {
    base: { reach: new Reach(base), document: base },
    revision: { reach: new Reach(revision), document: revision },
  };
  const read = changes.map((change) => {
    const { reach, document } = change.kind === 'removed' ? sides.base : sides.revision;
    const place = (change.base ?? change.revision)?.pointer ?? change.path;
    return { impact: change.impact, text: describe(change), ...touched(readPointer(place), reach, document) };
  });
  const order: Impact[] = ['major', 'minor', 'patch'];
  return read.toSorted((one, other) => order.indexOf(one.impact) - order.indexOf(other.impact));
}

function touched(
  words: readonly string[],
  reach: Reach,
  document: OpenApiDocument,
): Pick<DocumentChange, 'operations' | 'part'> {
  const [first = '', second = '', third = ''] = words;
  if (first === 'paths') {
    const ofPath = listOperations(document).filter(({ path }) => path === second);
    const own = ofPath.filter(({ method }) => method === third);
    return { operations: own.length > 0 ? own : ofPath };
  }
  if (first === 'components' && third !== '')
    return { operations: reach.of(`#/components/${second}/${third}`), part: third };
  return { operations: [], part: first };
}

function describe({ verdicts, kind, property, path, base, revision }: RedoclyChange): string {
  if (verdicts.length > 0) return verdicts.map(({ message }) => message).join(' ');
  const [first = '', second = '', third, ...rest] = readPointer(path);
  const place = [...(first === 'paths' ? [] : [third ?? '']), ...rest, property ?? ''].filter((word) => word !== '');
  if (first === 'paths' && place.length === 0)
    return `\`${third === undefined ? '' : `${third.toUpperCase()} `}${second}\` was ${kind}.`;
  const value = (revision ?? base)?.value as { name?: unknown } | undefined;
  const named = typeof value?.name === 'string' ? `\`${value.name}\` ` : '';
  return `${named}${kind}${place.length === 0 ? '' : ` at ${place.join(' / ')}`}.`;
}
