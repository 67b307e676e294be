import { createRequire } from 'node:module';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CollectionSnapshot, Row } from './collection.ts';
import { everyCollection, restoreSnapshot, type Snapshot, type State } from './state.ts';

/** A file in which a tenant survives the end of its process. */
export interface DataFile {
  /** Writes down what changed since the last time, in one transaction; it is on the disk when this returns. */
  save(): void;
  close(): void;
}

/**
 * Opens the file and puts the tenant to what it holds; a new file is filled with what the tenant holds now.
 *
 * @param path Path of an SQLite file. It is made where there is none.
 * @throws Error where another process has the file open, or where it is not the file of a tenant.
 */
export function openDataFile(path: string, state: State): DataFile {
  const database = open(path);
  const kept = read(database, path);
  if (kept) restoreSnapshot(state, kept);
  for (const [, collection] of everyCollection(state)) collection.takeChanges();
  const statements = prepare(database);
  if (!kept) writeAll(database, statements, state);
  let written = metaOf(state);
  return {
    save: () => {
      written = writeChanges(database, statements, state, written);
    },
    close: () => database.close(),
  };
}

function open(path: string): DatabaseSync {
  const database = new (loadSqlite(path).DatabaseSync)(path);
  try {
    // One process at a time: the lock is taken with the first write and kept until the file is closed.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec(
      'CREATE TABLE IF NOT EXISTS rows (collection TEXT, id INTEGER, row TEXT, PRIMARY KEY (collection, id)) STRICT',
    );
    database.exec('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT) STRICT');
    database.exec("INSERT INTO meta VALUES ('opened', '1') ON CONFLICT DO UPDATE SET value = value + 1");
    return database;
  } catch (error) {
    database.close();
    throw new Error(reasonFor(path, error as Error), { cause: error });
  }
}

const require = createRequire(import.meta.url);

/** SQLite is younger than the oldest Node that runs a tenant, so it is loaded where a data file asks for it and nowhere else. */
function loadSqlite(path: string): typeof import('node:sqlite') {
  try {
    return require('node:sqlite');
  } catch (cause) {
    const reason = `a data file needs Node 22.13 or newer, and this is Node ${process.versions.node}`;
    throw new Error(`${path} cannot be opened: ${reason}.`, { cause });
  }
}

function reasonFor(path: string, error: Error): string {
  if (/locked|busy/.test(error.message)) return `${path} is open in another mock tenant. One file serves one process.`;
  return `${path} is not the data file of a mock tenant: ${error.message}.`;
}

function read(database: DatabaseSync, path: string): Snapshot | undefined {
  const kept = database.prepare("SELECT value FROM meta WHERE name = 'state'").get() as { value: string } | undefined;
  if (!kept) return undefined;
  const { now, random, nextIds } = JSON.parse(kept.value) as {
    now: number;
    random: number;
    nextIds: Record<string, number>;
  };
  const collections: Record<string, CollectionSnapshot<Row>> = {};
  for (const [name, nextId] of Object.entries(nextIds)) collections[name] = { nextId, rows: [] };
  const rows = database.prepare('SELECT collection, row FROM rows ORDER BY rowid').all() as {
    collection: string;
    row: string;
  }[];
  for (const { collection, row } of rows) {
    const target = collections[collection];
    if (!target) throw new Error(`${path} holds "${collection}", which this version does not know.`);
    target.rows.push(JSON.parse(row));
  }
  return { now, random, collections };
}

interface Statements {
  put: StatementSync;
  remove: StatementSync;
  meta: StatementSync;
}

function prepare(database: DatabaseSync): Statements {
  return {
    // A changed row keeps its place, so rows come back in the order in which they were made.
    put: database.prepare('INSERT INTO rows VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET row = excluded.row'),
    remove: database.prepare('DELETE FROM rows WHERE collection = ? AND id = ?'),
    meta: database.prepare("INSERT INTO meta VALUES ('state', ?) ON CONFLICT DO UPDATE SET value = excluded.value"),
  };
}

function writeAll(database: DatabaseSync, statements: Statements, state: State): void {
  transact(database, () => {
    for (const [name, collection] of everyCollection(state)) {
      for (const row of collection.all()) statements.put.run(name, row.id, JSON.stringify(row));
    }
    statements.meta.run(metaOf(state));
  });
}

/**
 * @param written What of the state beside its rows is in the file.
 * @returns What is there now.
 */
function writeChanges(database: DatabaseSync, statements: Statements, state: State, written: string): string {
  const meta = metaOf(state);
  const changes = everyCollection(state).map(([name, collection]) => ({
    name,
    ids: collection.takeChanges(),
    collection,
  }));
  if (meta === written && changes.every(({ ids }) => ids.size === 0)) return written;
  transact(database, () => {
    for (const { name, ids, collection } of changes) {
      for (const id of ids) {
        const row = collection.get(id);
        if (row) statements.put.run(name, id, JSON.stringify(row));
        else statements.remove.run(name, id);
      }
    }
    statements.meta.run(meta);
  });
  return meta;
}

/** What a tenant holds beside its rows: the time, the place of its generator, and the ids that come next. */
function metaOf(state: State): string {
  const nextIds = Object.fromEntries(everyCollection(state).map(([name, { nextId }]) => [name, nextId]));
  return JSON.stringify({ now: state.clock.now(), random: state.random.state, nextIds });
}

function transact(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
