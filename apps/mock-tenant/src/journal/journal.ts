import type { OperationId } from '@tines-openapi/types/operations';
import type { Scheme } from '../auth/credentials.ts';
import type { Finding } from '../contract/judge.ts';
import type { Encoded } from '../server/encode.ts';
import type { Exchange } from '../server/exchange.ts';
import { nameOf } from '../state/audit.ts';
import type { KeyType, UserRow } from '../state/rows.ts';
import { AnswerTexts } from './answer-texts.ts';
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
  /** Body of the answer; null where there was none, and a word for it once later answers took its place. */
  readonly answer: unknown;
}

/** Most characters of answers that a journal keeps. */
const answerLimit = 8 * 1024 * 1024;

/** The last requests, oldest first. */
export class Journal {
  readonly #kept: Kept[] = [];
  readonly #answers = new AnswerTexts(answerLimit);
  readonly #limit: number;
  #count = 0;

  /** @param limit How many requests are kept; older ones are dropped. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @returns A function that shows the request as the journal has it. */
  add(exchange: Exchange, answer: Encoded, at: string, duration: number): () => JournalEntry {
    this.#count += 1;
    const kept = keep(exchange, answer, this.#count, at, duration);
    if (typeof answer.bytes === 'string') this.#answers.add(kept.id, answer.bytes);
    // In the place of the one that is too old by now: to shift a thousand others costs more than all the rest.
    this.#kept[(kept.id - 1) % this.#limit] = kept;
    this.#answers.delete(kept.id - this.#limit);
    return () => this.#show(kept);
  }

  get entries(): readonly JournalEntry[] {
    const oldest = this.#count % this.#limit;
    const inOrder =
      this.#count > this.#limit ? [...this.#kept.slice(oldest), ...this.#kept.slice(0, oldest)] : this.#kept;
    return inOrder.map((kept) => this.#show(kept));
  }

  clear(): void {
    this.#kept.length = 0;
    this.#answers.clear();
    this.#count = 0;
  }

  #show(kept: Kept): JournalEntry {
    kept.shown ??= show(kept, () => this.#answers.get(kept.id));
    return kept.shown;
  }
}

/** A request as it is kept: its secrets are taken out when somebody looks, which at most requests nobody does. */
interface Kept extends Omit<JournalEntry, 'query' | 'headers' | 'answer' | 'principal'> {
  query: URLSearchParams;
  headers: Exchange['request']['headers'];
  actor: UserRow | undefined;
  /** How the body of the answer is to be read; a number of bytes that are no text. */
  answered: 'json' | 'text' | 'nothing' | number;
  shown: JournalEntry | undefined;
}

function keep(exchange: Exchange, answer: Encoded, id: number, at: string, duration: number): Kept {
  const { request, operation } = exchange;
  return {
    id,
    at,
    method: request.method,
    path: request.path,
    query: request.query,
    headers: request.headers,
    // At once: what came can be large, and its shown form is not.
    body: exchange.body === undefined ? undefined : redactBody(exchange.body),
    operationId: operation?.id ?? null,
    // Not the principal, whose sets of rights are made for each request and would outlive it here.
    actor: exchange.principal?.actor,
    keyType: exchange.principal?.key.type ?? null,
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
    answered: kindOf(answer),
    shown: undefined,
  };
}

function kindOf({ body, bytes }: Encoded): Kept['answered'] {
  if (bytes === null) return 'nothing';
  if (typeof bytes !== 'string') return bytes.length;
  return bytes === body ? 'text' : 'json';
}

/** @param read Gives the body of the answer as it was sent, as long as it is kept. */
function show(
  { query, headers, body, actor, answered, shown, ...kept }: Kept,
  read: () => string | undefined,
): JournalEntry {
  let answer: { body: unknown } | undefined;
  return {
    ...kept,
    path: redactPath(kept.path),
    query: Object.fromEntries(query),
    headers: redactHeaders(headers),
    ...(body !== undefined && { body }),
    principal: actor ? nameOf(actor) : null,
    get answer() {
      answer ??= { body: readAnswer(answered, read()) };
      return answer.body;
    },
  };
}

function readAnswer(answered: Kept['answered'], text: string | undefined): unknown {
  if (answered === 'nothing') return null;
  if (typeof answered === 'number') return `${answered} bytes`;
  if (text === undefined) return '[no longer kept]';
  return redactBody(answered === 'json' ? JSON.parse(text) : text);
}
