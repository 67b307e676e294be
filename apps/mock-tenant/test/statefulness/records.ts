import type { Proof, Step } from './proof.ts';

const type = '/api/v1/record_types';
const record: Step = ['GET /api/v1/records/1701'];
const child: Step = ['POST /api/v1/records', { record_type_id: 1601, field_values: [], parent_record_id: 1701 }];
const harmless: Step = ['PUT /api/v1/records/1701', { field_values: [{ field_id: 1612, value: 'harmless' }] }];
const view = { schema_version: 1, record_view: { name: 'New', report_view: 'chart', elements: [], layout: [] } };
const count = { record_type_id: 1601, aggregations: [{ function: 'COUNT' }] };

/** Record types, records in both versions, record views. */
export const recordProofs: readonly Proof[] = [
  { write: [`POST ${type}`, { name: 'New', team_id: 1101, fields: [] }], read: [`GET ${type}?team_id=1101`] },
  { write: [`PUT ${type}/1601`, { name: 'Renamed' }], read: [`GET ${type}/1601`] },
  { write: [`DELETE ${type}/1601`], read: record },
  { write: child, read: ['GET /api/v1/records?record_type_id=1601'] },
  { write: harmless, read: record },
  { write: ['DELETE /api/v1/records/1702'], read: record },
  {
    write: ['PUT /api/v1/records/1701', { field_values: [{ field_id: 1613, value: 'new' }] }],
    read: ['GET /api/v1/records/1701/artifacts/1771'],
  },
  {
    write: ['PUT /api/v1/records/1701', { field_values: [{ field_id: 1613, value: 'new' }] }],
    read: ['GET /api/v2/records/1701/fields/page_text'],
  },
  { write: child, read: ['POST /api/v1/records/query', count] },
  { write: child, read: ['POST /api/v2/records/aggregate', count] },
  { write: harmless, read: ['POST /api/v2/records/search', { record_type_id: 1601 }] },
  { write: harmless, read: ['GET /api/v2/records/1701'] },
  { write: child, read: ['GET /api/v2/records/1701/child_records'] },
  { write: child, read: ['GET /api/v2/records/1701/child_record_ids'] },
  { write: ['POST /api/v2/records/1701/cases', { case_id: 1402 }], read: ['GET /api/v2/records/1701/cases'] },
  { write: ['DELETE /api/v2/records/1701/cases/1401'], read: ['GET /api/v2/cases/1401/records'] },
  { write: ['POST /api/v1/record_views/import', { team_id: 1101, data: view }], read: ['GET /api/v1/record_views'] },
  {
    write: [
      'POST /api/v1/record_views/import',
      { team_id: 1101, data: view, mode: 'replace', name: 'Links by verdict' },
    ],
    read: ['GET /api/v1/record_views/1751/export'],
  },
  { write: ['DELETE /api/v1/record_views/1751'], read: ['GET /api/v1/record_views'] },
];
