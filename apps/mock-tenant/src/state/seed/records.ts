import type { RecordFieldRow, RecordRow } from '../rows/records.ts';
import type { State } from '../state.ts';

/** One record type with two records, the second a child of the first, and a view of them. */
export function seedRecords(state: State): void {
  state.recordTypes.put({
    id: 1601,
    name: 'Reported link',
    description: 'Every link that came in with a report.',
    team_id: 1101,
    editable: true,
    ttl_days: 365,
    retention_column_name: 'CREATED_AT',
    on_limit_reached: 'REJECT',
    max_records_limit: null,
  });
  const field = (id: number, name: string, result_type: string, more: Partial<RecordFieldRow> = {}) =>
    state.recordFields.put({ id, name, result_type, fixed_values: [], record_type_id: 1601, keeps: null, ...more });
  field(1611, 'URL', 'TEXT');
  field(1612, 'Verdict', 'TEXT_ENUM', { fixed_values: ['malicious', 'harmless', 'unknown'] });
  field(1613, 'Page text', 'ARTIFACT');
  field(1618, 'Story name', 'TEXT', { keeps: 'story_name' });
  field(1619, 'Timestamp', 'TIMESTAMP', { keeps: 'timestamp' });

  const record = (id: number, url: string, text: string, at: string, more: Partial<RecordRow> = {}) => {
    const artifact = state.recordArtifacts.put({
      id: id + 70,
      record_id: id,
      field_id: 1613,
      value: text,
      created_at: at,
      updated_at: at,
    });
    state.records.put({
      id,
      record_type_id: 1601,
      values: { 1611: url, 1612: 'malicious', 1613: { artifact_id: artifact.id } },
      story_id: 3101,
      story_run_guid: '7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5',
      parent_id: null,
      test_mode: false,
      created_at: at,
      updated_at: at,
      ...more,
    });
  };
  const text = 'Enter your card number to release the invoice.';
  record(1701, 'https://invoice-portal.example/r/8812', text, '2026-11-20T10:12:44Z', {
    updated_at: '2026-11-20T10:12:51Z',
  });
  record(1702, 'https://pay.invoice-portal.example/login', 'Sign in to pay.', '2026-11-20T10:12:51Z', {
    parent_id: 1701,
  });
  seedView(state);
}

function seedView(state: State): void {
  state.recordViews.put({
    id: 1751,
    name: 'Links by verdict',
    team_id: 1101,
    record_type_id: 1601,
    created_at: '2026-04-14T13:05:00Z',
    updated_at: '2026-10-02T07:41:30Z',
    report_view: 'split_view',
    elements: [
      {
        id: '4f1b2a90c7d8',
        name: 'Malicious links',
        record_type_name: 'Reported link',
        element_type: 'chart',
        axes: [{ direction: 'x', record_field_name: 'Timestamp' }],
        aggregation: 'count',
        rolling_date_range: null,
        range_start: null,
        range_end: null,
        filters: { stories: [], fields: [{ value: 'malicious', operator: 'equals', name: 'Verdict' }] },
        order: { field: null, direction: null },
        color_palette: 'default',
        options: {},
        record_fields: [],
        test_mode: false,
      },
    ],
    layout: [{ i: '4f1b2a90c7d8', x: 0, y: 0, w: 6, h: 4 }],
  });
}
