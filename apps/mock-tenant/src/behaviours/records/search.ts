import type { RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import type { Behaviours } from '../types.ts';
import { partOf } from './cursor.ts';
import { readFilter } from './filter-tree.ts';
import { orderRecords } from './order.ts';
import { demandKnownQuery, typeNamedBy, windowsOf } from './scope.ts';
import { namesOfFields, recordV2, type ShapeV2, singleEmbeds } from './show-v2.ts';
import { fieldsOf, recordsOf } from './store.ts';
import { typedValue } from './values.ts';

export const recordSearchBehaviours: Behaviours = {
  searchRecords(call) {
    const { state, request, body } = call;
    demandKnownQuery(request);
    const type = typeNamedBy(call, body);
    const fields = fieldsOf(state, type.id);
    const shape: ShapeV2 = {
      fields: namesOfFields(state, type.id, body.fields?.record, '/fields/record'),
      origin: request.origin,
    };
    const filter = readFilter(fields, body.filter);
    const inWindow = windowsOf(body.time_range, '/time_range');
    const found = recordsOf(state, type.id)
      .filter((record) => !record.test_mode && inWindow(record))
      .filter((record) => body.ids === undefined || body.ids.includes(record.id))
      .filter((record) => filter((field) => typedValue(state, record, field)));
    const ordered = orderRecords(found, fields, (record, field) => typedValue(state, record, field), body.sort);
    const { data, page } = partOf(ordered, (record) => record.id, body);
    return { status: 200, body: { data: data.map((record) => shown(state, record, body.include ?? [], shape)), page } };
  },
};

function shown(state: State, record: RecordRow, include: readonly string[], shape: ShapeV2) {
  return { ...recordV2(state, record, shape), ...singleEmbeds(state, record, include, shape) };
}
