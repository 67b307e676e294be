import type { Streams } from '../cli/streams.ts';
import type { Count } from '../run/report.ts';

/** What a person sees while a run goes on. */
export interface Progress {
  /** @param done How many results there are, of how many. */
  report(outcome: keyof Count, done: number, of: number): void;
  end(): void;
}

/** A line that is written over on a terminal; a line for every tenth part elsewhere, as in a log. */
export function createProgress({ err, terminal }: Streams): Progress {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  let written = -1;
  const line = (done: number, of: number) => `${done} of ${of} done, ${count.failed} failed`;
  return {
    report(outcome, done, of) {
      count[outcome] += 1;
      if (terminal) {
        err(`\r\u001b[K${line(done, of)}`);
        return;
      }
      const tenth = Math.floor((done * 10) / of);
      if (tenth === written) return;
      written = tenth;
      err(`${line(done, of)}\n`);
    },
    end() {
      if (terminal) err('\r\u001b[K');
    },
  };
}
