import type { Credential } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { CredentialRow } from '../state/rows/credentials.ts';
import type { State } from '../state/state.ts';
import { awsAfter, demandCompleteMode, noAws, redirectUrl } from './credential-modes.ts';
import { folderAfter } from './folder-contents.ts';
import { slugify } from './names.ts';
import { paginate } from './paging.ts';
import { referencingActions } from './references.ts';
import { refuseField } from './refusals.ts';
import { sharingAfter } from './sharing.ts';
import type { Behaviours, Call } from './types.ts';

/** Credentials go in whole and come out without their secrets, which are not even kept. */
export const credentialBehaviours: Behaviours = {
  listCredentials({ state, query, teams, request }) {
    const candidates =
      query.team_id === undefined ? state.credentials.all() : state.credentials.where('team_id', query.team_id);
    const found = candidates
      .filter((credential) => teams.has(credential.team_id))
      .filter((credential) => query.folder_id === undefined || credential.folder_id === query.folder_id)
      .filter((credential) => query.filter === undefined || filters[query.filter](credential, state));
    const { rows, meta } = paginate(found, request, query);
    const user_credentials = rows.map((row) => shown(state, row, query.include_references));
    return { status: 200, body: { user_credentials, meta } };
  },

  getCredential({ state, params, query }) {
    const credential = credentialAt(state, params.credential_id);
    return { status: 200, body: shown(state, credential, query.include_references) };
  },

  createCredential(call) {
    const { state, body } = call;
    demandCompleteMode(body);
    if (body.live_credential_id !== undefined) {
      return { status: 201, body: shown(state, attachTest(call, body.live_credential_id), false) };
    }
    const credential = create(call);
    const redirect_url = redirectUrl(body);
    return { status: 201, body: { ...shown(state, credential, false), ...(redirect_url && { redirect_url }) } };
  },

  updateCredential(call) {
    const { state, params } = call;
    const credential = state.credentials.put(changed(call, credentialAt(state, params.credential_id)));
    return { status: 200, body: shown(state, credential, false) };
  },

  deleteCredential({ state, params }) {
    state.credentials.delete(credentialAt(state, params.credential_id).id);
    return { status: 204, body: undefined };
  },
};

const filters = {
  UNUSED_IN_ACTIONS: (credential, state) => referencingActions(state, 'CREDENTIAL', credential).length === 0,
  UNRESTRICTED: (credential) => credential.restriction_type === 'UNRESTRICTED',
  RESTRICTED: (credential) => credential.restriction_type !== 'UNRESTRICTED',
} satisfies Record<string, (credential: CredentialRow, state: State) => boolean>;

function credentialAt(state: State, id: number): CredentialRow {
  const credential = state.credentials.get(id);
  if (!credential) throw refuse(404, 'Not found.');
  return credential;
}

function create({ state, body }: Call<'createCredential'>): CredentialRow {
  const now = state.clock.iso();
  return state.credentials.insert({
    name: body.name,
    mode: body.mode,
    team_id: body.team_id,
    folder_id: folderAfter(state, 'CREDENTIAL', body, body.team_id),
    ...sharingAfter(state, body),
    slug: slugify(body.name),
    created_at: now,
    updated_at: now,
    description: body.description ?? '',
    ...(body.mode === 'AWS' ? awsAfter(state, body, body.team_id) : noAws),
    allowed_hosts: body.allowed_hosts ?? [],
    metadata: body.metadata ?? {},
    restriction_type: 'UNRESTRICTED',
    test_credential_enabled: false,
    test_credential: null,
    expires_at: body.expires_at ?? null,
    expiry_notifications_enabled: body.expiry_notifications_enabled ?? false,
    credential_notification_recipient_user_ids: recipients(state, body) ?? [],
  });
}

/** Team, folder, access and description stay those of the live credential. */
function attachTest({ state, body, demand }: Call<'createCredential'>, liveId: number): CredentialRow {
  const live = credentialAt(state, liveId);
  demand('credential.write', live.team_id);
  demandSameMode(live, body.mode);
  const now = state.clock.iso();
  const test_credential = { created_at: now, updated_at: now };
  return state.credentials.put({ ...live, test_credential_enabled: true, test_credential });
}

function changed(call: Call<'updateCredential'>, credential: CredentialRow): CredentialRow {
  const { state, body, demand } = call;
  demandSameMode(credential, body.mode);
  const team_id = body.team_id ?? credential.team_id;
  if (team_id !== credential.team_id) demand('credential.write', team_id);
  const name = body.name ?? credential.name;
  const test_credential_enabled = body.test_credential_enabled ?? credential.test_credential_enabled;
  const now = state.clock.iso();
  return {
    ...credential,
    ...(body.is_test
      ? { test_credential: { ...demandTest(credential, test_credential_enabled), updated_at: now } }
      : { updated_at: now, ...(body.mode === 'AWS' && awsAfter(state, body, team_id, credential)) }),
    name,
    slug: slugify(name),
    team_id,
    folder_id: folderAfter(state, 'CREDENTIAL', body, team_id, credential),
    ...sharingAfter(state, body, credential),
    description: body.description ?? credential.description,
    allowed_hosts: body.allowed_hosts ?? credential.allowed_hosts,
    metadata: body.metadata ?? credential.metadata,
    test_credential_enabled,
    ...(body.expires_at !== undefined && { expires_at: body.expires_at }),
    ...(body.expiry_notifications_enabled !== undefined && {
      expiry_notifications_enabled: body.expiry_notifications_enabled,
    }),
    credential_notification_recipient_user_ids:
      recipients(state, body) ?? credential.credential_notification_recipient_user_ids ?? [],
  };
}

/** No page speaks of changing the kind of a credential, so that is refused. */
function demandSameMode(credential: CredentialRow, mode: string): void {
  if (mode === credential.mode) return;
  throw refuseField('/mode', `mode must be ${credential.mode}, the kind that the credential has.`);
}

function demandTest(credential: CredentialRow, enabled: boolean): NonNullable<CredentialRow['test_credential']> {
  if (credential.test_credential && enabled) return credential.test_credential;
  const message = credential.test_credential
    ? 'The test credential is switched off; set test_credential_enabled.'
    : 'There is no test credential; create one with live_credential_id.';
  throw refuseField('/is_test', message);
}

interface Reminded {
  credential_notification_recipient_user_ids?: number[] | undefined;
}

/** @returns Who gets the reminders, or undefined where the call does not say. */
function recipients(state: State, body: Reminded): number[] | undefined {
  const ids = body.credential_notification_recipient_user_ids;
  const unknown = ids?.filter((id) => !state.users.get(id)) ?? [];
  if (unknown.length === 0) return ids;
  throw refuseField('/credential_notification_recipient_user_ids', `There is no user ${unknown.join(' or ')}.`);
}

function shown(state: State, row: CredentialRow, withReferences: boolean | undefined): Credential {
  const { key_id, ...credential } = row;
  if (!withReferences) return credential;
  const actions = referencingActions(state, 'CREDENTIAL', row);
  return {
    ...credential,
    referencing_story_ids: [...new Set(actions.map((action) => action.story_id))],
    referencing_action_ids: actions.map((action) => action.id),
  };
}
