import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  readonly keep: boolean;
  /** Names of the folders to run. */
  readonly names: readonly string[];
}

/** A command line that cannot be followed. */
export class CommandLineError extends Error {
  override name = 'CommandLineError';
}

export const help = `Usage: node matrix/run.ts [options]

Runs the generators' repositories and writes generators/results.json and GENERATORS.md.

  --only <name,...>  runs these folders of generators/ alone; the rows of the others stay
  --keep             leaves each repository where it was made, and says where
  --help             this text

A generator whose commands or headers are not installed is skipped, and its row stays; with REQUIRE_ALL_TOOLCHAINS set that is a failure.
Ends with 0, with 1 where a result is not as its consumer.json expects, with 2 for a wrong command line or consumer.json.
`;

/**
 * Reads the command line.
 *
 * @param known Names of all folders.
 * @throws CommandLineError for an unknown option or name.
 */
export function readOptions(argv: readonly string[], known: readonly string[]): Options {
  const { only, keep, help } = parse(argv);
  const names = only?.flatMap((value) => value.split(',')).map((name) => name.trim()) ?? known;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new CommandLineError(`There is no generator "${unknown}"; there are ${known.join(', ')}.`);
  return { names, keep, help };
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        only: { type: 'string', multiple: true },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new CommandLineError(`${(error as Error).message} Known are --only, --keep and --help.`);
  }
}
