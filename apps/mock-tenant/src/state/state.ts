import { type Clock, createClock } from './clock.ts';
import type { Collection, CollectionSnapshot, Row } from './collection.ts';
import { createCollections } from './collections.ts';
import { createRandom, type Random } from './random.ts';

type Collections = ReturnType<typeof createCollections>;

/** Everything that a tenant remembers: one collection for each kind of thing, the time and the source of identifiers. */
export interface State extends Collections {
  readonly tenantId: number;
  readonly clock: Clock;
  readonly random: Random;
  /** When each key was last used, by its id. No part of a snapshot: a look at the tenant leaves it as it was. */
  readonly keyUses: Map<number, string>;
}

/** A tenant as plain data, good for `JSON.stringify`. */
export interface Snapshot {
  now: number;
  random: number;
  collections: Record<string, CollectionSnapshot<Row>>;
}

export function createState(): State {
  return {
    tenantId: 4821,
    clock: createClock(Date.parse('2026-11-24T09:00:00Z')),
    random: createRandom(4821),
    keyUses: new Map(),
    ...createCollections(),
  };
}

const collectionNames = Object.keys(createCollections()) as (keyof Collections)[];

/** The collections without their row types, for what treats all of them alike. */
export function everyCollection(state: State): [string, Collection<Row>][] {
  return collectionNames.map((name) => [name, state[name] as unknown as Collection<Row>]);
}

/** What the tenant holds now. Rows are never changed in place, so this copies no row. */
export function takeSnapshot(state: State): Snapshot {
  return {
    now: state.clock.now(),
    random: state.random.state,
    collections: Object.fromEntries(everyCollection(state).map(([name, rows]) => [name, rows.snapshot()])),
  };
}

/**
 * Puts the tenant back to what a snapshot holds.
 *
 * @throws TypeError where the snapshot lacks a collection or holds what is no row; the tenant is then as it was.
 */
export function restoreSnapshot(state: State, snapshot: Snapshot): void {
  checkSnapshot(snapshot);
  state.clock.set(snapshot.now);
  state.random.state = snapshot.random;
  state.keyUses.clear();
  for (const [name, collection] of everyCollection(state)) {
    collection.restore(snapshot.collections[name] as CollectionSnapshot<Row>);
  }
}

function checkSnapshot({ now, random, collections }: Snapshot): void {
  if (!Number.isInteger(now) || !Number.isInteger(random)) throw new TypeError('The snapshot has no time or no seed.');
  const missing = collectionNames.filter((name) => !Array.isArray(collections[name]?.rows));
  if (missing.length > 0) throw new TypeError(`The snapshot has no ${missing.join(', ')}.`);
  for (const name of collectionNames) {
    const { nextId, rows } = collections[name] as CollectionSnapshot<Row>;
    const wrong = rows.findIndex((row) => !Number.isInteger(row?.id));
    if (wrong >= 0) throw new TypeError(`/collections/${name}/rows/${wrong} of the snapshot has no id.`);
    if (!Number.isInteger(nextId)) throw new TypeError(`/collections/${name}/nextId of the snapshot is no number.`);
  }
}
