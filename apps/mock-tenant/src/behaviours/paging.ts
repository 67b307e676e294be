import type { PaginationMeta } from '@tines-openapi/types';
import type { Request } from '../server/exchange.ts';

interface PageQuery {
  page?: number;
  per_page?: number;
}

const defaultPerPage = 20;
const maximumPerPage = 500;

/**
 * One page of `rows`, with links that repeat the other parameters of the call on the host under which the caller came.
 *
 * @param maximum Most rows on a page, 500 on all lists but a few.
 */
export function paginate<T>(
  rows: readonly T[],
  request: Pick<Request, 'path' | 'query' | 'origin'>,
  query: PageQuery,
  maximum: number = maximumPerPage,
): { rows: T[]; meta: PaginationMeta } {
  const perPage = perPageOf(request, query, maximum);
  const page = query.page ?? 1;
  const pages = Math.ceil(rows.length / perPage);
  const link = (number: number) => {
    const parameters = new URLSearchParams(request.query);
    parameters.delete('page');
    parameters.delete('per_page');
    parameters.append('per_page', String(perPage));
    parameters.append('page', String(number));
    return `${request.origin}${request.path}?${parameters}`;
  };
  const next = page < pages ? page + 1 : null;
  const previous = page > 1 ? page - 1 : null;
  return {
    rows: rows.slice((page - 1) * perPage, page * perPage),
    meta: {
      current_page: link(page),
      previous_page: previous === null ? null : link(previous),
      next_page: next === null ? null : link(next),
      next_page_number: next,
      per_page: perPage,
      pages,
      count: rows.length,
    },
  };
}

/** A size above the maximum counts as the maximum, which the document cannot say of a value it refuses to read. */
function perPageOf(request: Pick<Request, 'query'>, query: PageQuery, maximum: number): number {
  if (query.per_page !== undefined) return query.per_page;
  return Number(request.query.get('per_page')) > maximum ? maximum : defaultPerPage;
}
