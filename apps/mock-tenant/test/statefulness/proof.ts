/** One call: method and path, and the body where there is one. */
export type Step = readonly [line: string, body?: unknown];

/** That a write by one operation changes what another reads. It counts for both. */
export interface Proof {
  write: Step;
  read: Step;
  /** What must have happened before the write. */
  first?: readonly Step[];
  /** What brings the change to light, between the write and the read. */
  between?: readonly Step[];
}
