import type { Proof, Step } from './proof.ts';

const skill: Step = ['GET /api/v1/skills/triage-phishing?team_id=1101'];
const empty = { name: 'Detection overview', notes: [], case_lists: [], record_charts: [], layout: [] };
const signIn: Step = [
  'POST /webhook/8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d/11ee22dd33cc44bb55aa66ff77008899',
  { place: 'Cork' },
];

/** Dashboards, Workbench and reporting. */
export const panelProofs: readonly Proof[] = [
  {
    write: [
      'POST /api/v1/dashboards/import',
      { team_id: 1101, mode: 'replace', data: { schema_version: 1, dashboard: empty } },
    ],
    read: ['GET /api/v1/dashboards/1801/export'],
  },
  { write: ['DELETE /api/v1/dashboards/1801'], read: ['GET /api/v1/dashboards/1801/export'] },
  {
    write: ['POST /api/v1/skills', { team_id: 1101, name: 'new', description: 'd', body: 'b' }],
    read: ['GET /api/v1/skills'],
  },
  { write: ['PUT /api/v1/skills/triage-phishing', { team_id: 1101, body: 'new' }], read: skill },
  { write: ['DELETE /api/v1/skills/triage-phishing?team_id=1101'], read: skill },
  { write: signIn, read: ['GET /api/v1/reporting/time_saved?story_id=3102&fill_gaps=false'] },
  { write: signIn, read: ['GET /api/v1/reporting/action_performance?story_id=3102'] },
];
