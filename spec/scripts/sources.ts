import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig } from '@redocly/openapi-core';
import { parse } from 'yaml';
import { isObject, type JsonObject, objectAt } from './json.ts';
import { describeProblem } from './problems.ts';

/** The folder of the package. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** The root of the whole document. */
export const mainRoot = join(packageFolder, 'openapi.yaml');

/** Everything that artifacts are made of. */
export interface Sources {
  /** The document in one piece. */
  document: JsonObject;
  access: JsonObject;
  /** The folder of spec/paths in which each path stands. */
  sectionOf: ReadonlyMap<string, string>;
}

/** Reads a root with everything that it refers to. Fails with file and line where a reference is broken or a name is taken. */
export async function readSources(root = mainRoot): Promise<Sources> {
  const folder = dirname(root);
  return {
    document: await bundleRoot(root),
    access: readYaml(join(packageFolder, 'access.yaml')),
    sectionOf: sectionsOf(readYaml(root), folder),
  };
}

async function bundleRoot(root: string): Promise<JsonObject> {
  const config = await createConfig({});
  const result = await bundle({ ref: root, config, componentRenamingConflicts: 'error' });
  if (result.problems.length > 0) {
    throw new Error(`The sources cannot be bundled:\n${result.problems.map(describeProblem).join('\n')}`);
  }
  return inOrder(result.bundle.parsed as JsonObject);
}

// The order in which files are met must not show: components stand by kind and name. The version is the package's.
function inOrder(document: JsonObject): JsonObject {
  const components = Object.entries(objectAt(document, 'components')).map(([kind, group]) => [
    kind,
    byName(objectAt(group)),
  ]);
  return {
    ...document,
    info: { ...objectAt(document, 'info'), version: packageVersion() },
    components: byName(Object.fromEntries(components)),
  };
}

function byName(group: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(group).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The version of the package, which is that of the document. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Reads a YAML file that holds an object. */
export function readYaml(file: string): JsonObject {
  const value: unknown = parse(readFileSync(file, 'utf8'));
  if (!isObject(value)) throw new Error(`${file} holds no object.`);
  return value;
}

// `paths` is either written out or one reference to the index; each path in it refers to <section>/<file>.
function sectionsOf(root: JsonObject, folder: string): ReadonlyMap<string, string> {
  const paths = objectAt(root, 'paths');
  const index = typeof paths.$ref === 'string' ? join(folder, paths.$ref) : undefined;
  const items = index && existsSync(index) ? readYaml(index) : paths;
  const sections = new Map<string, string>();
  for (const [path, item] of Object.entries(items)) {
    const ref = isObject(item) ? item.$ref : undefined;
    if (typeof ref === 'string') sections.set(path, basename(dirname(ref)));
  }
  return sections;
}
