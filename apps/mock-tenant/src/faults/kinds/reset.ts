import type { FaultKind } from '../kind.ts';

export interface ResetFault {
  /** Whether the headers of the answer still get out. `before-headers` unless set. */
  when?: 'before-headers' | 'after-headers';
}

/** The connection breaks. The tenant has done what was asked, so a caller cannot know whether it took effect. */
export const reset: FaultKind<ResetFault> = {
  properties: { when: { enum: ['before-headers', 'after-headers'] } },
  change: ({ when = 'before-headers' }, answer) => ({ ...answer, transport: { kind: 'reset', when } }),
};
