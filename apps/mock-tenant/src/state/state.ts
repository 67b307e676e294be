import { type Clock, createClock } from './clock.ts';
import { Collection, type CollectionSnapshot, type Row } from './collection.ts';
import { createRandom, type Random } from './random.ts';
import type {
  ActionRow,
  AuditLogRow,
  EventRow,
  FolderRow,
  KeyRow,
  MembershipRow,
  StoryRow,
  TeamRow,
  UserRow,
} from './rows.ts';

/** Everything that a tenant remembers. */
export interface State {
  readonly tenantId: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly teams: Collection<TeamRow>;
  readonly users: Collection<UserRow>;
  readonly memberships: Collection<MembershipRow>;
  readonly keys: Collection<KeyRow>;
  readonly folders: Collection<FolderRow>;
  readonly stories: Collection<StoryRow>;
  readonly actions: Collection<ActionRow>;
  readonly events: Collection<EventRow>;
  readonly auditLogs: Collection<AuditLogRow>;
}

/** A tenant as plain data, good for `JSON.stringify`. */
export interface Snapshot {
  now: number;
  random: number;
  collections: Record<string, CollectionSnapshot<Row>>;
}

const collectionNames = [
  'teams',
  'users',
  'memberships',
  'keys',
  'folders',
  'stories',
  'actions',
  'events',
  'auditLogs',
] as const satisfies (keyof State)[];

export function createState(): State {
  return {
    tenantId: 4821,
    clock: createClock(Date.parse('2026-11-24T09:00:00Z')),
    random: createRandom(4821),
    teams: new Collection(1110),
    users: new Collection(2110),
    memberships: new Collection(1, ['team_id', 'user_id']),
    keys: new Collection(1, ['secret_hash', 'user_id']),
    folders: new Collection(6110, ['team_id']),
    stories: new Collection(3110, ['team_id', 'folder_id']),
    actions: new Collection(4200, ['story_id', 'team_id']),
    events: new Collection(5200, ['agent_id', 'story_run_guid']),
    auditLogs: new Collection(7110),
  };
}

/** What the tenant holds now. Rows are never changed in place, so this copies no row. */
export function takeSnapshot(state: State): Snapshot {
  return {
    now: state.clock.now(),
    random: state.random.state,
    collections: Object.fromEntries(collectionNames.map((name) => [name, state[name].snapshot()])),
  };
}

/** Puts the tenant back to what a snapshot holds. */
export function restoreSnapshot(state: State, snapshot: Snapshot): void {
  state.clock.set(snapshot.now);
  state.random.state = snapshot.random;
  for (const name of collectionNames) {
    const kept = snapshot.collections[name];
    if (!kept) throw new TypeError(`The snapshot has no collection "${name}".`);
    (state[name] as unknown as Collection<Row>).restore(kept);
  }
}
