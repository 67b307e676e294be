import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startMockTenant } from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The commands that stand under a heading of the README. */
function commandsUnder(heading: string): string {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const commands = /```sh\n([\s\S]*?)```/.exec(section)?.[1];
  if (commands === undefined) throw new Error(`The README has no commands under "${heading}".`);
  return commands;
}

test('the session of the README does what it says', async () => {
  const tenant = await startMockTenant();
  const script = commandsUnder('A session').replace('http://127.0.0.1:4010', tenant.url);
  const { stdout } = await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', script]);
  await tenant.close();
  expect(stdout.match(/^\d{3}$|(?<=\})\d{3}$/gm)).toEqual(['404', '503', '200']);
  const { audit_logs } = JSON.parse(stdout.slice(stdout.indexOf('{"audit_logs"')));
  expect(audit_logs).toMatchObject([
    { operation_name: 'StoryCreation', user_name: 'CI' },
    { operation_name: 'AuthenticationTokenCreation', user_name: 'Dev Patel' },
  ]);
  tenant.assertCalled('createStory', { times: 1, body: { name: 'Lost laptop' }, status: 201 });
  tenant.assertCalled('getStory', { times: 1, status: 200 });
  tenant.assertContract();
});

test('every option of the command line that the README names is there', async () => {
  const { renderHelp } = await import('../src/cli/help.ts');
  const named = new Set(readme.match(/(?<=`| )--[a-z][a-z0-9-]+/g));
  const help = renderHelp();
  expect([...named].filter((option) => option !== '--cacert' && !help.includes(option))).toEqual([]);
});
