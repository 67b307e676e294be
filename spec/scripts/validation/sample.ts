import { isObject, type Json, type JsonObject, listOf, objectAt, resolve } from '../json.ts';
import { typesOf } from './bodies.ts';
import { flatten } from './merge.ts';
import { between, type Random, textOf } from './text.ts';

/** How a sample is made. */
export interface SampleOptions {
  random: Random;
  /** Whether every property is there and nothing is null, as against a random choice. */
  complete: boolean;
  /** Which member of each union and of each list of types to take, counted around. Random without it. */
  member?: number;
}

/** A value that fits a schema. Rules that no value can be built from, such as `not` and `if`, are left to chance. */
export function sample(document: JsonObject, schema: Json, options: SampleOptions): Json {
  return new Sampler(document, options).value(schema, 0);
}

/**
 * The number of members of the largest union or list of types that a schema reaches, null not counted, and at least 1: so many
 * samples show every member.
 */
export function membersReached(document: JsonObject, schema: Json): number {
  const seen = new Set<string>();
  const queue: Json[] = [schema];
  let members = 1;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (isObject(next)) {
      const { $ref, example: _, examples: __, default: ___, ...parts } = next;
      const types = typesOf(next).filter((type) => type !== 'null');
      members = Math.max(members, listOf(next.anyOf).length, listOf(next.oneOf).length, types.length);
      if (typeof $ref === 'string' && !seen.has($ref)) queue.push(resolve(document, { $ref }) ?? {});
      if (typeof $ref === 'string') seen.add($ref);
      queue.push(...Object.values(parts));
    } else if (Array.isArray(next)) queue.push(...next);
  }
  return members;
}

// Deeper than this only what is required comes, so that schemas which contain themselves end.
const depthOfChoice = 6;
const deepest = 24;
const largest = 4000;

class Sampler {
  readonly #document: JsonObject;
  readonly #options: SampleOptions;
  #made = 0;

  constructor(document: JsonObject, options: SampleOptions) {
    this.#document = document;
    this.#options = options;
  }

  value(schema: Json, depth: number): Json {
    this.#made += 1;
    if (depth > deepest) return null;
    const { random, member } = this.#options;
    const flat = flatten(this.#document, schema, (count) =>
      member === undefined ? between(random, 0, count - 1) : member % Math.max(1, count),
    );
    if ('const' in flat) return flat.const ?? null;
    const listed = listOf(flat.enum).filter((value) => value !== null || !this.#options.complete);
    if (listed.length > 0) return this.#oneOf(listed);
    return this.#byType(flat, this.#typeFor(flat), depth);
  }

  #typeFor(schema: JsonObject): string {
    const types = typesOf(schema).filter((type) => type !== 'null' || !this.#options.complete);
    const { member } = this.#options;
    if (types.length > 0) return String(member === undefined ? this.#oneOf(types) : types[member % types.length]);
    if (typesOf(schema).includes('null')) return 'null';
    if ('properties' in schema || 'additionalProperties' in schema) return 'object';
    return 'items' in schema ? 'array' : 'string';
  }

  #byType(schema: JsonObject, type: string, depth: number): Json {
    const { random } = this.#options;
    if (type === 'object') return this.#object(schema, depth);
    if (type === 'array') return this.#array(schema, depth);
    if (type === 'boolean') return random() < 0.5;
    if (type === 'null') return null;
    if (type === 'integer' || type === 'number') return this.#number(schema);
    const known = listOf(schema['x-extensible-enum']);
    return known.length > 0 ? this.#oneOf(known) : textOf(schema, random);
  }

  #object(schema: JsonObject, depth: number): Json {
    const required = listOf(schema.required).map(String);
    const properties = objectAt(schema.properties);
    const names = Object.keys(properties).filter((name) => required.includes(name) || this.#takesOptional(depth));
    const dependent = names.flatMap((name) => listOf(objectAt(schema.dependentRequired)[name]).map(String));
    const all = [...new Set([...names, ...dependent, ...required])];
    const result: JsonObject = {};
    for (const name of all) result[name] = this.value(properties[name] ?? {}, depth + 1);
    const more = schema.additionalProperties;
    if (isObject(more) && this.#takesOptional(depth)) result.sample_key = this.value(more, depth + 1);
    if (typeof schema.minProperties === 'number' && Object.keys(result).length === 0) {
      const [first] = Object.keys(properties);
      if (first !== undefined) result[first] = this.value(properties[first] ?? {}, depth + 1);
    }
    return result;
  }

  #takesOptional(depth: number): boolean {
    if (depth > depthOfChoice || this.#made > largest) return false;
    return this.#options.complete || this.#options.random() < 0.6;
  }

  #array(schema: JsonObject, depth: number): Json {
    const low = typeof schema.minItems === 'number' ? schema.minItems : 0;
    const wanted = this.#takesOptional(depth) ? Math.max(1, low) : low;
    const count = typeof schema.maxItems === 'number' ? Math.min(wanted, schema.maxItems) : wanted;
    const items = Array.from({ length: count }, () => this.value(schema.items ?? {}, depth + 1));
    if ('contains' in schema) items[0] = this.value({ allOf: [schema.items ?? {}, schema.contains ?? {}] }, depth + 1);
    return items;
  }

  #number(schema: JsonObject): number {
    const low =
      typeof schema.minimum === 'number'
        ? schema.minimum
        : typeof schema.exclusiveMinimum === 'number'
          ? schema.exclusiveMinimum + 1
          : 1;
    const high = typeof schema.maximum === 'number' ? schema.maximum : low + 9000;
    const number = between(this.#options.random, Math.ceil(low), Math.floor(high));
    return typeof schema.multipleOf === 'number' ? Math.ceil(number / schema.multipleOf) * schema.multipleOf : number;
  }

  #oneOf(values: Json[]): Json {
    return values[between(this.#options.random, 0, values.length - 1)] ?? null;
  }
}
