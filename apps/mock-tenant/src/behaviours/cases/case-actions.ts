import type { CaseAction, CreateCaseActionRequest } from '@tines-openapi/types';
import type { CaseActionRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { caseAt, partAt, sentOnly } from './context.ts';

export const caseActionBehaviours: Behaviours = {
  listCaseActions({ state, params, query, request }) {
    const { id } = caseAt(state, params.case_id);
    const { rows, meta } = paginate(state.caseActions.where('case_id', id), request, query);
    return { status: 200, body: { case_id: id, actions: rows.map(shownAction), meta } };
  },

  getCaseAction({ state, params }) {
    return { status: 200, body: withCase(partAt(state.caseActions, params.id, params.case_id)) };
  },

  createCaseAction({ state, params, body }) {
    return { status: 201, body: withCase(addAction(state, caseAt(state, params.case_id).id, body)) };
  },

  updateCaseAction({ state, params, body }) {
    const action = partAt(state.caseActions, params.id, params.case_id);
    return { status: 200, body: withCase(changeAction(state, action, body)) };
  },

  deleteCaseAction({ state, params }) {
    removeAction(state, partAt(state.caseActions, params.id, params.case_id));
    return { status: 204, body: undefined };
  },

  batchUpdateCaseActions({ state, params, body }) {
    const { id } = caseAt(state, params.case_id);
    const before = state.caseActions.where('case_id', id);
    // New ones first: where they lead is known from the ones that go.
    const actions = body.actions.map((action) => addAction(state, id, action));
    for (const action of before) state.caseActions.delete(action.id);
    return { status: 200, body: { case_id: id, actions: actions.map(shownAction) } };
  },
};

export function addAction(state: State, caseId: number, action: CreateCaseActionRequest): CaseActionRow {
  const now = state.clock.iso();
  state.cases.update(caseId, { updated_at: now });
  return state.caseActions.insert({
    case_id: caseId,
    url: action.url,
    label: action.label,
    ...targetOf(state, action.url),
    action_type: action.action_type,
    action_text: action.action_text ?? '',
    query_params: action.query_params ?? {},
    created_at: now,
    updated_at: now,
  });
}

export function changeAction(
  state: State,
  action: CaseActionRow,
  { url, label, action_type, action_text, query_params }: Partial<CreateCaseActionRequest>,
): CaseActionRow {
  const now = state.clock.iso();
  state.cases.update(action.case_id, { updated_at: now });
  const target = url === undefined || url === action.url ? {} : targetOf(state, url);
  const changes = sentOnly({ url, label, action_type, action_text, query_params });
  return state.caseActions.put({ ...action, ...changes, ...target, updated_at: now });
}

export function removeAction(state: State, action: CaseActionRow): void {
  state.caseActions.delete(action.id);
  state.cases.update(action.case_id, { updated_at: state.clock.iso() });
}

type Target = Pick<CaseActionRow, 'story_name' | 'story_emoji' | 'page_emoji'>;

/**
 * The story and page behind an address: those of an action that leads there already, else the story of the webhook with
 * that path. Null where there is none, as live answers show it. No operation tells which pages and emoji a story has.
 */
function targetOf(state: State, url: string): Target {
  const known = state.caseActions.where('url', url)[0];
  if (known) return { story_name: known.story_name, story_emoji: known.story_emoji, page_emoji: known.page_emoji };
  const path = /\/webhook\/([^/?#]+)/.exec(url)?.[1];
  const webhook = path === undefined ? undefined : state.actions.where('webhook_path', path)[0];
  const story = webhook && state.stories.get(webhook.story_id);
  return { story_name: story?.name ?? null, story_emoji: null, page_emoji: null };
}

/** An action as lists show it, without the id of its case. */
export function shownAction({ case_id, ...action }: CaseActionRow): CaseAction {
  return action;
}

function withCase(action: CaseActionRow): CaseAction {
  return { case_id: action.case_id, ...shownAction(action) };
}
