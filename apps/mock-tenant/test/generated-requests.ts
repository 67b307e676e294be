import examples from '@tines-openapi/spec/examples.json' with { type: 'json' };
import type { OperationId } from '@tines-openapi/types/operations';
import fc from 'fast-check';
import { type Operation, operations, type Parameter } from '../src/contract/document.ts';
import { demoKeys } from '../src/state/seed/keys.ts';

/** A request made from the document: good, nearly good or hostile. */
export interface GeneratedRequest {
  operation: Operation;
  line: string;
  key: string | undefined;
  body: unknown;
  contentType: string | undefined;
  /** Whether everything in it is taken from the document's examples. */
  good: boolean;
  /** Requests of the owner that must come first for a good one to find what it needs. */
  before: { line: string; body: unknown }[];
}

/** What the examples alone do not bring about: another object in the path, another body, or a step before. */
interface Suited {
  path?: Record<string, string>;
  query?: string;
  body?: unknown;
  before?: { line: string; body: unknown }[];
}

const underChangeControl: Suited = { path: { story_id: '3103' } };
const anyVerb: Suited = {
  before: [
    {
      line: 'PUT /api/v1/actions/4101',
      body: {
        options: {
          path: '1f0e2d3c4b5a69788796a5b4c3d2e1f0',
          secret: 'aa00bb11cc22dd33ee44ff5566778899',
          verbs: 'get,post,put,patch,delete',
        },
      },
    },
  ],
};
const suited: Partial<Record<OperationId, Suited>> = {
  createStoryDraft: underChangeControl,
  deleteStoryDraft: underChangeControl,
  createChangeRequest: {
    ...underChangeControl,
    before: [{ line: 'POST /api/v1/stories/3103/change_request/cancel', body: { change_request_id: 3401 } }],
  },
  viewChangeRequest: underChangeControl,
  approveChangeRequest: underChangeControl,
  cancelChangeRequest: underChangeControl,
  rejectChangeRequest: underChangeControl,
  promoteChangeRequest: {
    ...underChangeControl,
    before: [{ line: 'POST /api/v1/stories/3103/change_request/approve', body: { change_request_id: 3401 } }],
  },
  deleteStoryOwner: {
    body: { user_id: 2102 },
    before: [{ line: 'POST /api/v1/stories/3101/owners', body: { user_id: 2102 } }],
  },
  deleteStoryRecipient: {
    body: { address: 'soc@quiet-harbor.example' },
    before: [{ line: 'POST /api/v1/stories/3101/recipients', body: { address: 'soc@quiet-harbor.example' } }],
  },
  replaceResourceElement: { body: { index: 0, value: 'sender.example' } },
  listRecords: { query: 'record_type_id=1601' },
  createCaseMetadata: { body: { metadata: { shift: 'night' } } },
  getCaseRecordV1: {},
  updateCase: { body: { priority: 'high' } },
  resendTeamMemberInvitation: {
    body: { user_id: 2205 },
    before: [{ line: 'POST /api/v1/teams/1101/invite_member', body: { email: 'fay.moreau@quiet-harbor.example' } }],
  },
  scimReplaceGroup: {
    body: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'soc-detection',
      members: [{ value: '6a04e7c9-3d81-4b5e-9f26-c2b7d5e01843' }],
    },
  },
  deleteTeam: { path: { team_id: '1104' }, before: [{ line: 'POST /api/v1/teams', body: { name: 'Hunting' } }] },
  triggerWebhookPut: anyVerb,
  triggerWebhookPatch: anyVerb,
  triggerWebhookDelete: anyVerb,
};

const ownerKey = 'tenant-owner-demo-key';

type Examples = Record<string, { request?: { value: unknown }[] }>;
const examplesById = examples as unknown as Examples;

const hostileText = fc.constantFrom(
  '',
  '0',
  '-1',
  '99999999999999999999',
  'NaN',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  "'; DROP TABLE stories; --",
  '<img src=x onerror=alert(1)>',
  '\u202Etxt.exe',
  '💥'.repeat(50),
);

