import { configError } from './errors.ts';

/** What of an audit log entry tells it from others. */
export interface AuditRow {
  readonly id: number | string;
  readonly created_at: string;
}

/** One reading of the audit logs. */
export interface SinceRun {
  /** The rows of a page that no earlier page and no earlier run gave; `done` once the rows are older than the start. */
  take(rows: readonly AuditRow[]): { rows: readonly AuditRow[]; done: boolean };
  /** Moves the cursor, at the end of the list only: before it, older rows may still be to come. */
  finish(): void;
}

/** Rows since a time, over as many runs as there are. */
export interface Since {
  readonly cursor: string;
  startWith(init: object | undefined): object;
  run(): SinceRun;
}

/**
 * Keeps track of which audit log rows were given.
 *
 * Rows come newest first and new ones push the others to later pages while one reads, so the same row can come twice but none
 * is skipped: rows are told apart by id. Times are whole seconds, and a row of the same second may come after a run, so the
 * cursor is the newest time with the ids of the rows of that second, as `time~id~id`, and the next run reads that second again.
 *
 * @throws TinesError with the code `config` where `since` is no time.
 */
export function createSince(since: string | Date): Since {
  const start = read(since instanceof Date ? since.toISOString() : since);
  let cursor = write(start);
  return {
    get cursor() {
      return cursor;
    },
    startWith(init) {
      const { params, ...rest } = Object(init) as { params?: { query?: object } };
      // Whether `after` counts the time itself is on no page, so one second earlier is asked for and cut off here.
      const after = new Date(Date.parse(read(cursor).time) - 1000).toISOString().replace(/\.000Z$/, 'Z');
      return { ...rest, params: { ...params, query: { per_page: 500, ...params?.query, after } } };
    },
    run() {
      const from = read(cursor);
      // Rows have whole seconds: one of half past carries the time of the second before.
      const floor = Math.floor(Date.parse(from.time) / 1000) * 1000;
      const seen = new Set<string>(from.ids);
      const newest = { time: from.time, ids: [...from.ids] };
      let newestTime = floor;
      return {
        take(rows) {
          const fresh = rows.filter(({ id, created_at }) => {
            if (Date.parse(created_at) < floor || seen.has(String(id))) return false;
            seen.add(String(id));
            const time = Date.parse(created_at);
            if (time > newestTime) {
              newestTime = time;
              Object.assign(newest, { time: created_at, ids: [] });
            }
            if (time === newestTime) newest.ids.push(String(id));
            return true;
          });
          return { rows: fresh, done: rows.some(({ created_at }) => Date.parse(created_at) < floor) };
        },
        finish() {
          cursor = write(newest);
        },
      };
    },
  };
}

interface Place {
  time: string;
  ids: readonly string[];
}

function read(cursor: string): Place {
  const [time = '', ...ids] = cursor.split('~');
  if (Number.isNaN(Date.parse(time)))
    throw configError('since must be a time such as 2026-11-24T09:00:00Z, or a cursor.');
  return { time, ids };
}

function write({ time, ids }: Place): string {
  return [time, ...ids].join('~');
}
