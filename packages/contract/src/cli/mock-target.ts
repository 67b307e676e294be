/** A target of a run, how it is put back between cases, and how it is left. */
export interface Target {
  url: string;
  reset: (() => Promise<void> | void) | undefined;
  close(): Promise<void>;
}

/** Starts a mock tenant for one run. It is loaded here only, since a run against another target does not need it. */
export async function startOwnMock(): Promise<Target> {
  const { startMockTenant } = await import('@tines-openapi/mock-tenant');
  const { url, reset, close } = await startMockTenant();
  return { url, reset, close };
}

/**
 * A target that somebody else has started. Where it is a mock tenant, it can be put back to its seed; a real one is never
 * asked for that.
 */
export async function reachTarget(url: string, mayReset: boolean): Promise<Target> {
  const isMock = mayReset && (await fetch(`${url}/_mock/health`).catch(() => undefined))?.ok === true;
  const reset = isMock ? async () => void (await fetch(`${url}/_mock/reset`, { method: 'POST' })) : undefined;
  return { url, reset, close: async () => {} };
}
