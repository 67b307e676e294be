/**
 * `pnpm release:diff [--base FILE_OR_TAG] [--revision FILE] [--output FILE]`: what changed in the document since the last release,
 * and whether it may be released like that.
 *
 * The base is the newest tag of a release, or what is named. The Markdown goes to standard output, or to a file. Exit codes:
 * 0 it may be released, or there was no release yet; 1 a breaking change is not named by a major changeset; 2 wrong flags or base.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NoSuchBase } from './base.ts';
import { renderChanges } from './change-text.ts';
import { checkDocument, type DocumentCheck } from './check-document.ts';
import { explainRefusal } from './gate.ts';
import { root } from './packages.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  let flags: { base?: string; revision?: string; output?: string };
  try {
    const text = { type: 'string' } as const;
    flags = parseArgs({ args, options: { base: text, revision: text, output: text } }).values;
  } catch (error) {
    return refuse(`${(error as Error).message} Allowed: --base FILE_OR_TAG, --revision FILE, --output FILE.`, 2);
  }
  let check: DocumentCheck;
  try {
    check = await checkDocument(root, flags.base, flags.revision);
  } catch (error) {
    if (error instanceof NoSuchBase) return refuse(error.message, 2);
    throw error;
  }
  const { base, changes, unnamed } = check;
  if (base === undefined) {
    const tags = 'neither @tines-openapi/spec@x.y.z nor vx.y.z is a tag here';
    process.stdout.write(
      `No release yet (${tags}), so there is nothing to compare with. --base FILE compares with a file.\n`,
    );
    return 0;
  }
  const markdown = `${renderChanges(changes)}\n`;
  if (flags.output === undefined) process.stdout.write(markdown);
  else writeFileSync(flags.output, markdown);
  const count = (impact: string) => changes.filter((change) => change.impact === impact).length;
  const counts = `${count('major')} breaking, ${count('minor')} new, ${count('patch')} other`;
  if (unnamed.length > 0) return refuse(`since ${base.label}: ${counts}.\n${explainRefusal(unnamed)}`, 1);
  process.stderr.write(`release:diff: since ${base.label}: ${counts}. It may be released like that.\n`);
  return 0;
}

function refuse(message: string, code: number): number {
  process.stderr.write(`release:diff: ${message}\n`);
  return code;
}
