import type { Answer } from '../server/exchange.ts';
import type { Random } from '../state/random.ts';

/** How an answer is sent where it is not simply sent. Only a socket can do these; without one the call fails. */
export type Transport =
  | { kind: 'reset'; when: 'before-headers' | 'after-headers' }
  | { kind: 'half-body' }
  | { kind: 'slow-body'; milliseconds: number };

/** One way to misbehave. A kind answers in the tenant's place, or changes what the tenant answered, or waits first. */
export interface FaultKind<Options> {
  /** JSON Schema of the options, beside `kind` and what says when the fault strikes. */
  readonly properties: Record<string, unknown>;
  readonly required?: readonly (keyof Options & string)[];
  /** The answer in the place of the tenant's; the request changes nothing then. */
  answer?(options: Options): Answer;
  /** The answer that is sent instead of the one that the tenant gave. */
  change?(options: Options, answer: Answer): Answer;
  /** Milliseconds to wait before the request is served. */
  delay?(options: Options, random: Random): number;
}
