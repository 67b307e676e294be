import { CommandError, exitCodes } from './exit-codes.ts';

/** Puts a mock tenant back to its seed. */
export type Reset = () => Promise<void> | void;

/** A mock tenant that runs for one command. */
export interface OwnMock {
  url: string;
  reset: Reset;
  close(): Promise<void>;
}

/** Starts a mock tenant for one run. It is loaded here only, since a run against another target does not need it. */
export async function startOwnMock(): Promise<OwnMock> {
  const { startMockTenant } = await import('@tines-openapi/mock-tenant');
  const { url, reset, close } = await startMockTenant();
  return { url, reset, close };
}

/** Milliseconds for the question whether a target is a mock tenant. */
const patience = 5000;

/**
 * How a target that somebody else has started is put back to its seed, where it is a mock tenant. A real one is never asked
 * for that.
 *
 * @param url Of a target that answers.
 */
export async function findReset(url: string): Promise<Reset | undefined> {
  const signal = AbortSignal.timeout(patience);
  const health = await fetch(`${url}/_mock/health`, { signal, redirect: 'manual' }).catch(() => undefined);
  return health?.ok ? () => resetMock(url) : undefined;
}

/** @throws CommandError where the mock has gone away or refuses, since no case would start from where it should. */
async function resetMock(url: string): Promise<void> {
  const { status } = await fetch(`${url}/_mock/reset`, { method: 'POST' }).catch(() => {
    throw new CommandError(exitCodes.unreachable, `${url} has stopped answering. No report was written.`);
  });
  if (status < 400) return;
  const message = `${url} refuses to be put back to its seed (${status}); --no-reset runs the cases without.`;
  throw new CommandError(exitCodes.refused, message);
}
