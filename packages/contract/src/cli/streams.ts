/** Where a command writes: results to `out`, progress and reasons to `err`. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
  /** Whether a line of progress may be written over. */
  terminal: boolean;
}

/** The streams of this process. */
export const processStreams: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
};
