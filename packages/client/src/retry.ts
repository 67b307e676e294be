/** When and how often a call is sent again. */
export interface RetryPolicy {
  /** Tries in all, the first one included. 3 unless set; 1 switches retries off. */
  readonly attempts: number;
  /** Milliseconds; the longest wait before the second try, doubled for each further one. 500 unless set. 0, for tests, waits for nothing, also not as long as the server asks. */
  readonly baseDelay: number;
  /** Milliseconds; what doubling stops at. 20,000 unless set. */
  readonly maxDelay: number;
  /** Milliseconds; a longer wait asked for by `Retry-After` fails at once instead. 60,000 unless set. */
  readonly maxWait: number;
}

export const defaultRetry: RetryPolicy = { attempts: 3, baseDelay: 500, maxDelay: 20_000, maxWait: 60_000 };

/** What is known of a try that failed. */
export interface FailedTry {
  /** Which try it was, from 1. */
  readonly attempt: number;
  /** Status of the answer; undefined where none came. */
  readonly status: number | undefined;
  /** Milliseconds that the answer asked to wait. */
  readonly wait: number | undefined;
  /** Whether the call may be sent again at all. */
  readonly repeatable: boolean;
}

/**
 * Whether a call of this kind may be sent again by default: a second try has no further effect. Never for POST, as no way to
 * make it safe is documented, and not where a PUT adds something.
 *
 * @param path The template.
 */
export function retryable(method: string, path: string): boolean {
  return method !== 'POST' && !/^\/webhook|\/actions\/batch$/.test(path);
}

/** Whether a failed try is followed by another one. */
export function shouldRetry({ attempt, status, wait = 0, repeatable }: FailedTry, policy: RetryPolicy): boolean {
  if (!repeatable || !(attempt < policy.attempts) || wait > policy.maxWait) return false;
  return /undefined|408|429|50[0234]/.test(`${status}`);
}

/**
 * Milliseconds until the next try: what the server asked for, or else any time up to the doubled base ("full jitter", so that
 * clients that failed together do not come back together).
 *
 * @param random From 0 up to 1.
 */
export function delayFor(
  { attempt, wait }: Pick<FailedTry, 'attempt' | 'wait'>,
  { baseDelay, maxDelay }: RetryPolicy,
  random: number,
): number {
  return baseDelay && (wait ?? random * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1)));
}

/**
 * Milliseconds of a `Retry-After` header, which is seconds or a date.
 *
 * @param now Milliseconds since 1970.
 * @returns undefined where there is none or it is neither. Never negative.
 */
export function waitOf(headers: Headers | undefined, now = Date.now()): number | undefined {
  const text = headers?.get('retry-after') || 'none';
  const wait = Number(text) >= 0 ? Number(text) * 1000 : Date.parse(text) - now;
  return wait >= 0 ? wait : wait < 0 ? 0 : undefined;
}
