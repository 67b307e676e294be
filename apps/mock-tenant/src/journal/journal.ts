import type { OperationId } from '@tines-openapi/types/operations';
import type { Scheme } from '../auth/credentials.ts';
import type { Finding } from '../contract/judge.ts';
import type { Answer, Exchange } from '../server/exchange.ts';
import type { KeyType } from '../state/rows.ts';
import { redactBody, redactHeaders, redactPath } from './redact.ts';

/** One request that the tenant has seen, without secrets. */
export interface JournalEntry {
  /** Number of the request, from 1. */
  id: number;
  /** Time of the tenant's clock. */
  at: string;
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body?: unknown;
  operationId: OperationId | null;
  /** Name of the user or service account; null where nobody was let in. */
  principal: string | null;
  keyType: KeyType | null;
  scheme: Scheme | null;
  status: number;
  answeredBy: Exchange['answeredBy'];
  /** Kind of the fault that struck; null where none did. */
  fault: string | null;
  /** How long it took, in milliseconds. */
  duration: number;
  /** What did not fit the document. */
  contract: { request: Finding[]; answer: Finding[]; unknownQuery: string[] };
  /** Body of the answer; null where there was none. */
  readonly answer: unknown;
}

/** The last requests, oldest first. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #limit: number;
  #count = 0;

  /** @param limit How many requests are kept; older ones are dropped. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(exchange: Exchange, answer: Answer, at: string, duration: number): JournalEntry {
    this.#count += 1;
    const entry = describe(exchange, answer, this.#count, at, duration);
    this.#entries.push(entry);
    if (this.#entries.length > this.#limit) this.#entries.shift();
    return entry;
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries.length = 0;
    this.#count = 0;
  }
}

function describe(exchange: Exchange, answer: Answer, id: number, at: string, duration: number): JournalEntry {
  const { request, operation, principal } = exchange;
  // Secrets are taken out when somebody looks: most answers are never looked at.
  let shown: { body: unknown } | undefined;
  return {
    get answer() {
      shown ??= { body: redactBody(answer.body ?? null) };
      return shown.body;
    },
    id,
    at,
    method: request.method,
    path: redactPath(request.path),
    query: Object.fromEntries(request.query),
    headers: redactHeaders(request.headers),
    ...(exchange.body !== undefined && { body: redactBody(exchange.body) }),
    operationId: operation?.id ?? null,
    principal: principal ? `${principal.actor.first_name} ${principal.actor.last_name}`.trim() : null,
    keyType: principal?.key.type ?? null,
    scheme: exchange.scheme ?? null,
    status: answer.status,
    answeredBy: exchange.answeredBy,
    fault: exchange.fault ?? null,
    duration,
    contract: {
      request: exchange.requestFindings,
      answer: exchange.answerFindings,
      unknownQuery: exchange.unknownQuery,
    },
  };
}
