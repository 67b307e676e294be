import type { ScimGroup } from '@tines-openapi/types';
import type { Request } from '../../server/exchange.ts';
import { refuseScim } from '../../server/scim.ts';
import type { ScimGroupRow } from '../../state/rows/administration.ts';
import type { State } from '../../state/state.ts';
import type { Behaviours } from '../types.ts';
import { groupSchema, listed, locationOf, projected, scimAnswer } from './answers.ts';
import { changingGrants } from './mapping.ts';
import { type Attributes, applyPatch } from './patch.ts';

export const scimGroupBehaviours: Behaviours = {
  scimListGroups({ state, query, request }) {
    const entries = state.scimGroups.all().map((row) => shown(state, row, request));
    return scimAnswer(200, listed(entries.map(both), query, request));
  },

  scimGetGroup({ state, params, query, request }) {
    return scimAnswer(200, projected(shown(state, groupAt(state, params.id), request), query));
  },

  scimCreateGroup({ state, body, request }) {
    const now = state.clock.iso();
    const fields = fieldsOf(state, body, undefined);
    const times = { created_at: now, updated_at: now };
    const row = changingGrants(state, () =>
      state.scimGroups.insert({ scim_id: state.random.uuid(), ...fields, ...times }),
    );
    return scimAnswer(201, shown(state, row, request));
  },

  scimReplaceGroup({ state, params, body, request }) {
    const row = groupAt(state, params.id);
    return scimAnswer(200, shown(state, written(state, row, body), request));
  },

  scimPatchGroup({ state, params, body, request }) {
    const row = groupAt(state, params.id);
    const changed = applyPatch({ ...shown(state, row, request) }, body.Operations);
    return scimAnswer(200, shown(state, written(state, row, changed), request));
  },

  scimDeleteGroup({ state, params }) {
    const { id } = groupAt(state, params.id);
    changingGrants(state, () => state.scimGroups.delete(id));
    return { status: 204, body: undefined };
  },
};

function both(group: ScimGroup): { shown: ScimGroup; filtered: Attributes } {
  return { shown: group, filtered: group };
}

function groupAt(state: State, id: string): ScimGroupRow {
  const row = state.scimGroups.where('scim_id', id)[0];
  if (!row) throw refuseScim(404, 'There is no resource with this id.');
  return row;
}

function shown(state: State, row: ScimGroupRow, request: Request): ScimGroup {
  const members = row.member_ids.flatMap((id) => state.users.get(id) ?? []);
  return {
    schemas: [groupSchema],
    id: row.scim_id,
    externalId: row.external_id,
    displayName: row.display_name,
    members: members.map(({ scim_id, email }) => ({ value: scim_id, display: email, type: 'User' })),
    meta: {
      resourceType: 'Group',
      created: row.created_at,
      lastModified: row.updated_at,
      location: locationOf(request, `/Groups/${row.scim_id}`),
    },
  };
}

function written(state: State, row: ScimGroupRow, attributes: Attributes): ScimGroupRow {
  const fields = fieldsOf(state, attributes, row);
  return changingGrants(state, () => state.scimGroups.put({ ...row, ...fields, updated_at: state.clock.iso() }));
}

type Fields = Pick<ScimGroupRow, 'display_name' | 'external_id' | 'member_ids'>;

/**
 * What the tenant keeps of a SCIM group. What is left out is cleared.
 *
 * @throws Refusal with 400 for a value of the wrong kind or an unknown member, with 409 for a name that is taken.
 */
function fieldsOf(state: State, attributes: Attributes, row: ScimGroupRow | undefined): Fields {
  const { displayName, externalId = null, members } = attributes;
  if (typeof displayName !== 'string' || displayName === '') {
    throw refuseScim(400, 'displayName must be a text.', 'invalidValue');
  }
  if (state.scimGroups.where('display_name', displayName).some(({ id }) => id !== row?.id)) {
    throw refuseScim(409, 'There is a group with this displayName.', 'uniqueness');
  }
  if (externalId !== null && typeof externalId !== 'string') {
    throw refuseScim(400, 'externalId must be a text.', 'invalidValue');
  }
  return { display_name: displayName, external_id: externalId, member_ids: memberIds(state, members ?? []) };
}

function memberIds(state: State, members: unknown): number[] {
  if (!Array.isArray(members)) throw refuseScim(400, 'members must be a list.', 'invalidValue');
  const ids = members.map((member) => {
    const value = (member as { value?: unknown } | null)?.value;
    const user = typeof value === 'string' ? state.users.where('scim_id', value)[0] : undefined;
    if (!user || user.service_account) throw refuseScim(400, 'members must be ids of users.', 'invalidValue');
    return user.id;
  });
  return [...new Set(ids)];
}
