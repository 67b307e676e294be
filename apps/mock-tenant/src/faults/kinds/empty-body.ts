import type { FaultKind } from '../kind.ts';

/** The status of the answer with nothing behind it. */
export const emptyBody: FaultKind<Record<never, never>> = {
  properties: {},
  change: (_, { status, headers }) => ({ status, headers }),
};
