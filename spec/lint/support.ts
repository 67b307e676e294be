import type { UserContext } from '@redocly/openapi-core';

/** A node of the document whose shape a rule has not looked at yet. */
export type Node = Record<string, unknown>;

/** A node together with the file that it stands in, so that its references can be followed. */
export interface Placed {
  node: Node;
  from: string;
}

/** Whether a value is an object with keys, and neither a list nor null. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A node without what Redocly knows of its type: marks and what 3.1 allows are not in there. */
export function asNode(value: object): Node {
  return value as Node;
}

/** The list, or an empty one where the value is no list. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Words for a message: `a`, `b` and `c`, each in backquotes. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

/** Follows the reference of a value, if it is one. Undefined where nothing is there; Redocly reports a broken reference itself. */
export function follow(ctx: UserContext, value: unknown, from = ctx.location.source.absoluteRef): Placed | undefined {
  if (!isNode(value)) return undefined;
  if (typeof value.$ref !== 'string') return { node: value, from };
  const target = ctx.resolve<Node>(value as never, from);
  if (!isNode(target.node) || !target.location) return undefined;
  const { $ref: _, ...beside } = value;
  return { node: { ...target.node, ...beside }, from: target.location.source.absoluteRef };
}

/** All properties of a schema, those of its parts in `allOf`, `anyOf` and `oneOf` among them. */
export function propertiesOf(ctx: UserContext, schema: Placed, seen = new Set<unknown>()): Map<string, Placed> {
  const found = new Map<string, Placed>();
  if (seen.has(schema.node)) return found;
  seen.add(schema.node);
  for (const [name, value] of Object.entries(isNode(schema.node.properties) ? schema.node.properties : {})) {
    const property = follow(ctx, value, schema.from);
    if (property) found.set(name, property);
  }
  for (const part of partsOf(schema.node)) {
    const placed = follow(ctx, part, schema.from);
    if (placed) for (const [name, property] of propertiesOf(ctx, placed, seen)) found.set(name, property);
  }
  return found;
}

/** The members of a schema's `allOf`, `anyOf` and `oneOf`. */
export function partsOf(schema: Node): unknown[] {
  return [...listOf(schema.allOf), ...listOf(schema.anyOf), ...listOf(schema.oneOf)];
}

/** Whether the operation asks for no key, as only the webhook does. */
export function isKeyless(operation: Node): boolean {
  return Array.isArray(operation.security) && operation.security.length === 0;
}

/** Names of the query parameters of an operation, those of its path item among them. */
export function queryNames(ctx: UserContext, operation: Node): string[] {
  const own = listOf(operation.parameters);
  const shared = isNode(ctx.parent) ? listOf(ctx.parent.parameters) : [];
  return [...own, ...shared]
    .map((parameter) => follow(ctx, parameter)?.node)
    .filter((parameter) => parameter?.in === 'query')
    .map((parameter) => String(parameter?.name));
}
