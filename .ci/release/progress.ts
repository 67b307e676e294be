/** Where the lines of a run go. */
export type Write = (text: string) => void;

/** What a step ends with: a few words to show beside its name, or sentences that say what is wrong. */
export interface Outcome {
  detail?: string;
  problems?: readonly string[];
}

/** Runs steps one after another, shows each with its seconds, and remembers what was wrong. */
export class Progress {
  readonly problems: string[] = [];
  readonly #write: Write;
  readonly #live: boolean;

  /** @param live Whether the running step may be shown and written over: on a terminal. */
  constructor(write: Write, live: boolean) {
    this.#write = write;
    this.#live = live;
  }

  /**
   * Runs a step. What it throws is a problem too.
   *
   * @returns Whether it went well.
   */
  async step(name: string, work: () => Promise<Outcome>): Promise<boolean> {
    const started = performance.now();
    if (this.#live) this.#write(`  .. ${name}\r`);
    const { detail = '', problems = [] } = await work().catch(
      (error: unknown): Outcome => ({ problems: [error instanceof Error ? error.message : String(error)] }),
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    const well = problems.length === 0;
    this.#write(`  ${well ? 'ok' : '!!'} ${name.padEnd(34)}${seconds} s  ${detail}`.trimEnd().concat('\n'));
    for (const problem of problems) this.#write(`     ${problem}\n`);
    this.problems.push(...problems);
    return well;
  }
}
