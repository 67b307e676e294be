import { isObject, type Json, type JsonObject, objectAt } from '../json.ts';

const prefix = '#/components/';

/** Only those components that a part of the document reaches, with what they reach in turn, in the document's order. */
export function componentsReached(document: JsonObject, part: Json): JsonObject {
  const reached = new Set<string>();
  const queue = referencesIn(part);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    const [kind = '', name = ''] = next.split('/');
    queue.push(...referencesIn(objectAt(document, 'components', kind)[name] ?? null));
  }
  const kept = Object.entries(objectAt(document, 'components')).map(([kind, group]): [string, JsonObject] => [
    kind,
    // Security schemes are named, not referred to, and every part of the document needs them.
    Object.fromEntries(
      Object.entries(objectAt(group)).filter(([name]) => kind === 'securitySchemes' || reached.has(`${kind}/${name}`)),
    ),
  ]);
  return Object.fromEntries(kept.filter(([, group]) => Object.keys(group).length > 0));
}

/** Every component that a value refers to, as `schemas/Story`: by `$ref`, or as the target of a discriminator's mapping. */
export function referencesIn(value: Json): string[] {
  const found: string[] = [];
  visit(value, (text) => {
    if (text.startsWith(prefix)) found.push(text.slice(prefix.length));
  });
  return found;
}

function visit(value: Json, see: (reference: string) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isObject(value)) {
    if (typeof value.$ref === 'string') see(value.$ref);
    for (const target of Object.values(objectAt(value, 'discriminator', 'mapping')))
      if (typeof target === 'string') see(target);
    for (const item of Object.values(value)) visit(item, see);
  }
}
