import type { RecordField, RecordType } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { RecordFieldRow, RecordTypeRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import { refuseField } from '../refusals.ts';
import type { Behaviours, Call } from '../types.ts';
import { fieldsOf, recordTypeAt, removeRecord } from './store.ts';
import { addField, applyFieldChanges, planFieldChanges } from './type-fields.ts';

export const recordTypeBehaviours: Behaviours = {
  listRecordTypes({ state, query, teams, request }) {
    const found = teams.has(query.team_id) ? state.recordTypes.where('team_id', query.team_id) : [];
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { record_types: rows.map((type) => shown(state, type)), meta } };
  },

  getRecordType({ state, params }) {
    return { status: 200, body: shown(state, recordTypeAt(state, params.record_type_id)) };
  },

  createRecordType({ state, body, demand }) {
    const team_id = Number(body.team_id);
    demand('record.write', team_id);
    const plan = planFieldChanges([], { fields: body.fields });
    const type = state.recordTypes.insert({
      name: body.name,
      description: body.description ?? null,
      team_id,
      editable: body.editable ?? true,
      ttl_days: body.ttl_days ?? null,
      retention_column_name: body.retention_column_name ?? 'CREATED_AT',
      on_limit_reached: body.on_limit_reached ?? 'REJECT',
      max_records_limit: body.max_records_limit ?? null,
    });
    applyFieldChanges(state, type.id, plan);
    addField(state, type.id, { name: 'Story name', result_type: 'TEXT', fixed_values: [] }, 'story_name');
    addField(state, type.id, { name: 'Timestamp', result_type: 'TIMESTAMP', fixed_values: [] }, 'timestamp');
    return { status: 201, body: shown(state, type) };
  },

  updateRecordType({ state, params, body }) {
    const type = recordTypeAt(state, params.record_type_id);
    const plan = planFieldChanges(fieldsOf(state, type.id), body);
    const changed = state.recordTypes.put(changedType(type, body));
    applyFieldChanges(state, type.id, plan);
    return { status: 200, body: shown(state, changed) };
  },

  deleteRecordType({ state, params }) {
    const { id } = recordTypeAt(state, params.record_type_id);
    for (const record of state.records.where('record_type_id', id)) removeRecord(state, record.id);
    for (const view of state.recordViews.where('record_type_id', id)) state.recordViews.delete(view.id);
    for (const field of state.recordFields.where('record_type_id', id)) state.recordFields.delete(field.id);
    state.recordTypes.delete(id);
    return { status: 204, body: undefined };
  },
};

function changedType(type: RecordTypeRow, body: Call<'updateRecordType'>['body']): RecordTypeRow {
  const ttl_days = body.ttl_days === undefined ? type.ttl_days : body.ttl_days;
  if (body.retention_column_name === null && ttl_days !== null) {
    throw refuse(400, 'retention_column_name cannot be null while ttl_days is set.');
  }
  const { retention_column_name = type.retention_column_name, max_records_limit = type.max_records_limit } = body;
  if (max_records_limit !== null && max_records_limit < 1) {
    throw refuseField('/max_records_limit', 'max_records_limit must be at least 1, or null for no limit of its own.');
  }
  return {
    ...type,
    name: body.name ?? type.name,
    description: body.description ?? type.description,
    editable: body.editable ?? type.editable,
    ttl_days,
    retention_column_name: retention_column_name ?? 'CREATED_AT',
    on_limit_reached: body.on_limit_reached ?? type.on_limit_reached,
    max_records_limit,
  };
}

function shown(state: State, type: RecordTypeRow): RecordType {
  const fields = fieldsOf(state, type.id);
  return {
    ...type,
    record_fields: fields.filter((field) => field.keeps === null).map(shownField),
    default_record_fields: fields.filter((field) => field.keeps !== null).map(shownField),
  };
}

function shownField({ id, name, result_type, fixed_values }: RecordFieldRow): RecordField {
  return { id, name, result_type, fixed_values };
}
