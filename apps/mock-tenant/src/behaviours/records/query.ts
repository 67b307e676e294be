import type { RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import { refuseField } from '../refusals.ts';
import type { Behaviours } from '../types.ts';
import { holds, readCondition } from './conditions.ts';
import { fieldNamed } from './fields.ts';
import { type FigurePlan, type FigureRow, figureRows, planFigures } from './figures.ts';
import { readFilter } from './filter-tree.ts';
import { orderRows } from './order.ts';
import { demandKnownQuery, typeNamedBy, windowsOf } from './scope.ts';
import { fieldsOf, recordsOf, recordTypeAt } from './store.ts';
import { typedValue } from './values.ts';

/** Figures over records. Under which keys the rows come is on no readable page, so these are made up. */
export const recordQueryBehaviours: Behaviours = {
  queryRecords({ state, body, query, demand }) {
    const type = recordTypeAt(state, body.record_type_id);
    demand('record.read', type.team_id);
    const fields = fieldsOf(state, type.id);
    const plan = planFigures(fields, body, (field) => field.name);
    const conditions = (body.filters ?? []).map((filter, index) => {
      const field = fieldNamed(fields, filter, `/filters/${index}`);
      const condition = readCondition(field, filter.operator, filter.value);
      if (typeof condition === 'string') throw refuseField(`/filters/${index}`, condition);
      return condition;
    });
    const inWindow = windowsOf(body.time_range, '/time_range');
    const records = recordsOf(state, type.id)
      .filter((record) => record.test_mode === (query.test_mode ?? false))
      .filter((record) => inWindow(record) && isChildOf(record, body.parent_ids))
      .filter((record) =>
        conditions.every((condition) => holds(condition, typedValue(state, record, condition.field))),
      );
    return { status: 200, body: { rows: rowsOf(state, records, fields, plan, body).slice(0, body.limit) } };
  },

  aggregateRecords(call) {
    const { state, request, body } = call;
    demandKnownQuery(request);
    const type = typeNamedBy(call, body);
    const fields = fieldsOf(state, type.id);
    const plan = planFigures(fields, body, (field) => slugify(field.name));
    const filter = readFilter(fields, body.filter);
    const inWindow = windowsOf(body.time_range, '/time_range');
    const records = recordsOf(state, type.id)
      .filter((record) => !record.test_mode && inWindow(record) && isChildOf(record, body.parent_ids))
      .filter((record) => filter((field) => typedValue(state, record, field)));
    return { status: 200, body: { data: rowsOf(state, records, fields, plan, body) } };
  },
};

function isChildOf(record: RecordRow, parentIds: readonly number[] | undefined): boolean {
  return parentIds === undefined || (record.parent_id !== null && parentIds.includes(record.parent_id));
}

function rowsOf(
  state: State,
  records: readonly RecordRow[],
  fields: readonly RecordFieldRow[],
  plan: FigurePlan,
  { order_by }: { order_by?: unknown },
): FigureRow[] {
  return orderRows(figureRows(state, records, plan), fields, plan, order_by);
}
