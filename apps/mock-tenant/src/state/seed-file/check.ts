import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isDefaultRole, tenantPermissions } from '../../auth/policy.ts';
import { describeErrors, type Finding, judge } from '../../contract/judge.ts';
import type { Snapshot } from '../state.ts';
import { type Seed, SeedError, type SeedKey, type SeedPerson, type SeedStory } from './seed.ts';

type Wrong = Pick<Finding, 'pointer' | 'message'>;

/** Found beside both `src` and `dist`. */
const schemaFile = new URL('../../../openapi/seed.schema.json', import.meta.url);
let validator: ValidateFunction | undefined;

export function isSnapshot(value: Seed | Snapshot): value is Snapshot {
  return 'collections' in value;
}

/**
 * Holds a seed against its schema, and its names against each other.
 *
 * @throws SeedError with one line for each place that is wrong: the pointer, what is wrong and what is allowed.
 */
export function checkSeed(value: unknown): asserts value is Seed {
  validator ??= makeValidator();
  if (!validator(value)) throw refuseSeed(describeErrors(validator.errors ?? []));
  const wrong = [...wrongNames(value as Seed), ...wrongExports(value as Seed)];
  if (wrong.length > 0) throw refuseSeed(wrong);
}

function makeValidator(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
}

function refuseSeed(wrong: readonly Wrong[]): SeedError {
  return new SeedError(wrong.map(({ pointer, message }) => `${pointer === '' ? '/' : pointer}: ${message}`).join('\n'));
}

function wrongNames(seed: Seed): Wrong[] {
  const { teams, people, stories = [], keys = [] } = seed;
  const known = { teams: teams.map(({ name }) => name), people: people.map(({ email }) => email.toLowerCase()) };
  const parents = teams.flatMap(({ parent }, at) =>
    parent === undefined || known.teams.slice(0, at).includes(parent)
      ? []
      : [{ pointer: `/teams/${at}/parent`, message: 'parent must be the name of a team further up.' }],
  );
  const owned = people.some(({ tenant_owner, is_active = true }) => tenant_owner === true && is_active);
  return [
    ...repeated(known.teams, '/teams', 'name'),
    ...repeated(known.people, '/people', 'email'),
    ...repeated(
      keys.map(({ secret }) => secret),
      '/keys',
      'secret',
    ),
    ...parents,
    ...(owned ? [] : [{ pointer: '/people', message: 'One of the people must be an active tenant owner.' }]),
    ...people.flatMap((person, at) => wrongPerson(person, `/people/${at}`, known)),
    ...stories.flatMap((story, at) => wrongStory(story, `/stories/${at}`, known)),
    ...keys.flatMap((key, at) => wrongKey(key, `/keys/${at}`, known)),
  ];
}

interface Known {
  teams: string[];
  people: string[];
}

function repeated(values: readonly string[], pointer: string, field: string): Wrong[] {
  return values.flatMap((value, at) =>
    values.indexOf(value) < at
      ? [{ pointer: `${pointer}/${at}/${field}`, message: `${field} stands there twice.` }]
      : [],
  );
}

function wrongPerson({ teams = {}, tenant_permissions }: SeedPerson, pointer: string, known: Known): Wrong[] {
  return [
    ...Object.entries(teams).flatMap(([name, role]) => [
      ...wrongTeam(name, `${pointer}/teams/${name}`, known),
      ...wrongRole(role, `${pointer}/teams/${name}`),
    ]),
    ...wrongPermissions(tenant_permissions, pointer),
  ];
}

function wrongStory({ team, owner }: SeedStory, pointer: string, known: Known): Wrong[] {
  return [
    ...wrongTeam(team, `${pointer}/team`, known),
    ...(owner === undefined ? [] : wrongEmail(owner, `${pointer}/owner`, known)),
  ];
}

function wrongKey({ type, person, team, role, tenant_permissions }: SeedKey, pointer: string, known: Known): Wrong[] {
  const demand = (field: string, value: unknown, owner: SeedKey['type']): Wrong[] =>
    (value !== undefined) === (type === owner)
      ? []
      : [{ pointer: `${pointer}/${field}`, message: `${field} belongs to each ${owner} key, and to no other.` }];
  const ofService = tenant_permissions === undefined ? [] : demand('tenant_permissions', tenant_permissions, 'service');
  return [
    ...demand('person', person, 'personal'),
    ...demand('team', team, 'team'),
    ...demand('role', role, 'team'),
    ...ofService,
    ...(person === undefined ? [] : wrongEmail(person, `${pointer}/person`, known)),
    ...(team === undefined ? [] : wrongTeam(team, `${pointer}/team`, known)),
    ...(role === undefined ? [] : wrongRole(role, `${pointer}/role`)),
    ...wrongPermissions(tenant_permissions, pointer),
  ];
}

function wrongTeam(name: string, pointer: string, { teams }: Known): Wrong[] {
  if (teams.includes(name)) return [];
  return [{ pointer, message: `"${name}" is no team of this seed. Its teams are ${teams.join(', ')}.` }];
}

function wrongEmail(email: string, pointer: string, { people }: Known): Wrong[] {
  return people.includes(email.toLowerCase()) ? [] : [{ pointer, message: `"${email}" is nobody of this seed.` }];
}

function wrongRole(role: string, pointer: string): Wrong[] {
  return isDefaultRole(role) ? [] : [{ pointer, message: `"${role}" is not one of the roles that Tines brings.` }];
}

function wrongPermissions(permissions: readonly string[] = [], pointer: string): Wrong[] {
  return permissions.flatMap((permission, at) =>
    tenantPermissions.includes(permission)
      ? []
      : [
          {
            pointer: `${pointer}/tenant_permissions/${at}`,
            message: `"${permission}" must be one of ${tenantPermissions.join(', ')}.`,
          },
        ],
  );
}

function wrongExports({ stories = [] }: Seed): Wrong[] {
  return stories.flatMap(({ export: file }, at) => {
    if (file === undefined) return [];
    const findings = judge('#/components/schemas/StoryExport', file, 'body');
    return findings.map(({ pointer, message }) => ({ pointer: `/stories/${at}/export${pointer}`, message }));
  });
}
