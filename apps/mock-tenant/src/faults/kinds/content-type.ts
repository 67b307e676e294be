import type { FaultKind } from '../kind.ts';

export interface ContentTypeFault {
  /** Media type to announce; `text/plain` unless set. */
  mediaType?: string;
}

/** The right body under a wrong content type. */
export const contentType: FaultKind<ContentTypeFault> = {
  properties: { mediaType: { type: 'string', pattern: '^[\\w.+-]+/[\\w.+-]+$' } },
  change({ mediaType = 'text/plain' }, answer) {
    const body = answer.body === undefined ? answer.body : Buffer.from(JSON.stringify(answer.body));
    return { ...answer, headers: { ...answer.headers, 'content-type': mediaType }, body };
  },
};
