import { ActionType } from '@tines-openapi/types/enums';
import { refuseFindings } from '../server/errors.ts';
import type { ActionRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { actionAt, shownAction } from './action-answers.ts';
import { addLinks, copyToChange, counterpart, demandLinks } from './action-links.ts';
import { paginate } from './paging.ts';
import { callsThatRemain } from './stories/calls.ts';
import { contentOf, storyAt, testDraftOf, writeContent } from './stories/copies.ts';
import { copyToCheck, copyToWrite } from './stories/drafts.ts';
import { removeAction } from './stories/removal.ts';
import { insertAction, putAction } from './stories/storyboard.ts';
import type { Behaviours, Call } from './types.ts';

export const actionBehaviours: Behaviours = {
  listActions(call) {
    const { state, query, request } = call;
    const found = candidates(call)
      .filter(({ team_id }) => query.team_id === undefined || team_id === query.team_id)
      .filter(({ group_id }) => query.group_id === undefined || group_id === query.group_id)
      .filter(({ type }) => query.action_type === undefined || type === query.action_type);
    const { rows, meta } = paginate(found, request, query);
    const agents = rows.map((row) => shownAction(state, row, query.include_live_activity));
    return { status: 200, body: { agents, meta } };
  },

  getAction({ state, params, query }) {
    const action = actionAt(state, params.action_id);
    return { status: 200, body: shownAction(state, action, query.include_live_activity) };
  },

  createAction(call) {
    const { state, body, principal } = call;
    demandKnownType(body.type);
    const userId = principal.actor.id;
    const group = groupOf(call);
    const story = storyAt(state, group?.story_id ?? (body.story_id as number));
    const draftId = body.draft_id ?? group?.draft_id ?? undefined;
    demandLinks(state, copyToCheck(state, story, draftId), body);
    const copy = copyToWrite(state, story, draftId, userId);
    const { id } = insertAction(
      state,
      copy,
      {
        type: body.type,
        name: body.name,
        description: body.description ?? null,
        options: optionsOf(state, body),
        position: snapped(body.position),
        disabled: body.disabled ?? false,
        schedule: body.schedule ?? null,
        monitor_failures: body.monitor_failures ?? false,
        monitor_all_events: body.monitor_all_events ?? false,
        monitor_no_events_emitted: body.monitor_no_events_emitted ?? null,
        guid: state.random.guid(),
      },
      userId,
    );
    const group_id = group ? (counterpart(state, copy, group)?.id ?? null) : null;
    const action = state.actions.update(id, { group_id }) as ActionRow;
    addLinks(state, copy, action, body);
    return { status: 201, body: shownAction(state, action) };
  },

  updateAction({ state, params, body, principal }) {
    const named = actionAt(state, params.action_id);
    const asItIs = copyToCheck(state, storyAt(state, named.story_id), body.draft_id ?? named.draft_id ?? undefined);
    if (!counterpart(state, asItIs, named)) throw refused('/draft_id', 'The action is not in this draft.');
    demandLinks(state, asItIs, body);
    const copy = copyToChange(state, named, principal.actor.id, body.draft_id);
    const before = counterpart(state, copy, named) as ActionRow;
    const { source_ids, receiver_ids, links_to_sources, links_to_receivers, draft_id, position, ...changes } = body;
    const action = putAction(state, {
      ...before,
      ...changes,
      ...(position && { position: snapped(position) }),
      updated_at: state.clock.iso(),
    });
    addLinks(state, copy, action, body);
    return { status: 200, body: shownAction(state, action) };
  },

  deleteAction({ state, params, principal }) {
    const named = actionAt(state, params.action_id);
    const asItIs = copyToCheck(state, storyAt(state, named.story_id), named.draft_id ?? undefined);
    // Under change control it may be gone from the draft while the live story still has it.
    if (counterpart(state, asItIs, named)) {
      const copy = copyToChange(state, named, principal.actor.id);
      removeAction(state, (counterpart(state, copy, named) as ActionRow).id);
      writeContent(state, copy, callsThatRemain(state, contentOf(copy)), principal.actor.id);
    }
    return { status: 204, body: undefined };
  },
};

/** The actions that an index can find. Without a copy named these are the live ones. */
function candidates({ state, query, teams }: Call<'listActions'>): ActionRow[] {
  const { story_id, story_mode, draft_id } = query;
  const seen = ({ team_id }: ActionRow) => teams.has(team_id);
  const group = query.group_id === undefined ? undefined : state.actions.get(query.group_id);
  const id = story_id ?? state.drafts.get(draft_id ?? -1)?.story_id ?? group?.story_id;
  if (id === undefined) return state.actions.all().filter((action) => isIn(null)(action) && seen(action));
  const story = state.stories.get(id);
  const test = story_mode === 'TEST' && story ? (testDraftOf(state, story)?.id ?? -1) : null;
  return state.actions
    .where('story_id', id)
    .filter(isIn(draft_id ?? group?.draft_id ?? test))
    .filter(seen);
}

function isIn(draftId: number | null) {
  return ({ draft_id }: ActionRow) => draft_id === draftId;
}

/** @throws Refusal with 422 for a type that no public source names, as live tenants refuse it. */
function demandKnownType(type: string): void {
  if ((ActionType as readonly string[]).includes(type)) return;
  throw refused('/type', `type must be one of ${ActionType.join(', ')}.`);
}

/** @throws Refusal with 422 where `group_id` is no group, or one of another story than `story_id`. */
function groupOf({ state, body }: Call<'createAction'>): ActionRow | undefined {
  if (body.group_id === undefined) return undefined;
  const group = state.actions.get(body.group_id);
  const fits = group?.type === 'Agents::GroupAgent' && (body.story_id ?? group.story_id) === group.story_id;
  if (fits) return group;
  throw refused('/group_id', 'group_id must be the id of a group action of the story.');
}

/** A webhook that is made without an address gets one. */
function optionsOf(state: State, { type, options }: Call<'createAction'>['body']): ActionRow['options'] {
  if (type !== 'Agents::WebhookAgent') return options;
  return { path: state.random.guid(), secret: state.random.guid(), ...options };
}

const grid = 15;

/** Places on the storyboard lie on a grid, as on a live tenant. */
function snapped({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: Math.round(x / grid) * grid || 0, y: Math.round(y / grid) * grid || 0 };
}

function refused(pointer: string, message: string) {
  return refuseFindings('', [{ in: 'body', pointer, message }]);
}
