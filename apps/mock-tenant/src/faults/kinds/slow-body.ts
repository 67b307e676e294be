import type { FaultKind } from '../kind.ts';

export interface SlowBodyFault {
  /** How long the second half of the body waits after the first, in milliseconds. */
  milliseconds: number;
}

/** The headers and half of the body come at once, the rest late. */
export const slowBody: FaultKind<SlowBodyFault> = {
  properties: { milliseconds: { type: 'number', minimum: 0, maximum: 60_000 } },
  required: ['milliseconds'],
  change: ({ milliseconds }, answer) => ({ ...answer, transport: { kind: 'slow-body', milliseconds } }),
};
