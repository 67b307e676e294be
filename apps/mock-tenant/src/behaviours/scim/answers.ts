import type { Request } from '../../server/exchange.ts';
import { scimMediaType } from '../../server/scim.ts';
import { attributePath, parseFilter } from './filter.ts';
import type { Attributes } from './patch.ts';

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** Most entries in one answer, which is also how many come when none are asked for. */
export const pageSize = 100;

const headers = { 'content-type': scimMediaType };

/** A good answer in the media type of SCIM. */
export function scimAnswer<S extends 200 | 201, B>(
  status: S,
  body: B,
): { status: S; body: B; headers: typeof headers } {
  return { status, body, headers };
}

export function locationOf({ origin }: Request, path: string): string {
  return `${origin}/api/scim/v2${path}`;
}

interface ListQuery {
  filter?: string;
  startIndex?: number;
  count?: number;
  attributes?: string;
  excludedAttributes?: string;
}

/**
 * A list as SCIM answers it: filtered, one part of it, with the attributes asked for.
 *
 * @param entries Each resource as it is shown, and as a filter sees it.
 */
export function listed<T extends Attributes>(
  entries: readonly { shown: T; filtered: Attributes }[],
  query: ListQuery,
  request: Request,
) {
  const filter = query.filter === undefined ? () => true : parseFilter(query.filter);
  const found = entries.filter((entry) => filter(entry.filtered));
  const start = query.startIndex ?? 1;
  // A negative count, which the document replaces rather than refuses, counts as none.
  const count = query.count ?? (Number(request.query.get('count')) < 0 ? 0 : pageSize);
  return {
    schemas: [listSchema],
    totalResults: found.length,
    startIndex: start,
    itemsPerPage: count,
    Resources: found.slice(start - 1, start - 1 + count).map(({ shown }) => projected(shown, query)),
  };
}

/** What every answer holds, as the document asks for it, whatever a caller leaves out. */
const always = new Set(['id', 'schemas', 'username', 'displayname', 'value']);

/** A resource with the attributes asked for and without those left out. */
export function projected<T extends Attributes>(
  resource: T,
  { attributes, excludedAttributes }: Pick<ListQuery, 'attributes' | 'excludedAttributes'>,
): T {
  const wanted = pathsOf(attributes);
  const unwanted = pathsOf(excludedAttributes);
  if (wanted.length === 0 && unwanted.length === 0) return resource;
  const entries = Object.entries(resource).flatMap(([key, value]) => {
    const name = key.toLowerCase();
    if (always.has(name)) return [[key, value] as const];
    if (unwanted.some(([first, part]) => first === name && part === undefined)) return [];
    const asked = wanted.filter(([first]) => first === name);
    if (wanted.length > 0 && asked.length === 0) return [];
    const isWhole = asked.length === 0 || asked.some(([, part]) => part === undefined);
    return [[key, isWhole ? value : partsOf(value, asked)] as const];
  });
  return Object.fromEntries(entries) as T;
}

function pathsOf(list: string | undefined): string[][] {
  const names = (list ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '').map(attributePath);
}

function partsOf(value: unknown, asked: readonly string[][]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => partsOf(entry, asked));
  const isAsked = (key: string) => always.has(key) || asked.some(([, part]) => part === key);
  return Object.fromEntries(Object.entries(value).filter(([key]) => isAsked(key.toLowerCase())));
}
