import { parseArgs } from 'node:util';
import { CaseFileError, readCases } from '../cases/load.ts';
import { caseFromIssue } from '../issue/case.ts';
import { FormError } from '../issue/form.ts';
import { type ExitCode, exitCodes, usageError } from './exit-codes.ts';
import { demandWritable, readText, writeWhole } from './files.ts';
import { readFlags } from './read-options.ts';
import type { Streams } from './streams.ts';

const flags = { issue: { type: 'string' }, out: { type: 'string' } } as const;

/**
 * Turns the body of an issue that was filed with the form into a file with one case, for `run --cases`.
 *
 * @throws CommandError that says what of the form is missing; nothing is written then.
 */
export async function makeCase(args: string[], _: NodeJS.ProcessEnv, { out, err }: Streams): Promise<ExitCode> {
  const { issue, out: file } = readFlags(() => parseArgs({ args, options: flags, allowPositionals: false }).values);
  if (issue === undefined) throw usageError('Say with --issue which file holds the body of the issue.');
  demandWritable('--out', file);
  const text = makeText(issue, readText(issue));
  if (file === undefined) out(text);
  else {
    writeWhole(file, text);
    err(`Wrote ${file}. tines-contract run --cases ${file} holds the mock tenant against it.\n`);
  }
  return exitCodes.ok;
}

function makeText(issue: string, markdown: string): string {
  try {
    const text = `${JSON.stringify(caseFromIssue(markdown), null, 2)}\n`;
    readCases(issue, text);
    return text;
  } catch (error) {
    if (error instanceof FormError || error instanceof CaseFileError) {
      throw usageError(`No case can be made of ${issue}. ${error.message}`);
    }
    throw error;
  }
}
