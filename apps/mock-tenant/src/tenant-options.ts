import type { Seed } from './state/seed-file/seed.ts';
import type { Snapshot } from './state/state.ts';

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
  /** What the tenant begins with: people, teams, stories and keys, or a snapshot. The document's examples unless set. */
  seed?: Seed | Snapshot;
  /** Whether the paths of cases under /api/v1 are served, or answer 404 as announced for 2026-12-01. Served unless set. */
  casesV1?: 'served' | 'gone';
  /** What the plan of the tenant holds. Without cases all of their operations answer 401. It holds them unless set. */
  plan?: { cases?: boolean };
  /** Whether runs leave log lines of actions; on one live tenant the lists stayed empty. They do unless set. */
  actionLogs?: boolean;
  /** What `/_mock` asks for in the header `X-Mock-Token`. It takes no token unless set. */
  mockToken?: string;
  /** Whether the page of the tenant is served at `/`. It is unless set to false; then nothing of it is loaded. */
  console?: boolean;
  /**
   * Further names under which `/_mock` and the page are served. Addresses, names without a dot and names in reserved domains
   * such as `localhost` are allowed in any case; the API and webhooks take every name.
   */
  allowedHosts?: readonly string[];
  /** How to wait where a fault delays, in milliseconds. Really waits unless set. */
  wait?: (milliseconds: number) => Promise<void>;
  /** Hears of faults of the mock itself. Written to standard error unless set. */
  onFault?: (error: unknown) => void;
}
