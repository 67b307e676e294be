/** What the program ends with, so that a script can tell the reasons apart. */
export const exitCodes = {
  /** Every case holds; no difference was found. */
  ok: 0,
  /** A case failed; a difference was found. */
  failed: 1,
  /** Something wrong on the command line, in the environment or in a file that was handed over. */
  usage: 2,
  /** No answer came from the target. */
  unreachable: 3,
  /** The target refuses the key. */
  refused: 4,
  /** Something answers, but it is not this API. */
  otherApi: 5,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A reason to end, in one sentence for a person, with its exit code. It holds no secret. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Something wrong with what the caller handed over. */
export function usageError(message: string): CommandError {
  return new CommandError(exitCodes.usage, message);
}
