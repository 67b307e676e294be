import { refuse } from '../../server/errors.ts';
import type { RecordRow, RecordTypeRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { refuseField } from '../refusals.ts';
import type { Behaviours, Call } from '../types.ts';
import { fieldsById } from './fields.ts';
import { casesNamed, demandNoCircle, linkCase, relativeAt, unlinkCase } from './links.ts';
import { baseOf, columnsOf, fullRecord, type Shape } from './show.ts';
import { caseIdsOf, childrenOf, recordAt, recordsOf, recordTypeAt, removeRecord, teamOf } from './store.ts';
import { keepValues, readValues } from './write.ts';

/** One record at a time, in the first version of the API. */
export const recordBehaviours: Behaviours = {
  getRecord({ state, params, query, teams }) {
    const record = recordAt(state, params.record_id);
    const typeId = record.record_type_id;
    if (query.record_type_id !== undefined && query.record_type_id !== typeId) throw refuse(404, 'Record not found.');
    const fields = fieldsById(state, typeId, query['record_field_ids[]']);
    const shape: Shape = { ...(fields && { fields }), resolve: query.resolve_artifacts ?? false, withIds: false };
    const whole = { resolve: shape.resolve, withIds: false };
    const children = childrenOf(state, record.id);
    const readable = children.filter((child) => teams.has(teamOf(state, child)));
    const child_records = query.include_children
      ? readable.map((child) => fullRecord(state, child, whole))
      : children.map(({ id }) => ({ id }));
    const shown = fullRecord(state, record, shape);
    return { status: 200, body: query.include_children === false ? shown : { ...shown, child_records } };
  },

  createRecord(call) {
    const { state, body, query, demand } = call;
    const type = recordTypeAt(state, Number(body.record_type_id));
    demand('record.write', type.team_id);
    const read = readValues(state, type.id, body.field_values);
    const parent =
      body.parent_record_id === undefined
        ? undefined
        : relativeAt(call, body.parent_record_id, 'record.read', '/parent_record_id');
    const caseIds = casesNamed(call, body.case_ids, '/case_ids');
    makeRoom(state, type);
    const record = keepValues(state, insert(call, type.id, parent?.id ?? null), read);
    for (const id of caseIds) linkCase(call, record.id, id);
    const { id, created_at, record_type } = baseOf(state, record);
    const records = columnsOf(state, record, { resolve: query.resolve_artifacts !== false, withIds: true });
    const { test_mode } = record;
    return {
      status: 201,
      body: { id, created_at, record_type, test_mode, records, case_ids: caseIdsOf(state, id) },
    };
  },

  updateRecord(call) {
    const { state, params, query } = call;
    const record = change(call, recordAt(state, params.record_id));
    const shape: Shape = { resolve: query.resolve_artifacts !== false, withIds: true };
    const children = childrenOf(state, record.id).filter((child) => call.teams.has(teamOf(state, child)));
    return {
      status: 200,
      body: {
        ...baseOf(state, record),
        records: columnsOf(state, record, shape),
        ...(query.include_children !== false && {
          child_records: children.map((child) => fullRecord(state, child, shape)),
        }),
        parent_record: { id: record.parent_id },
        case_ids: caseIdsOf(state, record.id),
      },
    };
  },

  deleteRecord({ state, params }) {
    removeRecord(state, recordAt(state, params.record_id).id);
    return { status: 204, body: undefined };
  },

  getRecordArtifact({ state, params }) {
    const record = recordAt(state, params.record_id);
    const artifact = state.recordArtifacts.get(params.artifact_id);
    const field = artifact && state.recordFields.get(artifact.field_id);
    if (!field || artifact.record_id !== record.id) throw refuse(404, 'Not found.');
    const { id, value, created_at, updated_at } = artifact;
    const record_field = { id: field.id, name: field.name };
    return { status: 200, body: { id, value, record_field, created_at, updated_at } };
  },
};

function insert({ state, body }: Call<'createRecord'>, typeId: number, parentId: number | null): RecordRow {
  const now = state.clock.iso();
  return state.records.insert({
    record_type_id: typeId,
    values: {},
    story_id: null,
    story_run_guid: null,
    parent_id: parentId,
    test_mode: body.test_mode === true || body.test_mode === 'true',
    created_at: now,
    updated_at: now,
  });
}

/** @throws Refusal with 422 where the type is full and keeps what it has. */
function makeRoom(state: State, type: RecordTypeRow): void {
  if (type.max_records_limit === null) return;
  const held = recordsOf(state, type.id);
  if (held.length < type.max_records_limit) return;
  const [oldest] = held;
  if (type.on_limit_reached === 'EVICT_OLDEST' && oldest) removeRecord(state, oldest.id);
  else throw refuseField('/record_type_id', `The record type is full: it holds ${type.max_records_limit} records.`);
}

function change(call: Call<'updateRecord'>, record: RecordRow): RecordRow {
  const { state, body } = call;
  if (!recordTypeAt(state, record.record_type_id).editable) {
    throw refuseField('/field_values', 'Records of this type may not be edited.');
  }
  // Everything is looked up before anything changes, so that a bad part leaves the record as it was.
  const read = readValues(state, record.record_type_id, body.field_values ?? []);
  const parentId = parentAfter(call, record);
  const added = relatives(call, 'add_child_records');
  const removed = relatives(call, 'remove_child_records');
  for (const child of added) {
    if (child.id === record.id) throw refuseField('/add_child_records', 'A record cannot be its own child.');
    demandNoCircle(state, child.id, parentId, '/add_child_records');
  }
  const cases = caseChanges(call);

  for (const child of added) state.records.put({ ...child, parent_id: record.id });
  for (const child of removed) if (child.parent_id === record.id) state.records.put({ ...child, parent_id: null });
  for (const id of cases.added) linkCase(call, record.id, id);
  for (const id of cases.removed) unlinkCase(call, record.id, id);
  return keepValues(state, { ...record, parent_id: parentId, updated_at: state.clock.iso() }, read);
}

function parentAfter(call: Call<'updateRecord'>, record: RecordRow): number | null {
  const sent = call.body.parent_record_id;
  if (sent === undefined) return record.parent_id;
  if (sent === null) return null;
  const parent = relativeAt(call, sent, 'record.read', '/parent_record_id');
  demandNoCircle(call.state, record.id, parent.id, '/parent_record_id');
  return parent.id;
}

function relatives(call: Call<'updateRecord'>, key: 'add_child_records' | 'remove_child_records'): RecordRow[] {
  return (call.body[key] ?? []).map((id) => relativeAt(call, id, 'record.write', `/${key}`));
}

/** Until 2026 the keys spoke of team cases, and public clients still send those. */
function caseChanges(call: Call<'updateRecord'>): { added: number[]; removed: number[] } {
  const { add_team_case_ids, remove_team_case_ids } = call.body as { [key: string]: number[] | undefined };
  const { add_case_ids = add_team_case_ids, remove_case_ids = remove_team_case_ids } = call.body;
  return {
    added: casesNamed(call, add_case_ids, '/add_case_ids'),
    removed: (remove_case_ids ?? []).map(Number),
  };
}
