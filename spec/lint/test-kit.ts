import { BaseResolver, createConfig, lint, Source } from '@redocly/openapi-core';
import { placeOf } from '../scripts/problems.ts';
import plugin from './plugin.ts';

/** Runs one own rule on files that are only text, and tells each finding as `file:line message`. The first file is the root. */
export async function findings(rule: string, files: Record<string, string>): Promise<string[]> {
  const config = await createConfig({ plugins: [plugin() as never], rules: { [`house/${rule}`]: 'error' } });
  const [root = ''] = Object.keys(files);
  const problems = await lint({ ref: `${folder}${root}`, config, externalRefResolver: new TextResolver(files) });
  return problems.map((problem) => `${placeOf(problem).split('/').at(-1)?.replace(/:\d+$/, '')} ${problem.message}`);
}

/** A root with one operation, `GET /api/v1/stories`, whose keys begin on line 9. */
export function withOperation(keys: string, method = 'get'): Record<string, string> {
  return {
    'openapi.yaml': `${head}paths:\n  /api/v1/stories:\n    ${method}:\n${indent(keys, 6)}\n${schemaOf('type: string')}`,
  };
}

/** A root with one schema, whose keys begin on line 10. */
export function withSchema(keys: string): Record<string, string> {
  return { 'openapi.yaml': `${head}paths: {}\n${schemaOf(keys)}` };
}

const folder = '/in-memory/';

const head = `openapi: 3.1.0
info:
  title: A document of a test
  version: 1.0.0
security: [{ bearerAuth: [] }]
`;

function schemaOf(keys: string): string {
  return `components:\n  schemas:\n    Story:\n${indent(keys, 6)}\n`;
}

function indent(text: string, spaces: number): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const own = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => ' '.repeat(spaces) + line.slice(own)).join('\n');
}

class TextResolver extends BaseResolver {
  readonly #files: Record<string, string>;

  constructor(files: Record<string, string>) {
    super();
    this.#files = files;
  }

  override async loadExternalRef(ref: string): Promise<Source> {
    const text = this.#files[ref.slice(folder.length)];
    if (text === undefined) throw new Error(`The test has no file ${ref}.`);
    return new Source(ref, text);
  }
}
