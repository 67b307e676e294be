import { atPointer, isObject, type Json, type JsonObject, objectAt } from '../json.ts';
import type { Artifact } from './artifact.ts';
import { componentsReached, referencesIn } from './components.ts';

/**
 * The document with every reference replaced by what it refers to, for tools that follow none. Two things stay: a reference to a
 * schema that contains itself, and the targets of a discriminator's mapping, which are names. Both are under `components`.
 */
export const dereferenced: Artifact = ({ document }) => {
  const recursive = recursiveComponents(document);
  const { components: _, ...rest } = document;
  const expanded = expand(rest, document, recursive) as JsonObject;
  const kept = componentsReached(expandComponents(document, recursive), expanded);
  // Without line breaks: whole answers stand in here hundreds of times.
  return { 'dereferenced.json': `${JSON.stringify({ ...expanded, components: kept })}\n` };
};

function expandComponents(document: JsonObject, recursive: ReadonlySet<string>): JsonObject {
  const groups = Object.entries(objectAt(document, 'components'));
  return {
    components: Object.fromEntries(groups.map(([kind, group]) => [kind, expand(group, document, recursive, true)])),
  };
}

function expand(value: Json, document: JsonObject, recursive: ReadonlySet<string>, named = false): Json {
  if (Array.isArray(value)) return value.map((item) => expand(item, document, recursive));
  if (!isObject(value)) return value;
  const { $ref, ...beside } = value;
  if (
    named ||
    typeof $ref !== 'string' ||
    !$ref.startsWith('#/') ||
    recursive.has($ref.slice('#/components/'.length))
  ) {
    const entries = Object.entries(value).map(([key, item]): [string, Json] => {
      const data = !named && (dataKeys.has(key) || (Array.isArray(item) && !partKeys.has(key)));
      return [key, data ? item : expand(item, document, recursive, !named && mapKeys.has(key))];
    });
    return Object.fromEntries(entries);
  }
  const target = expand(atPointer(document, $ref) ?? null, document, recursive);
  const siblings = expand(beside, document, recursive) as JsonObject;
  return isObject(target) ? merge(target, siblings) : target;
}

// An example is data: a key `$ref` in it, as SCIM has, is no reference. Under a map of names these words are names again.
const dataKeys = new Set(['value', 'default', 'example', 'enum', 'const']);
const mapKeys = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'examples',
  'responses',
  'headers',
  'content',
]);
const partKeys = new Set(['parameters', 'allOf', 'anyOf', 'oneOf', 'prefixItems']);

// What describes may be replaced by what stands beside the reference; what constrains holds together with it.
function merge(target: JsonObject, beside: JsonObject): JsonObject {
  const constrains = Object.keys(beside).some((key) => key in target && !describes.has(key) && !key.startsWith('x-'));
  return constrains
    ? { ...beside, allOf: [target, ...(Array.isArray(beside.allOf) ? beside.allOf : [])] }
    : { ...target, ...beside };
}

const describes = new Set(['summary', 'description', 'title', 'deprecated', 'default', 'example', 'examples']);

function recursiveComponents(document: JsonObject): ReadonlySet<string> {
  const graph = new Map<string, string[]>();
  for (const [kind, group] of Object.entries(objectAt(document, 'components'))) {
    for (const [name, component] of Object.entries(objectAt(group)))
      graph.set(`${kind}/${name}`, referencesIn(component));
  }
  const reaches = (start: string): boolean => {
    const seen = new Set<string>();
    const queue = [...(graph.get(start) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === start) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...(graph.get(next) ?? []));
    }
    return false;
  };
  return new Set([...graph.keys()].filter(reaches));
}
