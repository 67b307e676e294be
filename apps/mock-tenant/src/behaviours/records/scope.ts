import { refuse } from '../../server/errors.ts';
import type { Request } from '../../server/exchange.ts';
import type { RecordRow, RecordTypeRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import { refuseField } from '../refusals.ts';
import { may } from './links.ts';
import { recordTypeAt } from './store.ts';

/** How a newer operation says which record type it is about. */
export interface NamedType {
  record_type_id?: number;
  record_type_name?: string;
}

/**
 * The record type that a newer operation is about.
 *
 * @throws Refusal with 404 where there is none, 400 where the name fits several.
 */
export function typeNamedBy(
  { state, demand }: { state: State; demand: (right: string, teamId: number) => void },
  { record_type_id, record_type_name }: NamedType,
): RecordTypeRow {
  if (record_type_id !== undefined) {
    const type = recordTypeAt(state, record_type_id);
    demand('record.read', type.team_id);
    return type;
  }
  const fitting = state.recordTypes
    .all()
    .filter((type) => type.name === record_type_name || slugify(type.name) === record_type_name)
    .filter((type) => may(demand, 'record.read', type.team_id));
  const [type] = fitting;
  if (!type) throw refuse(404, 'Record type not found.');
  if (fitting.length === 1) return type;
  throw refuseField('/record_type_name', 'Several record types have this name; send record_type_id.');
}

/**
 * Windows of time, each with `start`, `end` or both. The real keys are on no readable page.
 *
 * @returns Whether a record was made in one of them; any record where no window was sent.
 */
export function windowsOf(sent: unknown, pointer: string): (record: RecordRow) => boolean {
  if (sent === undefined) return () => true;
  const windows = [sent].flat().map((window) => readWindow(window, pointer));
  return (record) => {
    const at = Date.parse(record.created_at);
    return windows.some(({ start, end }) => at >= start && at <= end);
  };
}

function readWindow(window: unknown, pointer: string): { start: number; end: number } {
  const { start, end, ...more } = (window ?? {}) as Record<string, unknown>;
  const from = start === undefined ? Number.NEGATIVE_INFINITY : Date.parse(String(start));
  const to = end === undefined ? Number.POSITIVE_INFINITY : Date.parse(String(end));
  const readable = !Number.isNaN(from) && !Number.isNaN(to) && Object.keys(more).length === 0;
  if (readable && (start !== undefined || end !== undefined)) return { start: from, end: to };
  throw refuseField(pointer, 'This mock reads windows of time with start and end in ISO 8601, and no other keys.');
}

/**
 * Refuses query parameters that a newer operation does not know.
 *
 * @throws Refusal that names the first one.
 */
export function demandKnownQuery(request: Request, known: readonly string[] = []): void {
  const unknown = [...request.query.keys()].find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const allowed = known.length > 0 ? ` Allowed: ${known.join(', ')}.` : ' It takes none.';
  throw refuseField(`/${unknown}`, `${unknown} is no query parameter of this operation.${allowed}`);
}
