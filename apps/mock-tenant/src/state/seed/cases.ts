import type { CaseActivityRow, CaseRow } from '../rows/cases.ts';
import type { State } from '../state.ts';
import { seedCaseParts } from './case-parts.ts';
import { seedCaseSettings } from './case-settings.ts';

const dev = 2104;
const elif = 2105;
const response = 1102;

/** The two cases of the examples with everything on them. */
export function seedCases(state: State): void {
  seedCaseSettings(state);
  const row = (more: Pick<CaseRow, 'id' | 'name' | 'created_at'> & Partial<CaseRow>): CaseRow => ({
    team_id: response,
    description: '',
    status: 'OPEN',
    sub_status_id: 1473,
    priority: 'MEDIUM',
    metadata: {},
    author_id: dev,
    opened_by_id: dev,
    resolved_by_id: null,
    assignee_ids: [elif],
    tag_ids: [],
    closure_conditions: [],
    opened_at: more.created_at,
    resolved_at: null,
    updated_at: more.created_at,
    ...more,
  });
  state.cases.put(
    row({
      id: 1401,
      name: 'Phishing: invoice from a new sender',
      description: 'Three people in Finance were asked to pay the same invoice.',
      sub_status_id: 1471,
      priority: 'HIGH',
      metadata: { source: 'report button', ticket: 'HELP-2207' },
      tag_ids: [1201],
      closure_conditions: [{ name: 'The verdict is set', formula: '=IS_PRESENT(team_case.metadata.verdict)' }],
      created_at: '2026-11-20T10:30:00Z',
      updated_at: '2026-11-20T11:04:37Z',
    }),
  );
  state.cases.put(
    row({ id: 1402, name: 'Laptop missing since Friday', tag_ids: [1202], created_at: '2026-11-23T07:45:00Z' }),
  );
  seedTimeline(state);
  seedCaseParts(state);
}

function seedTimeline(state: State): void {
  const entry = (more: Omit<CaseActivityRow, 'reactions'> & Partial<CaseActivityRow>) =>
    state.caseActivities.put({ reactions: [], ...more });
  entry({
    id: 15801,
    case_id: 1401,
    activity_type: 'CREATED',
    value: '1401',
    user_id: dev,
    created_at: '2026-11-20T10:30:00Z',
  });
  entry({
    id: 15802,
    case_id: 1401,
    activity_type: 'ASSIGNED',
    value: '2105',
    user_id: dev,
    created_at: '2026-11-20T10:30:01Z',
  });
  entry({
    id: 15301,
    case_id: 1401,
    activity_type: 'FILE_ATTACHED_AND_COMMENTED',
    value: 'Mail headers as reported.',
    user_id: elif,
    created_at: '2026-11-20T10:45:12Z',
  });
  entry({
    id: 15201,
    case_id: 1401,
    activity_type: 'COMMENTED',
    value: 'The supplier says that the mail is not theirs.',
    user_id: elif,
    created_at: '2026-11-20T11:04:37Z',
    reactions: [{ emoji: ':heart:', reactants: [{ user_id: dev, reacted_at: '2026-11-20T11:20:44+00:00' }] }],
  });
  entry({
    id: 15811,
    case_id: 1402,
    activity_type: 'CREATED',
    value: '1402',
    user_id: dev,
    created_at: '2026-11-23T07:45:00Z',
  });
}
