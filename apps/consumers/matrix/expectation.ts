import type { Consumer } from './consumer.ts';
import type { Result } from './results.ts';

/** @returns What a result has reached, in the form in which a consumer expects it. */
export function reachedBy({ generates, compiles, calls }: Result): Consumer['expected'] {
  return { generates, compiles, calls: calls.bearer && calls.userToken };
}

/** Whether a result is as its consumer expects. */
export function isAsExpected({ expected }: Consumer, result: Result): boolean {
  const reached = reachedBy(result);
  return (
    reached.generates === expected.generates &&
    reached.compiles === expected.compiles &&
    reached.calls === expected.calls
  );
}
