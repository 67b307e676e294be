import { holdsTeamRight, rightNamed, seesTeam, teamsWithRight } from '../auth/policy.ts';
import { reachOfPerson } from '../auth/principal.ts';
import { noAws } from '../behaviours/credential-modes.ts';
import { slugify } from '../behaviours/names.ts';
import { refuse } from '../server/errors.ts';
import { writeAudit } from '../state/audit.ts';
import type { CredentialRow } from '../state/rows/credentials.ts';
import type { TeamRow, UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { type Acting, forbidden } from './actor.ts';
import { createKey, type NewKey } from './keys.ts';
import { type ShownKey, shownKey } from './shown-key.ts';

/** A team as the page of credentials offers it. */
export interface ConnectTeam {
  id: number;
  name: string;
  /** How many credentials it has; null where the person may not see them. */
  credentials: number | null;
  /** Why the person may not make credentials there. Null where the person may. */
  connect_refusal: string | null;
}

/** A credential with the key that it holds, never with a secret. */
export interface ConnectCredential {
  id: number;
  name: string;
  mode: string;
  slug: string;
  team_id: number;
  description: string;
  created_at: string;
  /** The key that it holds, where the connect flow made it and the key is still there. */
  key: ShownKey | null;
}

/** What the connect flow is told: the credential to make, and the key that it is to hold. */
export interface NewConnection {
  name: string;
  key: NewKey;
}

/** The teams that a person sees. */
export function listConnectTeams(state: State, person: UserRow): ConnectTeam[] {
  const reach = reachOfPerson(state, person);
  const readable = new Set(teamsWithRight(reach, rightNamed('credential.read'), state));
  const teams = state.teams.all().filter(({ id }) => seesTeam(reach, state, id));
  return teams.map(({ id, name }) => ({
    id,
    name,
    credentials: readable.has(id) ? state.credentials.where('team_id', id).length : null,
    connect_refusal: refusalToConnect(state, person, id),
  }));
}

/** @throws Refusal with 404 for a team that the person does not see, with 403 where the role shows no credentials. */
export function listConnectCredentials(state: State, person: UserRow, teamId: number): ConnectCredential[] {
  const team = teamSeenBy(state, person, teamId);
  demandRead(state, person, team.id);
  return state.credentials.where('team_id', teamId).map((credential) => shown(state, credential));
}

/**
 * The connect flow of Tines: makes a key as the acting person and puts it into a new credential of a team, so that nobody
 * ever holds its secret in hand.
 *
 * @throws Refusal with 404 for a team that the person does not see, with 403 where the person may not make the credential or
 *   the key, with 422 where the key does not hang together.
 */
export function connect(state: State, acting: Acting, teamId: number, wanted: NewConnection): ConnectCredential {
  const { actor, request } = acting;
  const team = teamSeenBy(state, actor, teamId);
  const refusal = refusalToConnect(state, actor, team.id);
  if (refusal !== null) throw forbidden(refusal);
  const { id: key_id } = createKey(state, acting, wanted.key);
  const credential = state.credentials.insert(credentialRow(state, team, wanted.name, key_id));
  writeAudit(state, 'UserCredentialSave', actor, { name: wanted.name, mode: 'TEXT', team_id: team.id }, request);
  return shown(state, credential);
}

/**
 * The key that a credential holds, for a call that is made with it.
 *
 * @returns Its id, or null where the key was deleted, which then answers 401.
 * @throws Refusal with 404 for a credential that the person does not see or that holds no key, with 403 where the role shows no
 *   credentials.
 */
export function keyHeldBy(state: State, person: UserRow, credentialId: number): number | null {
  const credential = state.credentials.get(credentialId);
  if (!credential) throw refuse(404, 'Not found.');
  teamSeenBy(state, person, credential.team_id);
  demandRead(state, person, credential.team_id);
  if (credential.key_id === undefined) throw refuse(404, 'This credential holds no API key of this tenant.');
  return state.keys.get(credential.key_id) ? credential.key_id : null;
}

function teamSeenBy(state: State, person: UserRow, teamId: number): TeamRow {
  const team = state.teams.get(teamId);
  if (!team || !seesTeam(reachOfPerson(state, person), state, teamId)) throw refuse(404, 'Not found.');
  return team;
}

function demandRead(state: State, person: UserRow, teamId: number): void {
  if (holdsTeamRight(reachOfPerson(state, person), rightNamed('credential.read'), state, teamId)) return;
  throw forbidden('The role of this person in the team shows no credentials.');
}

function refusalToConnect(state: State, person: UserRow, teamId: number): string | null {
  if (holdsTeamRight(reachOfPerson(state, person), rightNamed('credential.write'), state, teamId)) return null;
  return 'Credentials are made by tenant owners, and by editors and admins of the team.';
}

/** Which mode such a credential has in the API is on no page: a text that may go to the tenant alone is assumed. */
function credentialRow(state: State, team: TeamRow, name: string, key_id: number): Omit<CredentialRow, 'id'> {
  const now = state.clock.iso();
  return {
    name,
    mode: 'TEXT',
    team_id: team.id,
    folder_id: null,
    read_access: 'TEAM',
    shared_team_slugs: [],
    slug: slugify(name),
    created_at: now,
    updated_at: now,
    description: 'API key of this tenant, made by the connect flow.',
    ...noAws,
    allowed_hosts: [],
    metadata: {},
    restriction_type: 'UNRESTRICTED',
    test_credential_enabled: false,
    test_credential: null,
    expires_at: null,
    expiry_notifications_enabled: false,
    credential_notification_recipient_user_ids: [],
    key_id,
  };
}

function shown(state: State, credential: CredentialRow): ConnectCredential {
  const { id, name, mode, slug, team_id, description, created_at, key_id } = credential;
  const key = key_id === undefined ? undefined : state.keys.get(key_id);
  return { id, name, mode, slug, team_id, description, created_at, key: key ? shownKey(state, key) : null };
}
