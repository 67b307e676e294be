import { TinesError } from './errors.ts';

/**
 * How a list goes on: `page` by a number in the query, `after` by the token of v2 records in query or body, `token` by the
 * token of v3 searches inside the body.
 */
export type PageStyle = 'page' | 'after' | 'token';

/** The style of a list by the start of its path; a test holds it against the marks of the document. */
export function styleOf(path: string): PageStyle {
  if (path.startsWith('/api/v3/')) return 'token';
  return path.startsWith('/api/v2/records/') ? 'after' : 'page';
}

interface Answer {
  meta?: { next_page?: string | null; next_page_number?: number | null };
  page?: { next_page_token?: string | null; token?: string | null };
}

/**
 * Where a list goes on after an answer.
 *
 * @param origin The tenant's.
 * @returns undefined on the last part.
 * @throws TinesError with the code `origin` where the answer links to another origin or scheme.
 */
export function readCursor(style: PageStyle, answer: unknown, origin: string): string | undefined {
  const { meta, page } = Object(answer) as Answer;
  if (style !== 'page') return page?.next_page_token || page?.token || undefined;
  const link = meta?.next_page;
  if (link && !link.startsWith(`${origin}/`)) {
    throw new TinesError({ code: 'origin', message: `A list went on at an address outside ${origin}; not followed.` });
  }
  // Older answers have the link only, which is never followed as it is: it may repeat other parameters than were sent.
  const page_number = meta?.next_page_number ?? (link ? new URL(link).searchParams.get('page') : undefined);
  return page_number ? String(page_number) : undefined;
}

interface Init {
  params?: { query?: object };
  body?: { page?: object };
}

/** The same call for the part that a cursor names. */
export function placeCursor(style: PageStyle, method: string, init: Init, cursor: string): Init {
  const { params, body } = init;
  if (style === 'token') return { ...init, body: { ...body, page: { ...body?.page, token: cursor } } };
  if (method === 'POST') return { ...init, body: { ...body, after: cursor } as Init['body'] & object };
  const own = style === 'page' ? { page: Number(cursor) } : { after: cursor };
  return { ...init, params: { ...params, query: { ...params?.query, ...own } } };
}

/** The items of a part: the one list that stands in it, whatever its key. */
export function itemsOf(answer: unknown): readonly unknown[] {
  return Object.values(Object(answer)).find(Array.isArray) ?? [];
}
