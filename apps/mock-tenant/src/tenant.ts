import { setTimeout as wait } from 'node:timers/promises';
import type { OperationId } from '@tines-openapi/types/operations';
import { createManagement, type Management } from './admin/management.ts';
import { type Fault, Faults } from './faults/faults.ts';
import { assertCalled, type ExpectedCalls } from './journal/assert-called.ts';
import { Journal, type JournalEntry } from './journal/journal.ts';
import { answerFetch } from './server/fetch.ts';
import { RateLimiter } from './server/rate-limit.ts';
import { openDataFile } from './state/data-file.ts';
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
  /**
   * Whether the rate limits of the document are enforced, by key and address: on the tenant's own clock, which tests can
   * move, or on the real one. Off unless set.
   */
  rateLimit?: 'off' | 'tenant-clock' | 'real-clock';
  /**
   * Path of an SQLite file in which the tenant survives the end of the process: what was answered is on the disk. Kept in
   * memory only unless set.
   */
  data?: string;
  /** Whether the paths of cases under /api/v1 are served, or answer 404 as announced for 2026-12-01. Served unless set. */
  casesV1?: 'served' | 'gone';
  /** What the plan of the tenant holds. Without cases all of their operations answer 401. It holds them unless set. */
  plan?: { cases?: boolean };
  /** How to wait where a fault delays, in milliseconds. Really waits unless set. */
  wait?: (milliseconds: number) => Promise<void>;
  /** Hears of faults of the mock itself. Written to standard error unless set. */
  onFault?: (error: unknown) => void;
}

/** A tenant without a socket. */
export interface Tenant {
  readonly state: State;
  readonly options: Required<Omit<TenantOptions, 'journalSize' | 'rateLimit' | 'data'>>;
  readonly journal: Journal;
  /** Faults that are planted. */
  readonly faults: Faults;
  /** Counts requests where rate limits are enforced; undefined where they are not. */
  readonly limiter: RateLimiter | undefined;
  /** Keys, people and settings, which a real tenant manages in its pages. */
  readonly manage: Management;
  /** Requests seen since the start or the last reset, oldest first, without secrets. */
  readonly requests: readonly JournalEntry[];
  /** Answers a request as the server would. */
  fetch(request: globalThis.Request): Promise<Response>;
  /**
   * Plants a fault.
   *
   * @returns A function that takes it away again.
   * @throws TypeError that names what is wrong with it and what is allowed.
   */
  use(fault: Fault): () => void;
  /**
   * Holds the requests seen so far against what a test expected.
   *
   * @throws Error that lists the calls of the operation that there were, and in what they differ.
   */
  assertCalled(operation: OperationId, expected?: ExpectedCalls): void;
  /** @throws Error that lists every answer so far that did not fit the document. */
  assertContract(): void;
  /** Puts everything back to the seed, takes faults away and empties the journal. */
  reset(): void;
  /** What the tenant holds now, as plain data. */
  snapshot(): Snapshot;
  /** Puts the tenant back to a snapshot; the journal stays. */
  restore(snapshot: Snapshot): void;
  /** Writes what changed to the data file, where there is one. */
  save(): void;
  /** Lets go of the data file, where there is one. */
  close(): void;
}

/**
 * Makes a tenant with the seed of the document's examples, or with what its data file holds.
 *
 * @throws Error where the data file is open elsewhere or holds something else.
 */
export function createTenant(options: TenantOptions = {}): Tenant {
  const state = createState();
  seed(state);
  const start = takeSnapshot(state);
  const file = options.data === undefined ? undefined : openDataFile(options.data, state);
  const journal = new Journal(options.journalSize ?? 1000);
  const tenant: Tenant = {
    state,
    journal,
    faults: new Faults(),
    limiter: createLimiter(state, options.rateLimit),
    options: {
      denied: options.denied ?? 404,
      engine: options.engine ?? 'tenant',
      casesV1: options.casesV1 ?? 'served',
      plan: { cases: options.plan?.cases ?? true },
      wait: options.wait ?? (async (milliseconds) => void (milliseconds > 0 && (await wait(milliseconds)))),
      onFault: options.onFault ?? ((error) => console.error(error)),
    },
    manage: createManagement(state),
    get requests() {
      return journal.entries;
    },
    fetch: (request) => answerFetch(tenant, request),
    use: (fault) => tenant.faults.use(fault),
    assertCalled: (operation, expected) => assertCalled(journal.entries, operation, expected),
    assertContract: () => assertContract(journal.entries),
    reset: () => {
      restoreSnapshot(state, start);
      file?.save();
      journal.clear();
      tenant.faults.clear();
      tenant.limiter?.clear();
    },
    snapshot: () => takeSnapshot(state),
    restore: (snapshot) => {
      restoreSnapshot(state, snapshot);
      file?.save();
    },
    save: () => file?.save(),
    close: () => file?.close(),
  };
  return tenant;
}

function createLimiter(state: State, mode: TenantOptions['rateLimit'] = 'off'): RateLimiter | undefined {
  if (mode === 'off') return undefined;
  return new RateLimiter(mode === 'real-clock' ? Date.now : state.clock.now);
}

function assertContract(entries: readonly JournalEntry[]): void {
  const broken = entries.flatMap(({ id, method, path, contract }) =>
    contract.answer.map(({ pointer, message }) => `#${id} ${method} ${path}: ${pointer} ${message}`),
  );
  if (broken.length > 0) throw new Error(`Answers did not fit the document:\n${broken.join('\n')}`);
}
