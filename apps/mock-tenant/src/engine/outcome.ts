/** What an action makes of an event. */
export type Outcome =
  | { kind: 'emit'; outputs: unknown[] }
  /** A condition that does not hold: only links that follow `NO_MATCH` go on. */
  | { kind: 'no_match' }
  /** The action cannot do what its options say: links that follow `FAILURE` go on. */
  | { kind: 'fail'; message: string }
  /** The action comes back to the event later. */
  | { kind: 'wait'; milliseconds: number }
  | { kind: 'nothing' };

/** An outcome with what the action remembers and writes into its log beside it. */
export interface Performance {
  outcome: Outcome;
  memory?: readonly unknown[];
  /** Log lines: 2 warning, 3 information. Errors come of the outcome. */
  logs?: readonly { level: 2 | 3; message: string }[];
}

/** @param outputs What the action emits, one event for each. */
export function emit(...outputs: unknown[]): Performance {
  return { outcome: { kind: 'emit', outputs } };
}

export function fail(message: string): Performance {
  return { outcome: { kind: 'fail', message } };
}
