import { isDeepStrictEqual } from 'node:util';
import type { OperationId } from '@tines-openapi/types/operations';
import type { JournalEntry } from './journal.ts';

/** What calls must have been like. What is left out does not matter. */
export interface ExpectedCalls {
  /** How often; at least once unless set. */
  times?: number;
  /** Fields that the body must have, with these values; more may be there. */
  body?: unknown;
  /** HTTP status that was answered. */
  status?: number;
  /** Query parameters that must have been sent. */
  query?: Readonly<Record<string, string>>;
}

/**
 * Holds the requests that were seen against what a test expected.
 *
 * @throws Error that lists the calls of the operation that there were, and in what they differ.
 */
export function assertCalled(
  entries: readonly JournalEntry[],
  operation: OperationId,
  expected: ExpectedCalls = {},
): void {
  const calls = entries.filter(({ operationId }) => operationId === operation);
  const fitting = calls.filter((call) => differences(call, expected).length === 0);
  const { times } = expected;
  if (times === undefined ? fitting.length > 0 : fitting.length === times) return;
  const wanted = times === undefined ? 'at least once' : times === 1 ? 'once' : `${times} times`;
  const seen = calls.map((call) => {
    const differ = differences(call, expected);
    return `  #${call.id} ${call.method} ${call.path} ${call.status}${differ.length > 0 ? `: ${differ.join('; ')}` : ', which fits'}`;
  });
  const list = seen.length > 0 ? `\n${seen.join('\n')}` : ' There was no call of it.';
  throw new Error(`${operation} was to be called ${wanted} as expected, and was ${fitting.length} times.${list}`);
}

function differences(call: JournalEntry, { body, status, query = {} }: ExpectedCalls): string[] {
  const found: string[] = [];
  if (status !== undefined && call.status !== status) found.push(`status is ${call.status}, not ${status}`);
  for (const [name, value] of Object.entries(query)) {
    if (call.query[name] !== value) found.push(`query ${name} is ${show(call.query[name])}, not ${show(value)}`);
  }
  if (body !== undefined) found.push(...compare('body', call.body, body));
  return found;
}

/** Where `actual` lacks or changes something of `expected`; what is more in it is no difference. */
function compare(path: string, actual: unknown, expected: unknown): string[] {
  if (!isObject(expected) || !isObject(actual)) {
    return isDeepStrictEqual(actual, expected) ? [] : [`${path} is ${show(actual)}, not ${show(expected)}`];
  }
  return Object.entries(expected).flatMap(([key, value]) => compare(`${path}.${key}`, actual[key], value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
