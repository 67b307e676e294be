import type { SyncDestination, SyncSubscription } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { Request } from '../server/exchange.ts';
import type { SyncDestinationRow, SyncSubscriptionRow } from '../state/rows/administration.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import { refuseField } from './refusals.ts';
import type { Behaviours, Call } from './types.ts';

/** The address under which the tenant of the examples knows itself, beside the one under which the caller came. */
const ownUrl = 'https://quiet-harbor-4821.tines.com';

export const syncDestinationBehaviours: Behaviours = {
  listSyncDestinations({ state, query, request }) {
    const { rows, meta } = paginate(state.syncDestinations.all(), request, query);
    return { status: 200, body: { sync_destinations: rows.map((row) => shown(state, row)), meta } };
  },

  getSyncDestination({ state, params }) {
    return enveloped(state, destinationAt(state, params.sync_destination_id), 200);
  },

  createSyncDestination({ state, body, request }) {
    if (!URL.canParse(body.destination_tenant_url)) {
      throw refuseField('/destination_tenant_url', 'destination_tenant_url must be the address of a tenant.');
    }
    const own = isOwn(body.destination_tenant_url, request);
    if (!own && body.destination_tenant_api_key === undefined) {
      throw refuseField('/destination_tenant_api_key', 'destination_tenant_api_key is required for another tenant.');
    }
    if (!state.teams.get(body.team_id)) throw refuseField('/team_id', 'team_id must be an existing team.');
    const row = state.syncDestinations.insert({
      destination_tenant_url: body.destination_tenant_url,
      destination_team_id: body.destination_team_id,
      manual_sync_only: body.manual_sync_only ?? false,
      origin_team_id: body.team_id,
      subscriptions: subscriptionsTo(state, body.team_id, body.story_ids, []),
    });
    return enveloped(state, row, 201);
  },

  updateSyncDestination: update,
  patchSyncDestination: update,

  // What was copied lies in another tenant, so whether it is kept there makes no difference here.
  deleteSyncDestination({ state, params }) {
    state.syncDestinations.delete(destinationAt(state, params.sync_destination_id).id);
    return { status: 204, body: undefined };
  },

  triggerSyncDestination({ state, params, request }) {
    const row = destinationAt(state, params.sync_destination_id);
    const subscriptions = row.subscriptions.map((entry) => synced(state, row, entry, request));
    state.syncDestinations.put({ ...row, subscriptions });
    return { status: 200, body: { sync_initiated: true } };
  },

  triggerSyncDestinationStory({ state, params, request }) {
    const row = destinationAt(state, params.sync_destination_id);
    const { story_id } = params;
    if (!row.subscriptions.some((entry) => entry.story_id === story_id)) throw refuse(404, 'Not found.');
    const subscriptions = row.subscriptions.map((entry) =>
      entry.story_id === story_id ? synced(state, row, entry, request) : entry,
    );
    state.syncDestinations.put({ ...row, subscriptions });
    return { status: 200, body: { story_sync_initiated: true } };
  },
};

/** PUT and PATCH do the same. */
function update({ state, params, body }: Pick<Call<'updateSyncDestination'>, 'state' | 'params' | 'body'>) {
  const row = destinationAt(state, params.sync_destination_id);
  const { manual_sync_only = row.manual_sync_only, story_ids } = body;
  const subscriptions = story_ids
    ? subscriptionsTo(state, row.origin_team_id, story_ids, row.subscriptions)
    : row.subscriptions;
  return enveloped(state, state.syncDestinations.put({ ...row, manual_sync_only, subscriptions }), 200);
}

function isOwn(url: string, request: Request): boolean {
  const { host } = new URL(url);
  return host === new URL(request.origin).host || host === new URL(ownUrl).host;
}

/**
 * The state of each story, kept where the destination had it before.
 *
 * @throws Refusal with 422 where a story is not one of the team.
 */
function subscriptionsTo(
  state: State,
  teamId: number,
  storyIds: readonly number[],
  before: readonly SyncSubscriptionRow[],
): SyncSubscriptionRow[] {
  return [...new Set(storyIds)].map((story_id, at) => {
    if (state.stories.get(story_id)?.team_id !== teamId) {
      throw refuseField(`/story_ids/${at}`, 'story_ids must be stories of the team that owns the sync.');
    }
    const known = before.find((entry) => entry.story_id === story_id);
    return known ?? { story_id, synced_edit: null, error_message: null };
  });
}

/** A story after a sync. Nothing is sent anywhere: a team of the own tenant must exist, another tenant always takes it. */
function synced(
  state: State,
  row: SyncDestinationRow,
  { story_id }: SyncSubscriptionRow,
  request: Request,
): SyncSubscriptionRow {
  if (isOwn(row.destination_tenant_url, request) && !state.teams.get(row.destination_team_id)) {
    return { story_id, synced_edit: null, error_message: 'The destination team does not exist.' };
  }
  return { story_id, synced_edit: state.stories.get(story_id)?.edited_at ?? null, error_message: null };
}

function destinationAt(state: State, id: number): SyncDestinationRow {
  const row = state.syncDestinations.get(id);
  if (!row) throw refuse(404, 'Not found.');
  return row;
}

function enveloped<S extends 200 | 201>(state: State, row: SyncDestinationRow, status: S) {
  return { status, body: { sync_destination: shown(state, row) } };
}

/** Stories that were deleted are no longer subscribed to. */
function shown(state: State, { subscriptions, ...row }: SyncDestinationRow): SyncDestination {
  return { ...row, subscriptions: subscriptions.flatMap((entry) => subscriptionOf(state, entry) ?? []) };
}

function subscriptionOf(state: State, entry: SyncSubscriptionRow): SyncSubscription | undefined {
  const story = state.stories.get(entry.story_id);
  if (!story) return undefined;
  const { error_message, synced_edit } = entry;
  const upToDate = synced_edit !== null && synced_edit >= story.edited_at;
  const status = error_message !== null ? 'failed' : upToDate ? 'synced' : 'requires_sync';
  return { story: { id: story.id, name: story.name }, status, error_message };
}
