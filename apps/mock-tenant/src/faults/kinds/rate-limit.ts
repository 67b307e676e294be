import { json } from '../../server/exchange.ts';
import type { FaultKind } from '../kind.ts';

export interface RateLimitFault {
  /** Value of `Retry-After`: seconds, an HTTP date, or `none` for no header. 1 second unless set. */
  retryAfter?: number | string;
}

/** 429, with or without a header that says how long to wait. */
export const rateLimit: FaultKind<RateLimitFault> = {
  properties: {
    retryAfter: {
      anyOf: [
        { type: 'number', minimum: 0 },
        { type: 'string', minLength: 1 },
      ],
    },
  },
  answer({ retryAfter = 1 }) {
    const headers: Record<string, string> = retryAfter === 'none' ? {} : { 'retry-after': String(retryAfter) };
    return json(429, { error: 'Too many requests.' }, headers);
  },
};
