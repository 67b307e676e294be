import { refuse } from '../server/errors.ts';
import type { DashboardRow } from '../state/rows/dashboards.ts';
import type { State } from '../state/state.ts';
import { refuseField } from './refusals.ts';
import { demandElementsFit, demandLayoutFits } from './report-elements.ts';
import type { Behaviours, Call } from './types.ts';

export const dashboardBehaviours: Behaviours = {
  importDashboard(call) {
    const { state, body } = call;
    const { record_charts, layout, notes, case_lists } = body.data.dashboard;
    demandElementsFit(state, body.team_id, '/data/dashboard/record_charts', record_charts);
    demandLayoutFits('/data/dashboard/layout', [...notes, ...case_lists, ...record_charts], layout);
    const { id, name, created_at, updated_at } = body.mode === 'replace' ? replace(call) : create(call);
    const team = { id: body.team_id, name: state.teams.get(body.team_id)?.name ?? '' };
    return { status: 201, body: { id, name, team, created_at, updated_at } };
  },

  exportDashboard({ state, params }) {
    const { definition } = dashboardAt(state, params.dashboard_id);
    const exported_at = state.clock.iso();
    return { status: 200, body: { schema_version: 1, export_type: 'dashboard', exported_at, dashboard: definition } };
  },

  deleteDashboard({ state, params }) {
    state.dashboards.delete(dashboardAt(state, params.dashboard_id).id);
    return { status: 204, body: undefined };
  },
};

function dashboardAt(state: State, id: number): DashboardRow {
  const dashboard = state.dashboards.get(id);
  if (!dashboard) throw refuse(404, 'Not found.');
  return dashboard;
}

function create({ state, body }: Call<'importDashboard'>): DashboardRow {
  const now = state.clock.iso();
  return state.dashboards.insert({ team_id: body.team_id, ...named(body), created_at: now, updated_at: now });
}

/** What happens where no dashboard has the name is on no page; nothing there could be replaced, so it is refused. */
function replace({ state, body }: Call<'importDashboard'>): DashboardRow {
  const changes = named(body);
  const before = state.dashboards.where('team_id', body.team_id).find((other) => other.name === changes.name);
  if (!before) throw refuseField('/new_name', 'The team has no dashboard of this name to replace.');
  return state.dashboards.put({ ...before, ...changes, updated_at: state.clock.iso() });
}

function named({ data, new_name }: Call<'importDashboard'>['body']): Pick<DashboardRow, 'name' | 'definition'> {
  const name = new_name ?? data.dashboard.name;
  return { name, definition: { ...data.dashboard, name } };
}
