import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findProblems } from './find-problems.ts';
import { describeProblem } from './problems.ts';
import { mainRoot } from './sources.ts';

const help = `Lints the sources, and the bundle that they make.

  pnpm --filter @tines-openapi/spec lint                      the whole document
  pnpm --filter @tines-openapi/spec lint .scratch-cases.yaml  another root, named from spec/
  … --help                                                    shows this

Every finding has a line: file:line:column, what is wrong, how to mend it, the rule. Exit code 0 without a finding, 1 with
findings, 2 where nothing could be linted. The rules stand in spec/lint.
`;

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
if (values.help) console.log(help);
else process.exitCode = await main(positionals[0] === undefined ? mainRoot : resolve(positionals[0]));

async function main(root: string): Promise<number> {
  const name = relative(process.cwd(), root);
  if (!existsSync(root)) {
    console.error(`There is no ${name}.`);
    return 2;
  }
  const problems = await findProblems(root).catch((error: Error) => error.message);
  if (typeof problems === 'string') {
    console.error(`${name} cannot be linted: ${problems}`);
    return 2;
  }
  const lines = [...new Set(problems.map(describeProblem))].sort();
  for (const line of lines) console.log(line);
  console.log(lines.length === 0 ? `${name}: no findings.` : `${lines.length} findings.`);
  return lines.length === 0 ? 0 : 1;
}
