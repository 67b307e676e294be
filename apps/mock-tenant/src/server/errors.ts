import type { Finding } from '../contract/judge.ts';
import { Refusal } from './exchange.ts';

/**
 * The shapes of errors. Which endpoint answers in which shape is known for few of them, so what is used where is assumed:
 * one text for most, a list of fields for 422. `record-errors.ts` and `scim.ts` turn both into the shapes of their paths.
 */
export function refuse(status: number, message: string, headers: Record<string, string> = {}): Refusal {
  return new Refusal(status, { error: message }, headers);
}

/** Newer versions refuse with 400 where the older ones refuse with 422; the list of AI conversations does so too. */
const newer = /^\/api\/(v[23]|v1\/workbench)(\/|$)/;

/** The refusal of a request that does not fit the document. */
export function refuseFindings(path: string, findings: readonly Finding[]): Refusal {
  const errors = findings.map(({ pointer, message }) => ({ message, details: pointer.slice(1).replaceAll('/', '.') }));
  return new Refusal(newer.test(path) ? 400 : 422, { errors });
}
