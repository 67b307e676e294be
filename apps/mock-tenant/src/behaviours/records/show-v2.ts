import type { RecordV2 } from '@tines-openapi/types';
import type { Request } from '../../server/exchange.ts';
import type { RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import { refuseField } from '../refusals.ts';
import { isNamed } from './fields.ts';
import { fieldsOf, recordTypeAt } from './store.ts';
import { artifactIdIn, typedValue } from './values.ts';
import { inZone } from './zones.ts';

/** How a record is shown in the newer operations. */
export interface ShapeV2 {
  /** Names of columns to show, by id, name or slug; all of them unless set. */
  fields?: readonly string[] | undefined;
  /** Time zone of timestamps, by its IANA name. */
  timezone?: string | undefined;
  /** Scheme and host for addresses of large values. */
  origin: Request['origin'];
}

/** A record with typed values by the slug of the column. */
export function recordV2(state: State, record: RecordRow, shape: ShapeV2): RecordV2 {
  const all = fieldsOf(state, record.record_type_id);
  const wanted = shape.fields;
  const shown = wanted ? all.filter((field) => wanted.some((name) => isNamed(field, name))) : all;
  const values = shown.map((field) => [slugify(field.name), valueV2(state, record, field, shape)]);
  return { id: record.id, fields: Object.fromEntries(values) };
}

/**
 * The columns that a call asks for.
 *
 * @param sent Names as a list or as text divided by commas.
 * @throws Refusal where the type has no such column.
 */
export function namesOfFields(
  state: State,
  typeId: number,
  sent: string | readonly string[] | undefined,
  pointer: string,
): string[] | undefined {
  if (sent === undefined) return undefined;
  const names = (typeof sent === 'string' ? sent.split(',') : [...sent]).map((name) => name.trim());
  const fields = fieldsOf(state, typeId);
  const unknown = names.find((name) => !fields.some((field) => isNamed(field, name)));
  if (unknown === undefined) return names;
  const known = fields.map((field) => slugify(field.name)).join(', ');
  throw refuseField(pointer, `The record type has no column ${unknown}. It has ${known}.`);
}

/** The embeds that are objects: the type, and the parent in the form of the record itself. */
export function singleEmbeds(state: State, record: RecordRow, include: readonly string[], shape: ShapeV2) {
  const { id, name } = recordTypeAt(state, record.record_type_id);
  const parent = record.parent_id === null ? undefined : state.records.get(record.parent_id);
  return {
    ...(include.includes('record_type') && { record_type: { id, name } }),
    ...(include.includes('parent_record') && {
      parent_record: parent ? recordV2(state, parent, { origin: shape.origin, timezone: shape.timezone }) : null,
    }),
  };
}

function valueV2(state: State, record: RecordRow, field: RecordFieldRow, { origin, timezone }: ShapeV2): unknown {
  if (artifactIdIn(record, field) !== undefined) {
    return { expandable: true, href: `${origin}/api/v2/records/${record.id}/fields/${field.id}` };
  }
  const value = typedValue(state, record, field);
  return field.result_type === 'TIMESTAMP' && typeof value === 'string' ? inZone(value, timezone) : value;
}
