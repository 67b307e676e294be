/** A row is never changed in place: an update puts a new one, so a snapshot is a list of references. */
export type Row = { readonly id: number };

/** Rows of one kind by id, in the order in which they came, with indexes for the fields that lists filter by. */
export class Collection<T extends Row> {
  readonly #rows = new Map<number, T>();
  readonly #indexes: Map<keyof T, Map<unknown, Set<number>>>;
  readonly #changed = new Set<number>();
  #nextId: number;
  #list: readonly T[] | undefined;

  /**
   * @param firstId Id of the first row that `insert` makes.
   * @param indexed Fields with an index of their own; `where` on any other field looks at every row.
   */
  constructor(firstId: number, indexed: readonly (keyof T)[] = []) {
    this.#nextId = firstId;
    this.#indexes = new Map(indexed.map((field) => [field, new Map()]));
  }

  /** Id that the next row gets. */
  get nextId(): number {
    return this.#nextId;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: number): T | undefined {
    return this.#rows.get(id);
  }

  /** Every row, oldest first. */
  all(): T[] {
    return [...this.#rows.values()];
  }

  /** The same for who only reads it: made once, and again after something has changed. */
  list(): readonly T[] {
    this.#list ??= this.all();
    return this.#list;
  }

  /** The rows whose `field` has the value, oldest first. */
  where<K extends keyof T>(field: K, value: T[K]): T[] {
    const index = this.#indexes.get(field);
    if (!index) return this.all().filter((row) => row[field] === value);
    const rows: T[] = [];
    for (const id of index.get(value) ?? []) rows.push(this.#rows.get(id) as T);
    // A row that left a value and came back stands at the end of its index; by id it is where it was.
    return rows.sort((one, other) => one.id - other.id);
  }

  /** Gives the row an id and keeps it. */
  insert(row: Omit<T, 'id'>): T {
    const inserted = { id: this.#nextId, ...row } as T;
    this.put(inserted);
    return inserted;
  }

  /** Keeps a row under the id it has, in the place of one that was there. */
  put(row: T): T {
    const before = this.#rows.get(row.id);
    this.#rows.set(row.id, row);
    this.#list = undefined;
    this.#changed.add(row.id);
    this.#nextId = Math.max(this.#nextId, row.id + 1);
    for (const [field, index] of this.#indexes) {
      if (before && before[field] === row[field]) continue;
      if (before) index.get(before[field])?.delete(row.id);
      const ids = index.get(row[field]) ?? new Set();
      index.set(row[field], ids.add(row.id));
    }
    return row;
  }

  /** Puts a new row with the changes in the place of the old one. */
  update(id: number, changes: Partial<Omit<T, 'id'>>): T | undefined {
    const row = this.#rows.get(id);
    return row && this.put({ ...row, ...changes });
  }

  delete(id: number): boolean {
    const row = this.#rows.get(id);
    if (!row) return false;
    for (const [field, index] of this.#indexes) index.get(row[field])?.delete(id);
    this.#changed.add(id);
    this.#list = undefined;
    return this.#rows.delete(id);
  }

  /** Ids of the rows that were put or deleted since this was last asked. */
  takeChanges(): Set<number> {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    return changed;
  }

  snapshot(): CollectionSnapshot<T> {
    return { nextId: this.#nextId, rows: this.all() };
  }

  restore({ nextId, rows }: CollectionSnapshot<T>): void {
    for (const id of this.#rows.keys()) this.#changed.add(id);
    this.#rows.clear();
    this.#list = undefined;
    for (const index of this.#indexes.values()) index.clear();
    for (const row of rows) this.put(row);
    this.#nextId = nextId;
  }
}

/** What a collection holds, as plain data. */
export interface CollectionSnapshot<T extends Row> {
  nextId: number;
  rows: T[];
}
