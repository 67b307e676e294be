import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type NormalizedProblem, Source } from '@redocly/openapi-core';
import { isObject, objectAt, unescapeKey } from './json.ts';
import { readYaml } from './sources.ts';

/** Leads a finding in the bundle back to the file that someone has to change. Leaves it where it is if that cannot be told. */
export function createLocator(root: string): (problem: NormalizedProblem) => NormalizedProblem {
  const folder = dirname(root);
  const components = componentFiles(folder);
  const paths = pathFiles(root);
  const sourceOf = (pointer: string) => {
    const [, first = '', second = '', third = '', ...rest] = pointer.split('/');
    const file =
      first === 'components' ? components.get(third) : first === 'paths' ? paths.get(unescapeKey(second)) : undefined;
    const within = first === 'components' ? rest : [third, ...rest].filter((part) => part !== '');
    return file === undefined
      ? undefined
      : { source: new Source(file, readFileSync(file, 'utf8')), pointer: `#/${within.join('/')}` };
  };
  return (problem) => ({
    ...problem,
    location: problem.location.map((location) => ({
      ...location,
      ...(location.pointer === undefined ? {} : sourceOf(location.pointer)),
    })) as NormalizedProblem['location'],
  });
}

function componentFiles(folder: string): Map<string, string> {
  const kinds = ['schemas', 'parameters', 'responses', 'examples', 'headers', 'requestBodies'].map((kind) =>
    join(folder, kind),
  );
  const files = kinds
    .filter((kind) => existsSync(kind))
    .flatMap((kind) => readdirSync(kind, { recursive: true, encoding: 'utf8' }).map((entry) => join(kind, entry)));
  return new Map(files.filter((file) => file.endsWith('.yaml')).map((file) => [basename(file, '.yaml'), file]));
}

function pathFiles(root: string): Map<string, string> {
  const paths = objectAt(readYaml(root), 'paths');
  const index = typeof paths.$ref === 'string' ? resolve(dirname(root), paths.$ref) : root;
  const items = index === root ? paths : readYaml(index);
  return new Map(
    Object.entries(items).flatMap(([path, item]) =>
      isObject(item) && typeof item.$ref === 'string' ? [[path, resolve(dirname(index), item.$ref)]] : [],
    ),
  );
}
