import { hashSecret } from '../../auth/secret.ts';
import { slugify } from '../../behaviours/names.ts';
import { emptyStory } from '../../behaviours/stories/defaults.ts';
import { importInto } from '../../behaviours/stories/import.ts';
import type { UserRow } from '../rows.ts';
import { defaultSettings } from '../settings.ts';
import type { State } from '../state.ts';
import type { Seed, SeedKey, SeedPerson, SeedStory } from './seed.ts';

/** Fills an empty tenant with a seed that was found good. */
export function plantSeed(state: State, { teams, people, stories = [], keys = [] }: Seed): void {
  state.settings.put(defaultSettings);
  for (const { name, parent } of teams) {
    const parent_id = parent === undefined ? null : teamId(state, parent);
    state.teams.insert({ name, slug: slugify(name), parent_id });
  }
  for (const person of people) plantPerson(state, person);
  for (const story of stories) plantStory(state, story);
  for (const key of keys) plantKey(state, key);
}

/** @throws TypeError where the seed was not checked. */
function teamId(state: State, name: string | undefined): number {
  const team = state.teams.all().find((row) => row.name === name);
  if (!team) throw new TypeError(`The seed has no team "${name}".`);
  return team.id;
}

/** The person with this address, or the first active tenant owner. */
function userNamed(state: State, email: string | undefined): UserRow {
  const found =
    email === undefined
      ? state.users.all().find((user) => user.admin && user.is_active && !user.service_account)
      : state.users.where('email', email.toLowerCase())[0];
  if (!found) throw new TypeError(`The seed has nobody under "${email}".`);
  return found;
}

function plantUser(state: State, row: Pick<UserRow, 'email'> & Partial<UserRow>): UserRow {
  const now = state.clock.iso();
  return state.users.insert({
    scim_uid: null,
    first_name: '',
    last_name: '',
    admin: false,
    is_active: true,
    last_seen: null,
    tenant_permissions: [],
    service_account: false,
    invitation_accepted: true,
    created_at: now,
    updated_at: now,
    scim_id: state.random.uuid(),
    ...row,
  });
}

function plantPerson(state: State, { teams = {}, tenant_owner = false, email, ...fields }: SeedPerson): void {
  const { id } = plantUser(state, { ...fields, email: email.toLowerCase(), admin: tenant_owner });
  for (const [name, role] of Object.entries(teams)) {
    state.memberships.insert({ team_id: teamId(state, name), user_id: id, role });
  }
}

function plantStory(state: State, { team, owner, export: file, ...fields }: SeedStory): void {
  const name = fields.name ?? file?.name ?? 'New Story';
  const user = userNamed(state, owner);
  const now = state.clock.iso();
  const story = state.stories.insert({
    ...emptyStory,
    tags: [...(file?.tags ?? [])].map(String),
    ...fields,
    name,
    slug: slugify(name),
    user_id: user.id,
    team_id: teamId(state, team),
    guid: state.random.guid(),
    created_at: now,
    updated_at: now,
    edited_at: now,
  });
  if (!file) return;
  importInto(state, { story, draft: null }, name, file, user.id);
  if (fields.description !== undefined) state.stories.update(story.id, { description: fields.description });
}

function plantKey(state: State, { secret, type, name = 'Key', person, team, role, tenant_permissions }: SeedKey): void {
  const actor =
    type === 'personal'
      ? userNamed(state, person)
      : plantUser(state, {
          email: `service-${state.random.guid().slice(0, 8)}@mock-tenant.example`,
          first_name: name,
          admin: type === 'tenant_owner',
          tenant_permissions: tenant_permissions ?? [],
          service_account: true,
        });
  state.keys.insert({
    name,
    type,
    secret_hash: hashSecret(secret),
    user_id: actor.id,
    team_id: team === undefined ? null : teamId(state, team),
    role: role ?? null,
    made_by: type === 'personal' ? actor.id : userNamed(state, undefined).id,
    created_at: state.clock.iso(),
  });
}
