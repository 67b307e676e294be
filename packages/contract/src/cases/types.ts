import type { KeyName } from './keys.ts';

/** A request of a case. What the document gives as parameter or body stands here as plain values. */
export interface CaseRequest {
  /** Values of the path template by name. */
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  /** Headers beside those of the key. `{teamViewer}` in a value stands for that key. */
  headers?: Record<string, string>;
  body?: unknown;
  /** Whether a slash follows the path. */
  trailingSlash?: boolean;
}

/** What an answer must be, beside fitting the document. */
export interface Expectation {
  /**
   * The status, or several of which one must come. `denied` is how a tenant answers a valid key without the right: 404, or
   * 403 where it is told to; no public page settles which.
   */
  status: number | number[] | 'denied';
  /**
   * Values that the body must hold. Objects may hold more; lists must have the same length. `{"$kept": name}` stands for a
   * value that an earlier step kept.
   */
  includes?: unknown;
  /** A JSON Schema (2020-12) that the body must fit. Under `const`, `{"$kept": name}` stands for a value as above. */
  schema?: Record<string, unknown>;
  /** The bytes that the body must be, in base64. Only for operations that answer with a file. */
  bytes?: string;
}

/** One call and what must come back. */
export interface CaseStep {
  /** Operation id. */
  operation: string;
  /** Who calls; in a follow-up, the key of the case unless set. */
  key?: KeyName;
  request?: CaseRequest;
  expect: Expectation;
  /** Values of the answer to keep for follow-ups: name to JSON pointer. `{"$kept": name}` there stands for one. */
  keep?: Record<string, string>;
}

/**
 * Why a call is refused: no valid key, a right that the key lacks, something that does not exist for the key, a request that
 * does not fit the document, or a rule of the API that only the state of the tenant can tell.
 */
export type Refusal = 'key' | 'right' | 'missing' | 'contract' | 'rule';

/** A contract case: a call, what must come back, what must then be true, and the public fact it rests on. */
export interface Case extends CaseStep {
  /** A sentence, unique within its section. */
  name: string;
  key: KeyName;
  /** Only on calls that must be refused. */
  refused?: Refusal;
  /** Follow-ups, in order. */
  followUps?: CaseStep[];
  /** Whether the answer depends on the request and the document alone, so that examples can answer it too. */
  stateless?: true;
  /** Run on purpose in these schemes only; both unless set. */
  schemes?: Scheme[];
  fact: Fact;
}

/** How a request carries its key. */
export type Scheme = 'bearer' | 'userToken';

/** What is publicly known that the case rests on, and the public page or program it comes from. */
export interface Fact {
  says: string;
  source: string;
}

/** A file of `cases/`. */
export interface CaseFile {
  $schema: string;
  section: string;
  cases: Case[];
}

/** A case with the section that it belongs to. */
export interface SectionCase extends Case {
  section: string;
}
