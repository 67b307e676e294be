import type { State } from '../state.ts';

export function seedDashboards(state: State): void {
  state.dashboards.put({
    id: 1801,
    team_id: 1101,
    name: 'Detection overview',
    created_at: '2026-05-20T09:30:00Z',
    updated_at: '2026-10-12T11:05:00Z',
    definition: {
      name: 'Detection overview',
      notes: [{ id: '3f9c1a7be204', name: 'About', content: 'What was reported this week.' }],
      case_lists: [
        { id: '81d04e6f2c9a', name: 'Open cases', type: 'cases', color_palette: 'default', filters: {}, options: {} },
      ],
      record_charts: [
        {
          id: 'c57e20b9134d',
          name: 'Reported links by verdict',
          record_type_name: 'Reported link',
          element_type: 'chart',
          axes: [{ direction: 'x', record_field_name: 'Verdict' }],
          aggregation: 'COUNT',
          rolling_date_range: null,
          range_start: null,
          range_end: null,
          filters: { stories: [], fields: [] },
          order: { field: null, direction: null },
          color_palette: 'default',
          options: {},
          record_fields: [],
          test_mode: false,
        },
      ],
      layout: [
        { i: '3f9c1a7be204', x: 0, y: 0, w: 12, h: 2 },
        { i: '81d04e6f2c9a', x: 0, y: 2, w: 6, h: 4 },
        { i: 'c57e20b9134d', x: 6, y: 2, w: 6, h: 4 },
      ],
    },
  });
}
