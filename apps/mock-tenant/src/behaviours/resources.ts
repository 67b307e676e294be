import type { Resource } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { ResourceRow } from '../state/rows/resources.ts';
import type { State } from '../state/state.ts';
import { folderAfter } from './folder-contents.ts';
import { slugify } from './names.ts';
import { paginate } from './paging.ts';
import { referencingActions } from './references.ts';
import { refuseField } from './refusals.ts';
import { readValue, shownValue } from './resource-values.ts';
import { sharingAfter } from './sharing.ts';
import type { Behaviours, Call } from './types.ts';

export const resourceBehaviours: Behaviours = {
  listResources({ state, query, teams, request }) {
    const candidates =
      query.team_id === undefined ? state.resources.all() : state.resources.where('team_id', query.team_id);
    const found = candidates
      .filter((resource) => teams.has(resource.team_id))
      .filter((resource) => query.folder_id === undefined || resource.folder_id === query.folder_id)
      .filter((resource) => query.filter === undefined || isUnused(state, resource));
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { global_resources: rows.map((row) => shown(state, row, query)), meta } };
  },

  getResource({ state, params, query }) {
    return { status: 200, body: shown(state, resourceAt(state, params.resource_id), query) };
  },

  createResource(call) {
    const { state, body } = call;
    const resource = body.live_resource_id === undefined ? create(call) : attachTestValue(call, body.live_resource_id);
    return { status: 200, body: shown(state, state.resources.put(resource), body) };
  },

  updateResource(call) {
    const { state, params, body } = call;
    const resource = changed(call, resourceAt(state, params.resource_id));
    return { status: 200, body: shown(state, state.resources.put(resource), body) };
  },

  deleteResource({ state, params }) {
    state.resources.delete(resourceAt(state, params.resource_id).id);
    return { status: 204, body: undefined };
  },
};

/** @throws Refusal with 404 where there is no such resource. */
export function resourceAt(state: State, id: number): ResourceRow {
  const resource = state.resources.get(id);
  if (!resource) throw refuse(404, 'Not found.');
  return resource;
}

/** @throws Refusal with 422 where the test value is missing or switched off. */
export function demandTestValue(resource: ResourceRow, enabled: boolean): NonNullable<ResourceRow['test_resource']> {
  if (resource.test_resource && enabled) return resource.test_resource;
  const message = resource.test_resource
    ? 'The test value is switched off; set test_resource_enabled.'
    : 'The resource has no test value; create one with live_resource_id.';
  throw refuseField('/is_test', message);
}

function create({ state, body, principal }: Call<'createResource'>): ResourceRow {
  // The document asks for team_id where live_resource_id is not sent, so it is there.
  const team_id = body.team_id as number;
  const now = state.clock.iso();
  return state.resources.insert({
    name: body.name,
    value: readValue(body.value),
    team_id,
    folder_id: folderAfter(state, 'RESOURCE', body, team_id),
    user_id: principal.actor.id,
    ...sharingAfter(state, body),
    slug: slugify(body.name),
    created_at: now,
    updated_at: now,
    description: body.description ?? '',
    test_resource_enabled: false,
    test_resource: null,
  });
}

/** Name, team, folder, access and description stay those of the live resource. */
function attachTestValue({ state, body, demand }: Call<'createResource'>, liveId: number): ResourceRow {
  const live = resourceAt(state, liveId);
  demand('resource.write', live.team_id);
  const now = state.clock.iso();
  const test_resource = { value: readValue(body.value), created_at: now, updated_at: now };
  return { ...live, test_resource_enabled: true, test_resource };
}

function changed({ state, body, demand }: Call<'updateResource'>, resource: ResourceRow): ResourceRow {
  const team_id = body.team_id ?? resource.team_id;
  if (team_id !== resource.team_id) demand('resource.write', team_id);
  const name = body.name ?? resource.name;
  const test_resource_enabled = body.test_resource_enabled ?? resource.test_resource_enabled;
  const now = state.clock.iso();
  const value = readValue(body.value);
  const values = body.is_test
    ? { test_resource: { ...demandTestValue(resource, test_resource_enabled), value, updated_at: now } }
    : { value, updated_at: now };
  return {
    ...resource,
    ...values,
    name,
    slug: slugify(name),
    team_id,
    folder_id: folderAfter(state, 'RESOURCE', body, team_id, resource),
    ...sharingAfter(state, body, resource),
    description: body.description ?? resource.description,
    test_resource_enabled,
  };
}

function isUnused(state: State, resource: ResourceRow): boolean {
  return referencingActions(state, 'RESOURCE', resource).length === 0;
}

interface Shape {
  typed_value?: boolean;
  include_referencing_action_ids?: boolean;
}

/** A resource as it is answered: without a key for a test value that is not there, with the actions unless unwanted. */
function shown(state: State, resource: ResourceRow, { typed_value, include_referencing_action_ids }: Shape): Resource {
  const { value, test_resource, ...rest } = resource;
  return {
    ...rest,
    value: shownValue(value, typed_value),
    ...(test_resource && {
      test_resource: { ...test_resource, value: shownValue(test_resource.value, typed_value) },
    }),
    ...(include_referencing_action_ids !== false && {
      referencing_action_ids: referencingActions(state, 'RESOURCE', resource).map((action) => action.id),
    }),
  };
}