const hostileBody = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    [],
    'text',
    0,
    true,
    {},
    { __proto__: { admin: true } },
    { constructor: { prototype: {} } },
  ),
  fc.object({ maxDepth: 3 }),
  fc.constant(JSON.parse('['.repeat(500) + ']'.repeat(500))),
);

/** Requests for every operation in turn, the same for the same seed. */
export function generateRequests(count: number, seed: number): GeneratedRequest[] {
  const kinds = fc.record({
    good: fc.boolean(),
    owner: fc.integer({ min: 0, max: 3 }).map((roll) => roll > 0),
    key: fc.constantFrom(...demoKeys.map(({ secret }) => secret), 'nobody-knows-this'),
    text: hostileText,
    body: hostileBody,
    mutate: fc.nat(),
  });
  return fc.sample(kinds, { numRuns: count, seed }).map(({ good, owner, key, text, body, mutate }, index) => {
    // A prime step through the list mixes the sections, so that what one deletes another does not always need.
    const operation = operations[(index * 131) % operations.length] as Operation;
    if (good) return goodRequest(operation);
    return {
      ...request(operation, {}, { text, body, mutate }),
      good,
      key: owner ? ownerKey : key,
    };
  });
}

/** The request that the document's examples show for an operation, with what must come first for it to succeed. */
export function goodRequest(operation: Operation): GeneratedRequest {
  return { ...request(operation, suited[operation.id] ?? {}), good: true, key: ownerKey };
}

/** What is put in the place of one of the examples; the number says which. */
interface Hostile {
  text: string;
  body: unknown;
  mutate: number;
}

function request(operation: Operation, suit: Suited, hostile?: Hostile): Omit<GeneratedRequest, 'good' | 'key'> {
  const { text, body, mutate = 0 } = hostile ?? {};
  return {
    operation,
    line: `${operation.method.toUpperCase()} ${targetOf(operation, text, mutate, suit)}`,
    body: operation.body ? (suit.body ?? bodyOf(operation, body, mutate)) : undefined,
    contentType: operation.body?.content[0]?.mediaType.replace('*/*', 'application/json'),
    before: suit.before ?? [],
  };
}

/** The path with the example of each parameter, and one of them replaced by `hostile` where that is given. */
function targetOf(operation: Operation, hostile: string | undefined, mutate: number, suit: Suited): string {
  const parameters = operation.parameters.filter(
    ({ required, in: place }) => place === 'path' || required || hostile !== undefined,
  );
  const spoiled = hostile === undefined ? undefined : parameters[mutate % Math.max(1, parameters.length)];
  const textOf = (parameter: Parameter) =>
    parameter === spoiled ? (hostile as string) : (suit.path?.[parameter.name] ?? exampleOf(parameter));
  let path = operation.path;
  const query = new URLSearchParams(suit.query);
  for (const parameter of parameters) {
    const value = textOf(parameter);
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
    if (parameter.in === 'query' && (parameter.required || parameter === spoiled)) query.append(parameter.name, value);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function exampleOf({ example }: Parameter): string {
  if (Array.isArray(example)) return example.join(',');
  return typeof example === 'object' ? JSON.stringify(example) : String(example ?? 1);
}

/** The first example of the body, or something that is none, or one with a field made wrong. */
function bodyOf(operation: Operation, hostile: unknown, mutate: number): unknown {
  const example = examplesById[operation.id]?.request?.[0]?.value;
  if (hostile === undefined || example === undefined) return example ?? hostile;
  if (mutate % 2 === 0 || typeof example !== 'object' || example === null) return hostile;
  const keys = Object.keys(example);
  const spoiled = keys[mutate % Math.max(1, keys.length)];
  return spoiled === undefined ? hostile : { ...example, [spoiled]: hostile };
}
