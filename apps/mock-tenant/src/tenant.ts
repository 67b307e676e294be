import { setTimeout as wait } from 'node:timers/promises';
import type { OperationId } from '@tines-openapi/types/operations';
import { createManagement, type Management } from './admin/management.ts';
import { type Fault, Faults } from './faults/faults.ts';
import { assertCalled, type ExpectedCalls } from './journal/assert-called.ts';
import { Changes } from './journal/changes.ts';
import { Journal, type JournalEntry } from './journal/journal.ts';
import { type Listener, Listeners, type TenantEvent } from './journal/listeners.ts';
import { answerFetch } from './server/fetch.ts';
import { RateLimiter } from './server/rate-limit.ts';
import type { Clock } from './state/clock.ts';
import { openDataFile } from './state/data-file.ts';
import { seed } from './state/seed/index.ts';
import { checkSeed, isSnapshot } from './state/seed-file/check.ts';
import { plantSeed } from './state/seed-file/plant.ts';
import { changeSettings } from './state/settings.ts';
import { createState, restoreSnapshot, type Snapshot, type State, takeSnapshot } from './state/state.ts';
import type { TenantOptions } from './tenant-options.ts';

export type { TenantOptions };

/** A tenant without a socket. */
export interface Tenant {
  readonly state: State;
  readonly options: Required<
    Pick<TenantOptions, 'denied' | 'engine' | 'casesV1' | 'plan' | 'console' | 'allowedHosts' | 'wait' | 'onFault'>
  > &
    Pick<TenantOptions, 'mockToken'>;
  readonly journal: Journal;
  /** Faults that are planted. */
  readonly faults: Faults;
  /** Counts requests where rate limits are enforced; undefined where they are not. */
  readonly limiter: RateLimiter | undefined;
  /** Keys, people and settings, which a real tenant manages in its pages. */
  readonly manage: Management;
  /** The time of the tenant. It stands until a write moves it by a second, or somebody sets it. */
  readonly clock: Clock;
  /** Hears of requests as they come. */
  readonly listeners: Listeners;
  /** Hears of changes that are made beside the API. */
  readonly changes: Changes;
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
   * Listens to requests as they are answered: `request` is told of every one, `unhandled` of those that no operation takes,
   * `contract` of those whose answer did not fit the document.
   *
   * @returns A function that ends it.
   */
  on(event: TenantEvent, listener: Listener): () => void;
  /**
   * Holds the requests seen so far against what a test expected.
   *
   * @throws Error that lists the calls of the operation that there were, and in what they differ.
   */
  assertCalled(operation: OperationId, expected?: ExpectedCalls): void;
  /** @throws Error that lists every answer so far that did not fit the document. */
  assertContract(): void;
  /** Puts everything back to what it was at the start, takes faults away and empties the journal. */
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
 * Makes a tenant with the seed of the document's examples, with one of its own, or with what its data file holds.
 *
 * @throws Error where the data file is open elsewhere or holds something else.
 * @throws SeedError where the seed does not hang together.
 */
export function createTenant(options: TenantOptions = {}): Tenant {
  const state = createState();
  begin(state, options);
  const start = takeSnapshot(state);
  const file = options.data === undefined ? undefined : openDataFile(options.data, state);
  const journal = new Journal(options.journalSize ?? 1000);
  const onFault = options.onFault ?? ((error) => console.error(error));
  const listeners = new Listeners(onFault);
  const changes = new Changes();
  const saveAndTell = () => {
    file?.save();
    changes.tell();
  };
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
      console: options.console ?? true,
      allowedHosts: options.allowedHosts ?? [],
      wait: options.wait ?? (async (milliseconds) => void (milliseconds > 0 && (await wait(milliseconds)))),
      onFault,
      ...(options.mockToken !== undefined && { mockToken: options.mockToken }),
    },
    clock: savingClock(state.clock, () => file?.save()),
    listeners,
    changes,
    manage: createManagement(state, saveAndTell),
    get requests() {
      return journal.entries;
    },
    fetch: (request) => answerFetch(tenant, request),
    use: (fault) => tenant.faults.use(fault),
    on: (event, listener) => listeners.on(event, listener),
    assertCalled: (operation, expected) => assertCalled(journal.entries, operation, expected),
    assertContract: () => assertContract(journal.entries),
    reset: () => {
      restoreSnapshot(state, start);
      journal.clear();
      tenant.faults.clear();
      tenant.limiter?.clear();
      saveAndTell();
    },
    snapshot: () => takeSnapshot(state),
    restore: (snapshot) => {
      restoreSnapshot(state, snapshot);
      saveAndTell();
    },
    save: () => file?.save(),
    close: () => file?.close(),
  };
  return tenant;
}

/** Fills a new tenant. */
function begin(state: State, { seed: given, actionLogs }: TenantOptions): void {
  if (given === undefined) seed(state);
  else if (isSnapshot(given)) restoreSnapshot(state, given);
  else {
    checkSeed(given);
    plantSeed(state, given);
  }
  if (actionLogs !== undefined) changeSettings(state, { action_logs: actionLogs });
}

/** The clock for who moves it by hand: what it is set to is kept with everything else. */
function savingClock(clock: Clock, save: () => void): Clock {
  const saved = (move: (milliseconds: number) => void) => (milliseconds: number) => {
    move(milliseconds);
    save();
  };
  return { now: clock.now, iso: clock.iso, advance: saved(clock.advance), set: saved(clock.set) };
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
