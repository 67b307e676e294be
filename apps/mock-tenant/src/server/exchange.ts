import type { Scheme } from '../auth/credentials.ts';
import type { Principal } from '../auth/principal.ts';
import type { Operation } from '../contract/document.ts';
import type { Finding } from '../contract/judge.ts';
import type { Transport } from '../faults/kind.ts';

/** A request as the tenant sees it, whether it came through a socket or from code. */
export interface Request {
  /** In capitals. */
  method: string;
  /** Path without query, not decoded. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  /** Scheme and host under which the caller knows the tenant, such as `http://127.0.0.1:4010`. */
  origin: string;
  /** Address of the caller. */
  address: string;
  /** Id of the key that a credential of the tenant puts in, null where that key is gone. Only calls from inside have one. */
  storedKey?: number | null;
}

export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** JSON, text or bytes, by the content type; undefined for no body. */
  body?: unknown;
  /** How it is sent, where a fault says so. */
  transport?: Transport;
  /** What goes on after the body, until the caller hangs up. */
  stream?: Stream;
}

/**
 * Sends pieces of text as they come.
 *
 * @param send Takes the next piece.
 * @returns A function that ends it.
 */
export type Stream = (send: (text: string) => void) => () => void;

/** What became known of a request while it was served. The journal keeps it. */
export interface Exchange {
  request: Request;
  operation?: Operation;
  principal?: Principal;
  scheme?: Scheme;
  /** Parsed JSON body, where one came. */
  body?: unknown;
  /** Story that the call is about, as it was before the call: it may take the story away. */
  storyId?: number | undefined;
  requestFindings: Finding[];
  unknownQuery: string[];
  answerFindings: Finding[];
  /** Kind of the fault that struck, where one did. */
  fault?: string;
  /** Who answered: a behaviour of the tenant, Prism, or the server itself. */
  answeredBy: 'behaviour' | 'prism' | 'server';
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

/** The answer to a request that is served no further. */
export class Refusal extends Error {
  readonly answer: Answer;

  /** @param status HTTP status from 400 on. */
  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    // A refusal is an answer and no fault of the mock: nobody reads where it came from, and a stack is dear to take.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(`Refused with ${status}`);
    Error.stackTraceLimit = stackTraceLimit;
    this.answer = json(status, body, headers);
  }
}

/**
 * The refusal of a header by which a test steers the mock, such as `x-mock-fault`: no live tenant knows the header, so the
 * document describes no answer to it.
 */
export class SteeringRefusal extends Refusal {
  constructor(message: string) {
    super(400, { error: message });
  }
}
