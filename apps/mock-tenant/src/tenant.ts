import { Journal, type JournalEntry } from './journal/journal.ts';
import { serve } from './server/serve.ts';
import { seed } from './state/seed/index.ts';
import { createState, restoreSnapshot, type Snapshot, type State, takeSnapshot } from './state/state.ts';

export interface TenantOptions {
  /**
   * Status for a valid key that lacks the right: 404, as a live tenant was seen to answer, or 403. An object of a team that
   * the key cannot see is 404 in any case. 404 unless set.
   */
  denied?: 403 | 404;
  /** `prism` answers every operation from the examples of the document, for comparison. `tenant` unless set. */
  engine?: 'tenant' | 'prism';
  /** How many requests the journal keeps. 1000 unless set. */
  journalSize?: number;
  /** Hears of faults of the mock itself. Written to standard error unless set. */
  onFault?: (error: unknown) => void;
}

/** A tenant without a socket. */
export interface Tenant {
  readonly state: State;
  readonly options: Required<Omit<TenantOptions, 'journalSize'>>;
  readonly journal: Journal;
  /** Requests seen since the start or the last reset, oldest first, without secrets. */
  readonly requests: readonly JournalEntry[];
  /** Answers a request as the server would. */
  fetch(request: globalThis.Request): Promise<Response>;
  /** Puts everything back to the seed and empties the journal. */
  reset(): void;
  /** What the tenant holds now, as plain data. */
  snapshot(): Snapshot;
  /** Puts the tenant back to a snapshot; the journal stays. */
  restore(snapshot: Snapshot): void;
}

/** Makes a tenant with the seed of the document's examples. */
export function createTenant(options: TenantOptions = {}): Tenant {
  const state = createState();
  seed(state);
  const start = takeSnapshot(state);
  const journal = new Journal(options.journalSize ?? 1000);
  const tenant: Tenant = {
    state,
    journal,
    options: {
      denied: options.denied ?? 404,
      engine: options.engine ?? 'tenant',
      onFault: options.onFault ?? ((error) => console.error(error)),
    },
    get requests() {
      return journal.entries;
    },
    fetch: (request) => answerFetch(tenant, request),
    reset: () => {
      restoreSnapshot(state, start);
      journal.clear();
    },
    snapshot: () => takeSnapshot(state),
    restore: (snapshot) => restoreSnapshot(state, snapshot),
  };
  return tenant;
}

async function answerFetch(tenant: Tenant, request: globalThis.Request): Promise<Response> {
  const url = new URL(request.url);
  const answer = await serve(tenant, {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(request.headers),
    body: Buffer.from(await request.arrayBuffer()),
    origin: url.origin,
    address: '127.0.0.1',
  });
  return new Response(encodeBody(answer.body) as ConstructorParameters<typeof Response>[0], {
    status: answer.status,
    headers: answer.headers,
  });
}

/** The bytes of a body: JSON for data, the text or the bytes themselves otherwise. */
export function encodeBody(body: unknown): string | Buffer | null {
  if (body === undefined) return null;
  return Buffer.isBuffer(body) ? body : JSON.stringify(body);
}
