import { refuse } from '../../server/errors.ts';
import type { RecordViewRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import { refuseField } from '../refusals.ts';
import { demandElementsFit, demandLayoutFits, typeNamed } from '../report-elements.ts';
import type { Behaviours, Call } from '../types.ts';

export const recordViewBehaviours: Behaviours = {
  listRecordViews({ state, query, teams, request }) {
    const found = state.recordViews
      .all()
      .filter((view) => teams.has(view.team_id))
      .filter((view) => query.team_id === undefined || view.team_id === query.team_id)
      .filter((view) => query.record_type_id === undefined || view.record_type_id === query.record_type_id)
      .sort(orders[query.order ?? 'NAME']);
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { record_views: rows.map((view) => shown(state, view)), meta } };
  },

  exportRecordView({ state, params }) {
    const { name, report_view, elements, layout } = viewAt(state, params.record_view_id);
    const record_view = { name, report_view, elements, layout };
    const exported_at = state.clock.iso();
    return { status: 200, body: { schema_version: 1, export_type: 'record_view', exported_at, record_view } };
  },

  importRecordView(call) {
    const { state, body } = call;
    const { elements, layout } = body.data.record_view;
    demandElementsFit(state, body.team_id, '/data/record_view/elements', elements);
    demandLayoutFits('/data/record_view/layout', elements, layout);
    const { id, name, created_at, updated_at } = body.mode === 'replace' ? replace(call) : create(call);
    return { status: 201, body: { id, name, team: teamOf(state, body.team_id), created_at, updated_at } };
  },

  deleteRecordView({ state, params }) {
    state.recordViews.delete(viewAt(state, params.record_view_id).id);
    return { status: 204, body: undefined };
  },
};

const orders = {
  NAME: (one, other) => one.name.localeCompare(other.name, 'en'),
  RECENTLY_CREATED: (one, other) => other.id - one.id,
  RECENTLY_UPDATED: (one, other) => other.updated_at.localeCompare(one.updated_at),
} satisfies Record<string, (one: RecordViewRow, other: RecordViewRow) => number>;

function viewAt(state: State, id: number): RecordViewRow {
  const view = state.recordViews.get(id);
  if (!view) throw refuse(404, 'Not found.');
  return view;
}

function create({ state, body }: Call<'importRecordView'>): RecordViewRow {
  const now = state.clock.iso();
  return state.recordViews.insert({
    team_id: body.team_id,
    ...contents(state, body),
    created_at: now,
    updated_at: now,
  });
}

/** What happens where no view has the name is on no page; nothing there could be replaced, so it is refused. */
function replace({ state, body }: Call<'importRecordView'>): RecordViewRow {
  const changes = contents(state, body);
  const before = state.recordViews.where('team_id', body.team_id).find((view) => view.name === changes.name);
  if (!before) throw refuseField('/name', 'The team has no record view of this name to replace.');
  return state.recordViews.put({ ...before, ...changes, updated_at: state.clock.iso() });
}

function contents(state: State, { team_id, data, name }: Call<'importRecordView'>['body']) {
  const { report_view, elements, layout } = data.record_view;
  const record_type_id = typeShown(state, team_id, elements[0]?.record_type_name);
  return { name: name ?? data.record_view.name, report_view, elements, layout, record_type_id };
}

/**
 * Every view shows a record type, which an export names in its elements only. For a view without elements this is the first
 * type of the team, else the first of the tenant.
 */
function typeShown(state: State, teamId: number, name: string | undefined): number {
  const type =
    name === undefined
      ? (state.recordTypes.where('team_id', teamId)[0] ?? state.recordTypes.all()[0])
      : typeNamed(state, teamId, name);
  if (!type) throw refuseField('/team_id', 'There is no record type that the view could show.');
  return type.id;
}

function shown(
  state: State,
  { id, name, team_id, record_type_id, created_at, updated_at, report_view }: RecordViewRow,
) {
  const type = state.recordTypes.get(record_type_id);
  const record_type = { id: record_type_id, name: type?.name ?? '' };
  return { id, name, team: teamOf(state, team_id), record_type, created_at, updated_at, report_view };
}

function teamOf(state: State, id: number): { id: number; name: string } {
  return { id, name: state.teams.get(id)?.name ?? '' };
}
