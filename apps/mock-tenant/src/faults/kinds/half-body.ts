import type { FaultKind } from '../kind.ts';

/** The connection ends in the middle of the body, short of the length that was announced. */
export const halfBody: FaultKind<Record<never, never>> = {
  properties: {},
  change: (_, answer) => ({ ...answer, transport: { kind: 'half-body' } }),
};
