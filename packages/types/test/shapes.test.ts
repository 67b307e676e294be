import document from '@tines-openapi/spec/openapi.json' with { type: 'json' };
import type {
  Action,
  ActionType,
  AuditLogOperationName,
  CaseActivityType,
  CaseInput,
  CaseInputCreated,
  CaseInputCreatedEnvelope,
  CaseSearchFilter,
  CreateCredentialRequest,
  CreateTextCredentialRequest,
  Credential,
  CredentialCreated,
  CredentialOauthCreated,
  ErrorBody,
  ErrorItem,
  InviteTeamMemberRequest,
  Job,
  LooseId,
  RecordFieldType,
  ResourceFileValue,
  ResourceValue,
  RolePermission,
  ScimSchemaAttribute,
  Story,
  StoryVersion,
  StoryVersionAnswer,
  StoryVersionEnvelope,
  StoryVersionWithExport,
  StoryVersionWithExportAnswer,
  StoryVersionWithExportEnvelope,
  TagColorInput,
  TeamRole,
  TenantPermission,
  UpdateCredentialRequest,
  UpdateTextCredentialRequest,
  WorkbenchMessage,
  WorkbenchStep,
  WorkbenchToolUse,
} from '@tines-openapi/types';
import { describe, expect, expectTypeOf, test } from 'vitest';

interface Shape {
  $ref?: unknown;
  anyOf?: object[];
  oneOf?: object[];
  'x-extensible-enum'?: string[];
}

const schemas = document.components.schemas as Record<string, Shape>;
const named = (belongs: (schema: Shape, name: string) => boolean) =>
  Object.entries(schemas).flatMap(([name, schema]) => (belongs(schema, name) ? [name] : []));

/** Whether a schema leads back to itself. */
function recursive(name: string, at: unknown = schemas[name], seen = new Set<string>()): boolean {
  if (typeof at !== 'object' || at === null) return false;
  const { $ref } = at as Shape;
  if (typeof $ref === 'string') {
    const target = $ref.split('/').at(-1) as string;
    if (target === name) return true;
    if (seen.has(target)) return false;
    seen.add(target);
    return recursive(name, schemas[target], seen);
  }
  return Object.values(at).some((member) => recursive(name, member, seen));
}

/** Every test below asserts types; here is held that there is one for each such schema of the document. */
const unions = {
  CaseInputCreated: () => expectTypeOf<CaseInputCreated>().toEqualTypeOf<CaseInputCreatedEnvelope | CaseInput>(),
  CaseSearchFilter: () => expectTypeOf<{ field: string; value: string }>().toExtend<CaseSearchFilter>(),
  CreateCredentialRequest: () => {
    expectTypeOf<CreateCredentialRequest['mode']>().toEqualTypeOf<
      'TEXT' | 'JWT' | 'OAUTH' | 'AWS' | 'MTLS' | 'HTTP_REQUEST_AGENT' | 'MULTI_REQUEST'
    >();
    expectTypeOf<Extract<CreateCredentialRequest, { mode: 'TEXT' }>>().toEqualTypeOf<CreateTextCredentialRequest>();
  },
  CredentialCreated: () => expectTypeOf<CredentialCreated>().toEqualTypeOf<CredentialOauthCreated | Credential>(),
  ErrorBody: () => expectTypeOf<ErrorItem[]>().toExtend<ErrorBody>(),
  InviteTeamMemberRequest: () => {
    expectTypeOf<{ email: string }>().toExtend<InviteTeamMemberRequest>();
    expectTypeOf<{ user_id: number }>().toExtend<InviteTeamMemberRequest>();
    expectTypeOf<Record<never, never>>().not.toExtend<InviteTeamMemberRequest>();
  },
  LooseId: () => expectTypeOf<LooseId>().toEqualTypeOf<number | string>(),
  ResourceValue: () => {
    expectTypeOf<string | number | boolean | unknown[] | ResourceFileValue>().toExtend<ResourceValue>();
    expectTypeOf<null>().not.toExtend<ResourceValue>();
  },
  StoryVersionAnswer: () => expectTypeOf<StoryVersionAnswer>().toEqualTypeOf<StoryVersionEnvelope | StoryVersion>(),
  StoryVersionWithExportAnswer: () =>
    expectTypeOf<StoryVersionWithExportAnswer>().toEqualTypeOf<
      StoryVersionWithExportEnvelope | StoryVersionWithExport
    >(),
  TagColorInput: () => {
    expectTypeOf<'#0a0b0c'>().toExtend<TagColorInput>();
    expectTypeOf<TagColorInput>().not.toEqualTypeOf<string>();
  },
  UpdateCredentialRequest: () =>
    expectTypeOf<Extract<UpdateCredentialRequest, { mode: 'TEXT' }>>().toEqualTypeOf<UpdateTextCredentialRequest>(),
  WorkbenchStep: () => expectTypeOf<WorkbenchStep>().toEqualTypeOf<WorkbenchMessage | WorkbenchToolUse>(),
};

