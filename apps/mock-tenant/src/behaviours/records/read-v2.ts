import { refuse } from '../../server/errors.ts';
import type { RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { refuseField } from '../refusals.ts';
import type { AnswerOf, Behaviours, Call } from '../types.ts';
import { partOf } from './cursor.ts';
import { isNamed } from './fields.ts';
import { linkCase, may, unlinkCase } from './links.ts';
import { demandKnownQuery } from './scope.ts';
import { namesOfFields, recordV2, type ShapeV2, singleEmbeds } from './show-v2.ts';
import { caseIdsOf, childrenOf, fieldsOf, recordAt, teamOf } from './store.ts';
import { isLarge, typedValue } from './values.ts';
import { demandZone } from './zones.ts';

/** Most entries in an embed; the lists hold all. */
const mostEmbedded = 20;

/** One record and what belongs to it, in the newer version of the API. */
export const recordV2Behaviours: Behaviours = {
  getRecordV2(call) {
    const { state, params, query, request } = call;
    demandKnownQuery(request, ['include', 'include[]', 'fields', 'timezone']);
    demandZone(query.timezone);
    const record = recordAt(state, params.record_id);
    const shape: ShapeV2 = {
      fields: namesOfFields(state, record.record_type_id, query.fields, '/fields'),
      timezone: query.timezone,
      origin: request.origin,
    };
    return { status: 200, body: { ...recordV2(state, record, shape), ...embeds(call, record, shape) } };
  },

  listChildRecords({ state, params, query, teams, request }) {
    demandKnownQuery(request, ['timezone', 'limit', 'after']);
    demandZone(query.timezone);
    const children = newestFirst(state, recordAt(state, params.record_id));
    const readable = children.filter((child) => teams.has(teamOf(state, child)));
    const { data, page } = partOf(readable, (child) => child.id, query);
    const shape: ShapeV2 = { timezone: query.timezone, origin: request.origin };
    return { status: 200, body: { data: data.map((child) => recordV2(state, child, shape)), page } };
  },

  // Children that the key may not read are among the ids, as the page says.
  listChildRecordIds({ state, params, query, request }) {
    demandKnownQuery(request, ['limit', 'after']);
    const ids = newestFirst(state, recordAt(state, params.record_id)).map((child) => child.id);
    return { status: 200, body: partOf(ids, (id) => id, query) };
  },

  listRecordCases(call) {
    const { state, params, query, request } = call;
    demandKnownQuery(request, ['timezone', 'limit', 'after']);
    demandZone(query.timezone);
    const cases = casesOf(call, recordAt(state, params.record_id));
    return { status: 200, body: partOf(cases, (entry) => entry.id, query) };
  },

  linkRecordCase(call) {
    demandKnownQuery(call.request);
    const record = recordAt(call.state, call.params.record_id);
    linkCase(call, record.id, caseAt(call, call.body.case_id));
    return { status: 204, body: undefined };
  },

  unlinkRecordCase(call) {
    demandKnownQuery(call.request);
    if (call.request.body.length > 0) throw refuseField('', 'This operation takes no body.');
    const record = recordAt(call.state, call.params.record_id);
    unlinkCase(call, record.id, caseAt(call, call.params.case_id));
    return { status: 204, body: undefined };
  },

  getRecordFieldValue({ state, params, query, request }) {
    demandKnownQuery(request, ['format']);
    const record = recordAt(state, params.record_id);
    const field = fieldsOf(state, record.record_type_id).find((candidate) => isNamed(candidate, params.field));
    if (!field) throw refuse(404, 'Column not found.');
    if (!isLarge(field)) {
      throw refuseField('/field', `${field.name} is no large column; its value stands in the record.`);
    }
    const value = typedValue(state, record, field);
    if (value === null) throw refuse(404, 'The column is empty.');
    return wholeValue(field, String(value), query.format);
  },
};

function newestFirst(state: State, record: RecordRow): RecordRow[] {
  return childrenOf(state, record.id).reverse();
}

type Reader = Pick<Call<'getRecordV2'>, 'state' | 'demand' | 'teams'>;

function embeds({ query, ...reader }: Call<'getRecordV2'>, record: RecordRow, shape: ShapeV2) {
  const { state, teams } = reader;
  const include = query.include ?? [];
  const children = newestFirst(state, record);
  const readable = children.filter((child) => teams.has(teamOf(state, child))).slice(0, mostEmbedded);
  const plain: ShapeV2 = { origin: shape.origin, timezone: shape.timezone };
  return {
    ...singleEmbeds(state, record, include, shape),
    ...(include.includes('child_records') && { child_records: readable.map((child) => recordV2(state, child, plain)) }),
    ...(include.includes('child_record_ids') && {
      child_record_ids: children.slice(0, mostEmbedded).map((child) => child.id),
    }),
    ...(include.includes('cases') && { cases: casesOf(reader, record).slice(0, mostEmbedded) }),
  };
}

/** The linked cases that the caller may see, oldest first. */
function casesOf({ state, demand }: Pick<Reader, 'state' | 'demand'>, record: RecordRow) {
  return caseIdsOf(state, record.id)
    .flatMap((id) => state.cases.get(id) ?? [])
    .filter((found) => may(demand, 'case.read', found.team_id))
    .map(({ id, name, status }) => ({ id, name, status }));
}

function caseAt({ state, demand }: Pick<Reader, 'state' | 'demand'>, id: number): number {
  const found = state.cases.get(id);
  if (!found || !may(demand, 'case.read', found.team_id)) throw refuse(404, 'Case not found.');
  return id;
}

/** JSON columns answer JSON and texts answer text, unless a format is asked for. */
function wholeValue(field: RecordFieldRow, value: string, format: string | undefined): AnswerOf<'getRecordFieldValue'> {
  const isJson = field.result_type === 'JSON';
  if (format === undefined ? isJson : format === 'json') {
    return { status: 200, body: isJson ? JSON.parse(value) : value, headers: { 'content-type': 'application/json' } };
  }
  return { status: 200, body: value, headers: { 'content-type': 'text/plain; charset=utf-8' } };
}
