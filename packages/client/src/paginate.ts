import type { paths } from '@tines-openapi/types';
import type { PaginatedPaths } from '@tines-openapi/types/operations';
import type { CallInit } from './calls.ts';
import type { TinesClient } from './client.ts';
import { configError, TinesError } from './errors.ts';
import { itemsOf, type PageStyle, placeCursor, readCursor, styleOf } from './page-styles.ts';
import { type AuditRow, createSince } from './since.ts';

/** Lists by path: those with a mark, and the search whose answer is on no page, so that the document cannot mark it. */
interface Lists extends PaginatedPaths {
  readonly '/api/v3/cases/search': { readonly method: 'post'; readonly items: string };
}

/** Paths of lists that are read in parts. */
export type ListPath = keyof Lists;

type MethodOf<Path extends ListPath> = Lists[Path]['method'];

/** What a list call takes, as with the client. */
export type ListInit<Path extends ListPath> = CallInit<Path, MethodOf<Path>>;

type AnswerOf<Path extends ListPath> = paths[Path][MethodOf<Path>] extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : never;

/** One item of a list, by the mark of its operation. */
export type ItemOf<Path extends ListPath> =
  AnswerOf<Path> extends Record<Lists[Path]['items'], readonly (infer Item)[]> ? Item : unknown;

/** One part of a list. */
export interface ListPage<Path extends ListPath> {
  readonly items: readonly ItemOf<Path>[];
  /** The whole answer. */
  readonly data: AnswerOf<Path>;
  readonly response: Response;
  /** Where the next part starts, to be given as `from`; undefined on the last one. */
  readonly next: string | undefined;
}

export interface PaginateOptions {
  /** Items to give at most. All unless set. */
  limit?: number;
  /** Parts to read at most. Where more are left, an error is thrown rather than a part kept back. 1,000 unless set. */
  maxPages?: number;
  /** Goes on from `next` of an earlier part. */
  from?: string;
  /**
   * For audit logs only: the rows since a time, or since the `cursor` of an earlier run. No row is given twice, in this run
   * or the next, and none is lost, although new rows push the older ones to later pages while one reads.
   */
  since?: string | Date;
}

/** A list to read, item by item or page by page. Each loop over it starts from the beginning. */
export interface Paginated<Path extends ListPath> extends AsyncIterable<ItemOf<Path>> {
  /** Part by part. `limit` does not count here. */
  pages(): AsyncIterable<ListPage<Path>>;
  /** All items at once. */
  toArray(): Promise<ItemOf<Path>[]>;
  /** With `since`: what to keep for the next run. Moves only once a run has come to its end. */
  readonly cursor: string | undefined;
}

/**
 * Reads a list to its end, whichever of the three ways of paging it has.
 *
 * @param init As with the client; a page number or a cursor in it is where reading starts.
 * @throws TinesError while reading: of a call that failed, `paging` where the list does not end, `origin` where it links to
 *   another address. At once with the code `config` where an option is wrong.
 */
export function paginate<Path extends ListPath>(
  client: TinesClient,
  path: Path,
  ...[init, options = {}]: Record<never, never> extends ListInit<Path>
    ? [init?: ListInit<Path>, options?: PaginateOptions]
    : [init: ListInit<Path>, options?: PaginateOptions]
): Paginated<Path> {
  const { limit = Number.POSITIVE_INFINITY, maxPages = 1000, from, since } = options;
  if (!(limit >= 0)) throw configError('limit must be a number from 0.');
  if (!(maxPages >= 1)) throw configError('maxPages must be a number from 1.');
  if (since !== undefined && path !== '/api/v1/audit_logs') throw configError('since is for audit logs only.');
  const rows = since === undefined ? undefined : createSince(since);
  const list = { client, path, style: styleOf(path) };

  const pages = () => readPages<Path>(list, rows?.startWith(init) ?? init ?? {}, { from, maxPages });
  async function* items(): AsyncGenerator<ItemOf<Path>> {
    let given = 0;
    if (limit === 0) return;
    const run = rows?.run();
    for await (const page of pages()) {
      const fresh = run ? run.take(page.items as readonly AuditRow[]) : { rows: page.items, done: false };
      for (const item of fresh.rows) {
        yield item as ItemOf<Path>;
        if (++given >= limit) return;
      }
      if (fresh.done) break;
    }
    run?.finish();
  }
  return {
    pages,
    [Symbol.asyncIterator]: items,
    async toArray() {
      const all: ItemOf<Path>[] = [];
      for await (const item of items()) all.push(item);
      return all;
    },
    get cursor() {
      return rows?.cursor;
    },
  };
}

interface List {
  readonly client: TinesClient;
  readonly path: string;
  readonly style: PageStyle;
}

type UntypedCall = (path: string, init: object) => Promise<{ data?: unknown; error?: TinesError; response: Response }>;

async function* readPages<Path extends ListPath>(
  { client, path, style }: List,
  init: object,
  { from, maxPages }: { from: string | undefined; maxPages: number },
): AsyncGenerator<ListPage<Path>> {
  // Only searches are read by POST, and a search changes nothing.
  const method = path.endsWith('/search') ? 'POST' : 'GET';
  const call = client[method] as unknown as UntypedCall;
  const seen = new Set<string>();
  let cursor = from;
  for (let count = 1; ; count++) {
    const placed = cursor === undefined ? init : placeCursor(style, method, init, cursor);
    const { data, error, response } = await call(path, { retry: true, ...placed });
    if (error) throw error;
    const next = readCursor(style, data, client.origin);
    yield { items: itemsOf(data) as never, data: data as never, response, next };
    if (next === undefined) return;
    if (seen.has(next) || next === cursor) throw endless(method, path, `came to the same place twice`);
    if (count >= maxPages) throw endless(method, path, `has more than ${maxPages} pages; raise maxPages or set limit`);
    seen.add(next);
    cursor = next;
  }
}

function endless(method: string, path: string, what: string): TinesError {
  return new TinesError({ code: 'paging', message: `${method} ${path} ${what}.`, method, path });
}
