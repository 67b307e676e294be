import type { ScimPatchOperation } from '@tines-openapi/types';
import { Refusal } from '../../server/exchange.ts';
import { refuseScim } from '../../server/scim.ts';
import { type Filter, parseFilter } from './filter.ts';

export type Attributes = Record<string, unknown>;

/** Attributes of which the server alone decides. In a body without a path they are ignored, as providers repeat them. */
const readOnly = new Set(['id', 'meta', 'schemas', 'groups']);

/** Where a change goes: an attribute, perhaps values chosen in it, perhaps a part of it. */
interface Path {
  attribute: string;
  chosen: Filter | undefined;
  part: string | undefined;
}

/**
 * Applies changes in order to a copy of a resource (RFC 7644 section 3.5.2).
 *
 * @param resource Stays as it is, also where a change fails, so that all are made or none.
 * @throws Refusal with 400 that says which change cannot be made.
 */
export function applyPatch(resource: Attributes, operations: readonly ScimPatchOperation[]): Attributes {
  const changed = structuredClone(resource);
  for (const operation of operations) applyOperation(changed, operation);
  return changed;
}

function applyOperation(resource: Attributes, { op, path, value }: ScimPatchOperation): void {
  const verb = op.toLowerCase() as 'add' | 'replace' | 'remove';
  if (path !== undefined && path !== null) {
    const at = parsePath(path);
    if (readOnly.has(at.attribute.toLowerCase())) throw refuseScim(400, `${at.attribute} is read-only.`, 'mutability');
    applyAt(resource, verb, at, value);
    return;
  }
  if (verb === 'remove') throw refuseScim(400, 'remove needs a path.', 'noTarget');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuseScim(400, 'Without a path, value must be an object of attributes.', 'invalidValue');
  }
  for (const [name, entry] of Object.entries(value)) {
    // Names of extensions are URNs: what stands under them is taken and dropped, like any unknown attribute.
    if (readOnly.has(name.toLowerCase()) || name.includes(':')) continue;
    applyAt(resource, verb, parsePath(name), entry);
  }
}

function parsePath(text: string): Path {
  const bare = text.replace(/^urn:[^[\]\s]*:(?=[A-Za-z])/i, '');
  const found = /^([A-Za-z$][\w$-]*)(?:\[(.*)\])?(?:\.([A-Za-z$][\w$-]*))?$/.exec(bare);
  if (!found?.[1]) throw refuseScim(400, 'The path leads nowhere.', 'invalidPath');
  return { attribute: found[1], chosen: found[2] === undefined ? undefined : chosenBy(found[2]), part: found[3] };
}

/** A filter inside a path. Where it cannot be understood, the path is at fault. */
function chosenBy(text: string): Filter {
  try {
    return parseFilter(text);
  } catch (error) {
    if (error instanceof Refusal) throw refuseScim(400, 'The filter in the path cannot be understood.', 'invalidPath');
    throw error;
  }
}

function applyAt(resource: Attributes, verb: 'add' | 'replace' | 'remove', path: Path, value: unknown): void {
  const key = keyOf(resource, path.attribute);
  if (path.chosen) {
    applyToChosen(resource, verb, key, path, value);
    return;
  }
  if (path.part !== undefined) {
    const holder = objectAt(resource, key);
    resource[key] = holder;
    const part = keyOf(holder, path.part);
    if (verb === 'remove') delete holder[part];
    else holder[part] = value;
    return;
  }
  if (verb === 'remove') removeAt(resource, key, value);
  else resource[key] = verb === 'add' ? added(resource[key], value) : value;
}

function applyToChosen(
  resource: Attributes,
  verb: 'add' | 'replace' | 'remove',
  key: string,
  { chosen, part }: Path,
  value: unknown,
): void {
  const list = [resource[key]].flat().filter(isObject);
  const isChosen = (entry: Attributes) => chosen?.(entry) ?? false;
  if (verb !== 'remove' && !list.some(isChosen)) {
    throw refuseScim(400, 'The path chooses no value.', 'noTarget');
  }
  if (verb === 'remove' && part === undefined) {
    resource[key] = list.filter((entry) => !isChosen(entry));
    return;
  }
  for (const entry of list.filter(isChosen)) {
    if (part === undefined) Object.assign(entry, value);
    else if (verb === 'remove') delete entry[keyOf(entry, part)];
    else entry[keyOf(entry, part)] = value;
  }
}

/** Removes the attribute; with a list of values, which is how Entra asks, only these. */
function removeAt(resource: Attributes, key: string, value: unknown): void {
  const present = resource[key];
  if (!Array.isArray(present) || !Array.isArray(value)) {
    delete resource[key];
    return;
  }
  const gone = new Set(value.map(identity));
  resource[key] = present.filter((entry) => !gone.has(identity(entry)));
}

/** What `add` leaves: lists grow by what they do not hold, objects are merged, everything else is set. */
function added(present: unknown, value: unknown): unknown {
  if (Array.isArray(present)) {
    const known = new Set(present.map(identity));
    return [...present, ...[value].flat().filter((entry) => !known.has(identity(entry)))];
  }
  const bothObjects = [present, value].every((side) => typeof side === 'object' && side !== null);
  return bothObjects && !Array.isArray(value) ? { ...(present as Attributes), ...(value as Attributes) } : value;
}

function identity(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? (entry as { value?: unknown }).value : entry;
}

function isObject(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectAt(resource: Attributes, key: string): Attributes {
  const held = Object.hasOwn(resource, key) ? resource[key] : undefined;
  return isObject(held) ? held : {};
}

/** The name as the resource spells it; names compare without regard to case. */
function keyOf(resource: Attributes, name: string): string {
  const known = Object.keys(resource).find((key) => key.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return known;
  // A name that objects bring along would reach what is not in the resource.
  if (name in {}) throw refuseScim(400, `${name} is no attribute.`, 'invalidPath');
  return name;
}
