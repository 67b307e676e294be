import { type Finding, judge } from '../../contract/judge.ts';
import { refuseFindings } from '../../server/errors.ts';
import type { Call } from '../types.ts';

type ListQuery = Call<'listCases'>['query'];

const wholeNumbers = ['team_id', 'per_page', 'page'] as const;

/**
 * What a list of cases was asked for. The page calls the filters an object without showing one, and a public client sends
 * all parameters as a JSON body of the GET, so what such a body says counts where the query says nothing.
 *
 * @throws Refusal where a parameter in such a body does not fit.
 */
export function readListQuery({ query, request }: Call<'listCases'>): ListQuery {
  const body = readObject(request.body);
  if (body === undefined) return query;
  const findings: Finding[] = wholeNumbers
    .filter((name) => body[name] !== undefined && !isWholeNumber(body[name]))
    .map((name) => ({ in: 'body', pointer: `/${name}`, message: `${name} must be a whole number above 0.` }));
  if (body.filters !== undefined) {
    const wrong = judge('#/components/schemas/CaseListFilters', body.filters, 'body');
    findings.push(...wrong.map((finding) => ({ ...finding, pointer: `/filters${finding.pointer}` })));
  }
  if (findings.length > 0) throw refuseFindings(request.path, findings);
  return { ...(body as ListQuery), ...query };
}

function readObject(bytes: Buffer): Record<string, unknown> | undefined {
  if (bytes.length === 0) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isWholeNumber(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}
