/** Compares two versions of the document, by `redocly diff`, and tells which operations each difference touches. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listOperations, type OpenApiDocument } from '../document.ts';
import { docs } from '../paths.ts';

const run = promisify(execFile);

/** How much a difference weighs: it breaks programs, it adds something, or neither. */
export type Impact = 'major' | 'minor' | 'patch';

/** A difference between two versions of the document. */
export interface Change {
  impact: Impact;
  /** One sentence or half of one, in Markdown. */
  text: string;
  /** Ids of the operations that it touches, in the order of the document; none for what belongs to no operation. */
  operations: string[];
}

/** What `redocly diff --format json` writes of one difference. */
interface Difference {
  path: string;
  typeName: string;
  kind: 'added' | 'removed' | 'modified';
  impact: Impact;
  property?: string;
  verdicts: { impact: Impact; message: string }[];
  base?: { pointer: string };
  revision?: { pointer: string };
}

/** Every difference between two versions, what breaks first. */
export async function compareDocuments(former: OpenApiDocument, current: OpenApiDocument): Promise<Change[]> {
  const touched = createTouched(former, current);
  const order: Impact[] = ['major', 'minor', 'patch'];
  return (await findDifferences(former, current))
    .map((one) => ({ impact: one.impact, text: textOf(one), operations: touched(one) }))
    .sort((a, b) => order.indexOf(a.impact) - order.indexOf(b.impact));
}

/** Runs in a folder of its own: settings that lie about elsewhere would change what counts as breaking. */
async function findDifferences(former: OpenApiDocument, current: OpenApiDocument): Promise<Difference[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tines-openapi-changes-'));
  try {
    await writeFile(join(folder, 'former.json'), JSON.stringify(former));
    await writeFile(join(folder, 'current.json'), JSON.stringify(current));
    const args = ['diff', 'former.json', 'current.json', '--format', 'json', '--fail-on', 'none'];
    await run(join(docs, 'node_modules/.bin/redocly'), [...args, '--output', 'diff.json'], {
      cwd: folder,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    return JSON.parse(await readFile(join(folder, 'diff.json'), 'utf8')).changes;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function textOf({ kind, typeName, property, path, verdicts, impact, base, revision }: Difference): string {
  const gravest = verdicts.find((verdict) => verdict.impact === impact) ?? verdicts[0];
  if (gravest !== undefined) return gravest.message;
  const place = (revision ?? base)?.pointer ?? path;
  const name = place.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? '';
  return property === undefined
    ? `${typeName} \`${name}\` was ${kind}.`
    : `\`${property}\` of a ${typeName.toLowerCase()} was ${kind}.`;
}

/** A component that many operations share is reported once, where it was met first: here each of them counts. */
function createTouched(former: OpenApiDocument, current: OpenApiDocument): (difference: Difference) => string[] {
  const sides = [current, former].map((document) => ({ document, reach: reachOf(document) }));
  return ({ path, base, revision }) => {
    const found = new Set<string>();
    for (const pointer of [path, base?.pointer, revision?.pointer]) {
      const [, root, first = '', second] = (pointer ?? '').split('/').map(unescapePointer);
      for (const { document, reach } of sides) {
        for (const operation of listOperations(document)) {
          const own =
            root === 'paths' && operation.path === first && fitsMethod(second, operation.method)
              ? true
              : root === 'components' && reach.get(operation.id)?.has(`${first}/${second}`);
          if (own) found.add(operation.id);
        }
      }
    }
    return [...found];
  };
}

/** What a path item says outside of its methods is about all of them. */
function fitsMethod(key: string | undefined, method: string): boolean {
  return key === undefined || !/^(get|put|post|patch|delete)$/.test(key) || key === method.toLowerCase();
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** For each operation the components that it reaches, as `schemas/Story`. */
function reachOf(document: OpenApiDocument): Map<string, Set<string>> {
  const direct = new Map<string, string[]>();
  for (const [kind, components] of Object.entries(document.components)) {
    for (const [name, component] of Object.entries(components)) direct.set(`${kind}/${name}`, referencesIn(component));
  }
  return new Map(
    listOperations(document).map(({ id, path, object }) => {
      const reached = new Set<string>();
      const waiting = referencesIn([object, document.paths[path]?.parameters]);
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (reached.has(name)) continue;
        reached.add(name);
        waiting.push(...(direct.get(name) ?? []));
      }
      return [id, reached];
    }),
  );
}

function referencesIn(value: unknown): string[] {
  const text = JSON.stringify(value) ?? '';
  return [...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, name = '']) => name);
}
