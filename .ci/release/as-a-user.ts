/** Does with the packed packages what a user does: installs them into an empty folder, compiles, calls, and holds the contract. */
import {
  createRepository,
  type Repository,
  type StartedMock,
  startMockByNpx,
} from '../../apps/consumers/test/repository.ts';
import type { Progress } from './progress.ts';

/**
 * Runs the steps; the first one that fails ends them, for each stands on the one before.
 *
 * @param archives Paths of the packed packages.
 */
export async function useAsAUser(archives: readonly string[], progress: Progress): Promise<void> {
  const repository = createRepository('typescript-fetch');
  const started: StartedMock[] = [];
  try {
    await runSteps(repository, archives, started, progress);
  } finally {
    for (const mock of started) await mock.stop();
    repository.remove();
  }
}

async function runSteps(
  repository: Repository,
  archives: readonly string[],
  started: StartedMock[],
  progress: Progress,
): Promise<void> {
  const { run } = repository;
  const steps: [name: string, work: () => Promise<string>][] = [
    ['npm install into an empty folder', () => install(run, archives)],
    ['types compile, libraries checked', () => run('npx', '--no-install', 'tsc')],
    ['npx tines-mock-tenant answers', () => startMock(repository, started)],
    ['the client calls it', () => callMock(run, started)],
    ['npx tines-contract run holds', () => holdContract(run, started)],
  ];
  for (const [name, work] of steps) {
    const well = await progress.step(name, async () => ({ detail: await work() }));
    if (!well) return;
  }
}

async function install(run: Repository['run'], archives: readonly string[]): Promise<string> {
  const said = await run('npm', 'install', '--no-audit', '--no-fund', ...archives);
  return /added \d+ packages/.exec(said)?.[0] ?? '';
}

async function startMock(repository: Repository, started: StartedMock[]): Promise<string> {
  const mock = await startMockByNpx(repository);
  started.push(mock);
  return mock.url;
}

async function callMock(run: Repository['run'], [mock]: StartedMock[]): Promise<string> {
  const answer: unknown = JSON.parse(await run('node', 'build/by-import.js', mock?.url ?? ''));
  const { bearer, userToken, refused } = answer as { bearer: string[]; userToken: string[]; refused: number[] };
  const asked = bearer.length > 0 && bearer.join() === userToken.join() && refused.join() === '401,401';
  if (!asked) throw new Error(`The two ways to send a key do not agree: ${JSON.stringify(answer)}`);
  return `${bearer.length} stories with each header, 401 with a wrong key`;
}

async function holdContract(run: Repository['run'], [mock]: StartedMock[]): Promise<string> {
  const args = ['run', '--target', mock?.url ?? '', '--sample', '--reporter', 'json'];
  const { total } = JSON.parse(await run('npx', '--no-install', 'tines-contract', ...args)) as {
    total: { passed: number; failed: number; skipped: number };
  };
  if (total.passed === 0 || total.failed > 0 || total.skipped > 0)
    throw new Error(
      `Of the contract's cases ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped.`,
    );
  return `${total.passed} cases`;
}
