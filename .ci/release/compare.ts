import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenApiDocument, type Operation, Reach, readPointer } from './document.ts';
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

type Side = 'base' | 'revision';

/** A change as `redocly diff --format json` tells it. */
interface RedoclyChange {
  path: string;
  typeName: string;
  kind: 'added' | 'removed' | 'modified';
  impact: Impact;
  verdicts: { message: string }[];
  property?: string;
  base?: { pointer: string; value?: unknown };
  revision?: { pointer: string; value?: unknown };
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
    // The tool asks the registry for a newer version of itself unless it is told not to.
    const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const { code, stdout, stderr } = await runToEnd(folder, redocly, [...args, ...config, ...output], quiet);
    if (code !== 0) throw new Error(`redocly diff ended with ${code}: ${(stdout + stderr).trim().slice(-2000)}`);
    const report = JSON.parse(readFileSync(join(folder, 'changes.json'), 'utf8')) as { changes: RedoclyChange[] };
    return readChanges(report.changes, base, revision);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tells each change with the operations that it touches: redocly shows a shared part at the first place that uses it only. */
function readChanges(
  changes: readonly RedoclyChange[],
  base: OpenApiDocument,
  revision: OpenApiDocument,
): DocumentChange[] {
  const reach = { base: new Reach(base), revision: new Reach(revision) };
  const read = changes.map((change) => ({ impact: change.impact, text: describe(change), ...touched(change, reach) }));
  const order: Impact[] = ['major', 'minor', 'patch'];
  return read.toSorted((one, other) => order.indexOf(one.impact) - order.indexOf(other.impact));
}

/** Where an operation takes another shared part, the change is about those that had the one and have the other. */
function touched(change: RedoclyChange, reach: Record<Side, Reach>): Pick<DocumentChange, 'operations' | 'part'> {
  const places = { base: placeOn('base', change, reach.base), revision: placeOn('revision', change, reach.revision) };
  const [before, after] = [reach.base.at(places.base), reach.revision.at(places.revision)];
  const ids = new Set(before.map(({ id }) => id));
  const both = after.filter(({ id }) => ids.has(id));
  const operations = both.length > 0 ? both : change.kind === 'removed' ? before : after;
  const [former, part] = [partAt(places.base), partAt(places.revision)];
  return operations.length === 0 || (part === former && part !== 'paths') ? { operations, part } : { operations };
}

/** What was added or removed is on one side only: on the other it would stand in what holds it. */
function placeOn(side: Side, change: RedoclyChange, reach: Reach): string[] {
  const pointer = change[side]?.pointer;
  if (pointer !== undefined) return readPointer(pointer);
  const way = readPointer(change.path);
  return [...reach.follow(way.slice(0, -1)), ...way.slice(-1)];
}

function partAt([first = '', , name = first]: readonly string[]): string {
  return first === 'components' ? name : first;
}

function describe({ verdicts, kind, typeName, property, path, base, revision }: RedoclyChange): string {
  if (verdicts.length > 0) return verdicts.map(({ message }) => message).join(' ');
  const { pointer, value } = revision ?? base ?? { pointer: path };
  const place = readPointer(pointer);
  if (property !== undefined && place.at(-1) === property) place.pop();
  const inner = property === undefined ? '' : `\`${property}\` of `;
  return `${inner}${nameOf(typeName, place, value)} was ${kind}.`;
}

function nameOf(typeName: string, place: readonly string[], value: unknown): string {
  const [, path, method = ''] = place;
  if (typeName === 'PathItem') return `Path \`${path}\``;
  if (typeName === 'Operation') return `Operation \`${method.toUpperCase()} ${path}\``;
  const inside = place.lastIndexOf('properties') + 2;
  if (inside > 1 && inside < place.length) return `\`${place.slice(inside).join(' / ')}\` of \`${place[inside - 1]}\``;
  const last = place.at(-1) ?? '';
  // What stands in a list has no word of its own.
  const { name = last } = Object(value) as { name?: unknown };
  // Types of more than one word, such as ParameterList, say what their key says.
  const type = /^[A-Z][a-z]+$/.test(typeName) ? `${typeName} ` : '';
  return `${type}\`${/^\d+$/.test(last) ? name : last}\``;
}
