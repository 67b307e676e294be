import type { StoryDraft } from '@tines-openapi/types';
import { refuseFindings } from '../../server/errors.ts';
import type { StoryContent } from '../../state/rows/stories.ts';
import type { DraftRow, StoryRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { type Copy, contentOf, draftAt, shownStory, storyAt, testDraftName, testDraftOf, touch } from './copies.ts';
import { removeDraft } from './removal.ts';
import { openRequestOf, setStatus } from './requests.ts';
import { layStoryboard, readStoryboard } from './storyboard.ts';

export const draftBehaviours: Behaviours = {
  listStoryDrafts({ state, params, query, request }) {
    const story = storyAt(state, params.story_id);
    const { rows, meta } = paginate(state.drafts.where('story_id', story.id), request, query);
    return { status: 200, body: { drafts: rows.map((draft) => shownDraft(state, { story, draft })), meta } };
  },

  createStoryDraft({ state, params, body, principal }) {
    const story = storyAt(state, params.story_id);
    demandChangeControl(story);
    return { status: 200, body: shownDraft(state, makeDraft(state, story, body.name, principal.actor.id)) };
  },

  // An open change request of the draft counts as cancelled; no page tells what becomes of it.
  deleteStoryDraft({ state, params }) {
    const draft = draftAt(state, storyAt(state, params.story_id), params.draft_id);
    const open = openRequestOf(state, draft);
    if (open) setStatus(state, open, 'IN_PROGRESS');
    removeDraft(state, draft.id);
    return { status: 204, body: undefined };
  },
};

/** @throws Refusal with 422 where the story has change control off. */
export function demandChangeControl({ change_control_enabled }: StoryRow): void {
  if (change_control_enabled) return;
  throw refuseFindings('', [
    { in: 'path', pointer: '/story_id', message: 'Change control is off for this story. Switch it on first.' },
  ]);
}

/**
 * A locked story and its drafts take no edits. Who may unlock it and what a refusal looks like is on no page.
 *
 * @throws Refusal with 422 where the story is locked.
 */
export function demandUnlocked({ locked }: StoryRow): void {
  if (!locked) return;
  throw refuseFindings('', [
    {
      in: 'path',
      pointer: '/story_id',
      message: 'The story is locked. Unlock it first: update it with "locked": false.',
    },
  ]);
}

/**
 * The copy that a writing call changes: the draft it names; without one the live story, or under change control the draft
 * `test`, which is made where it is missing.
 *
 * @param userId User or service account behind the change.
 * @throws Refusal with 404 where the story has no such draft, with 422 where it is locked.
 */
export function copyToWrite(state: State, story: StoryRow, draftId: number | undefined, userId: number): Copy {
  demandUnlocked(story);
  if (draftId !== undefined) return touch(state, { story, draft: draftAt(state, story, draftId) }, userId);
  if (!story.change_control_enabled) return touch(state, { story, draft: null }, userId);
  const draft = testDraftOf(state, story);
  return touch(state, draft ? { story, draft } : makeDraft(state, story, testDraftName, userId), userId);
}

/**
 * The copy that `copyToWrite` would change, for what must be checked before anything is made: where the draft `test` is
 * still missing this is the live story, of which it will be a picture.
 *
 * @throws Refusal with 404 where the story has no such draft.
 */
export function copyToCheck(state: State, story: StoryRow, draftId: number | undefined): Copy {
  if (draftId !== undefined) return { story, draft: draftAt(state, story, draftId) };
  return { story, draft: (story.change_control_enabled && testDraftOf(state, story)) || null };
}

/** Makes a draft that is as the live story is now. */
function makeDraft(state: State, story: StoryRow, name: string, userId: number): Copy & { draft: DraftRow } {
  const live = { story, draft: null };
  const now = state.clock.iso();
  const draft = state.drafts.insert({
    story_id: story.id,
    name,
    user_id: userId,
    created_at: now,
    updated_at: now,
    edited_at: now,
    participants: [],
    content: contentOf(live),
  });
  const ids = layStoryboard(state, { story, draft }, readStoryboard(state, live), userId);
  const content = contentWithIds(state, draft.content, ids);
  return { story, draft: state.drafts.put({ ...draft, content }) };
}

/**
 * Makes the live story what a draft is. Whether the story is stopped stays as it is: that is set on the live story alone.
 *
 * @returns The live story after it.
 */
export function promoteDraft(state: State, story: StoryRow, draft: DraftRow, userId: number): StoryRow {
  const ids = layStoryboard(state, { story, draft: null }, readStoryboard(state, { story, draft }), userId);
  const now = state.clock.iso();
  return state.stories.put({
    ...story,
    ...contentWithIds(state, draft.content, ids),
    disabled: story.disabled,
    updated_at: now,
    edited_at: now,
  });
}

/** Content of one copy whose action ids are turned into those of another copy. */
function contentWithIds(state: State, content: StoryContent, ids: ReadonlyMap<string, number>): StoryContent {
  const there = (id: number) => {
    const guid = state.actions.get(id)?.guid;
    return guid === undefined ? undefined : ids.get(guid);
  };
  const all = (list: readonly unknown[]) => list.flatMap((id) => there(Number(id)) ?? []);
  const { entry_agent_id, exit_agents, webhook_api } = content;
  const apiEntry = webhook_api ? there(webhook_api.entry_action_id) : undefined;
  return {
    ...content,
    entry_agent_id: entry_agent_id === null ? null : (there(entry_agent_id) ?? null),
    exit_agents: all(exit_agents),
    webhook_api:
      webhook_api && apiEntry !== undefined
        ? { entry_action_id: apiEntry, exit_action_ids: all(webhook_api.exit_action_ids) }
        : null,
  };
}

function shownDraft(state: State, { story, draft }: Copy & { draft: DraftRow }): StoryDraft {
  const { recipients, monitor_failures, ...shown } = shownStory(state, { story, draft });
  return {
    ...shown,
    id: draft.id,
    name: draft.name,
    user_id: draft.user_id,
    slug: `${shown.slug}_${draft.id}`,
    created_at: draft.created_at,
  };
}
