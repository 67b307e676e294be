import type { FaultKind } from '../kind.ts';

/** JSON that breaks off before its last character, under the right length. */
export const malformedJson: FaultKind<Record<never, never>> = {
  properties: {},
  change: (_, answer) => ({ ...answer, body: Buffer.from(JSON.stringify(answer.body ?? {}).slice(0, -1)) }),
};
