import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;

interface Job {
  uses?: string;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  steps?: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const files = globSync('.github/workflows/*.yml', { cwd: root });

test('there is a workflow for changes, for releases and for the docs', () => {
  expect(files.toSorted()).toEqual(
    expect.arrayContaining(['ci', 'docs', 'release'].map((name) => `.github/workflows/${name}.yml`)),
  );
});

describe.each(files)('%s', (file) => {
  const workflow: Workflow = parse(read(file));
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);

  test('pins every action to a commit and says which version that is', () => {
    const used = read(file)
      .split('\n')
      .filter((line) => /\buses: (?!\.\/)/.test(line));
    for (const line of used) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('gives no right at its top but to read, and gives each job what it needs', () => {
    for (const right of Object.values(workflow.permissions ?? { none: 'missing' })) expect(right).toBe('read');
    for (const job of Object.values(workflow.jobs))
      expect(job.uses ?? job['timeout-minutes'], 'a job ends by itself').toBeDefined();
  });

  test('leaves no credentials behind in the clone', () => {
    const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });

  test('runs the scripts that a person runs, and nothing of its own', () => {
    const commands = steps.flatMap((step) => [step.run, step.with?.['version-script'], step.with?.['publish-script']]);
    for (const command of commands.filter((one) => one !== undefined)) {
      const [, script] = /^npx --yes pnpm@12 ([\w:]+)(?: --frozen-lockfile)?$/.exec(String(command)) ?? [];
      expect(script === 'install' || script === undefined ? command : scripts[script], String(command)).toBeDefined();
      if (script === undefined) expect(command).toBe('.ci/run');
    }
  });
});
