import type { FaultKind } from '../kind.ts';

export interface DelayFault {
  /** How long to wait at least, in milliseconds. */
  milliseconds: number;
  /** How long to wait at most; the wait between the two follows from the tenant's seed. */
  upTo?: number;
}

/** A wait before the request is served. */
export const delay: FaultKind<DelayFault> = {
  properties: {
    milliseconds: { type: 'number', minimum: 0, maximum: 60_000 },
    upTo: { type: 'number', minimum: 0, maximum: 60_000 },
  },
  required: ['milliseconds'],
  delay({ milliseconds, upTo = milliseconds }, random) {
    const range = Math.max(0, upTo - milliseconds);
    return range === 0 ? milliseconds : milliseconds + (random.next() % (range + 1));
  },
};