const open = {
  ActionType: () => expectTypeOf<'Agents::New'>().toExtend<ActionType>(),
  AuditLogOperationName: () => expectTypeOf<'New'>().toExtend<AuditLogOperationName>(),
  CaseActivityType: () => expectTypeOf<'NEW'>().toExtend<CaseActivityType>(),
  RecordFieldType: () => expectTypeOf<'NEW'>().toExtend<RecordFieldType>(),
  RolePermission: () => expectTypeOf<'NEW'>().toExtend<RolePermission>(),
  TeamRole: () => {
    expectTypeOf<'NEW'>().toExtend<TeamRole>();
    // Plain text would complete nothing in an editor.
    expectTypeOf<TeamRole>().not.toEqualTypeOf<string>();
  },
  TenantPermission: () => expectTypeOf<'NEW'>().toExtend<TenantPermission>(),
};

const recursions = {
  CaseSearchFilter: () => {
    const filter: CaseSearchFilter = { op: 'AND', nodes: [{ op: 'AND', nodes: [{ field: 'status', value: 'open' }] }] };
    return expect(filter).toBeDefined();
  },
  CaseSearchGroup: () => {
    // @ts-expect-error a node is a condition or a group
    const filter: CaseSearchFilter = { op: 'AND', nodes: [{ op: 'AND', nodes: [5] }] };
    return expect(filter).toBeDefined();
  },
  ScimSchemaAttribute: () =>
    expectTypeOf<NonNullable<ScimSchemaAttribute['subAttributes']>[number]>().toEqualTypeOf<ScimSchemaAttribute>(),
};

describe('there is a type test', () => {
  test('for each union', () => {
    for (const assertion of Object.values(unions)) assertion();
    expect(Object.keys(unions)).toEqual(named(({ anyOf, oneOf }) => (anyOf ?? oneOf) !== undefined));
  });

  test('for each named list of values that may grow', () => {
    for (const assertion of Object.values(open)) assertion();
    expect(Object.keys(open)).toEqual(named((schema) => schema['x-extensible-enum'] !== undefined));
  });

  test('for each shape that leads back to itself', () => {
    for (const assertion of Object.values(recursions)) assertion();
    expect(Object.keys(recursions)).toEqual(named((_, name) => recursive(name)));
  });

  test('for each kind of field that can be null', () => {
    expectTypeOf<Story['description']>().toEqualTypeOf<string | null>();
    expectTypeOf<Story['folder_id']>().toEqualTypeOf<number | null>();
    expectTypeOf<Story['send_to_story_access']>().toEqualTypeOf<'TEAM' | 'GLOBAL' | 'SPECIFIC_TEAMS' | null>();
    expectTypeOf<Action['group_id']>().toEqualTypeOf<number | null | undefined>();
    expectTypeOf<null>().toExtend<Action['schedule']>();
    expectTypeOf<unknown[]>().not.toEqualTypeOf<Action['schedule']>();
    expectTypeOf<Job['last_retry']>().toExtend<string | number | null | undefined>();
  });
});
