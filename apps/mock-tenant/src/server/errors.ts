import type { Finding } from '../contract/judge.ts';
import { Refusal } from './exchange.ts';

/**
 * The shapes of errors. Which endpoint answers in which shape is known for few of them, so what is used where is assumed:
 * one text for most, a list of fields for 422, an object with a type on the newer record operations.
 */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): Refusal {
  return new Refusal(status, { error: message }, headers);
}

/** Paths whose newer versions refuse with 400 where the older ones refuse with 422. */
const newer = /^\/api\/v[23]\//;
const recordsV2 = /^\/api\/v2\/record/;

/** The refusal of a request that does not fit the document. */
export function refuseFindings(path: string, findings: readonly Finding[]): Refusal {
  if (recordsV2.test(path)) {
    const [first] = findings;
    const field = first?.pointer.slice(1).replaceAll('/', '.');
    return new Refusal(400, {
      error: {
        type: 'bad_request',
        message: findings.map(({ message }) => message).join(' '),
        ...(field && { field }),
      },
    });
  }
  const errors = findings.map(({ pointer, message }) => ({ message, details: pointer.slice(1).replaceAll('/', '.') }));
  return new Refusal(newer.test(path) ? 400 : 422, { errors });
}
