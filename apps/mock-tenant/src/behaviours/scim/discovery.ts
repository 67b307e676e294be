import type { ScimResourceType, ScimSchema, ScimSchemaAttribute } from '@tines-openapi/types';
import type { Request } from '../../server/exchange.ts';
import { refuseScim } from '../../server/scim.ts';
import type { Behaviours } from '../types.ts';
import { groupSchema, listSchema, locationOf, pageSize, scimAnswer, userSchema } from './answers.ts';

const yes = { supported: true };
const no = { supported: false };

export const scimDiscoveryBehaviours: Behaviours = {
  scimGetServiceProviderConfig: ({ request }) =>
    scimAnswer(200, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      documentationUri: null,
      patch: yes,
      bulk: no,
      filter: { ...yes, maxResults: pageSize },
      changePassword: no,
      sort: no,
      etag: no,
      authenticationSchemes: [
        { type: 'oauthbearertoken', name: 'API key', description: 'A key of the tenant, sent as a bearer token.' },
      ],
      meta: { resourceType: 'ServiceProviderConfig', location: locationOf(request, '/ServiceProviderConfig') },
    }),

  scimListResourceTypes: ({ request }) =>
    scimAnswer(200, {
      schemas: [listSchema],
      totalResults: 2,
      Resources: [resourceType('User', userSchema, request), resourceType('Group', groupSchema, request)],
    }),

  scimGetResourceType({ params, request }) {
    const schema = { User: userSchema, Group: groupSchema }[String(params.name)];
    if (!schema) throw refuseScim(404, 'There is no resource type of this name. There are User and Group.');
    return scimAnswer(200, resourceType(params.name, schema, request));
  },

  scimListSchemas({ request }) {
    const meta = { resourceType: 'Schema', location: locationOf(request, '/Schemas') };
    const Resources = schemas.map((schema) => ({ ...schema, meta }));
    return scimAnswer(200, {
      schemas: [listSchema],
      totalResults: schemas.length,
      startIndex: 1,
      itemsPerPage: schemas.length,
      Resources,
    });
  },
};

function resourceType(name: string, schema: string, request: Request): ScimResourceType {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: name,
    name,
    endpoint: `/${name}s`,
    schema,
    schemaExtensions: [],
    meta: { resourceType: 'ResourceType', location: locationOf(request, `/ResourceTypes/${name}`) },
  };
}

function attribute(name: string, more: Partial<ScimSchemaAttribute> = {}): ScimSchemaAttribute {
  return {
    name,
    type: 'string',
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  };
}

/** What the tenant keeps of users and groups, and nothing else. */
const schemas: ScimSchema[] = [
  {
    id: userSchema,
    name: 'User',
    description: 'Represents a user',
    attributes: [
      attribute('userName', { required: true, uniqueness: 'server' }),
      attribute('name', {
        type: 'complex',
        subAttributes: [attribute('givenName'), attribute('familyName')],
      }),
      attribute('externalId', { caseExact: true }),
      attribute('active', { type: 'boolean' }),
      attribute('userType'),
    ],
  },
  {
    id: groupSchema,
    name: 'Group',
    description: 'Represents a group',
    attributes: [
      attribute('displayName', { required: true, uniqueness: 'server' }),
      attribute('externalId', { caseExact: true }),
      attribute('members', {
        type: 'complex',
        multiValued: true,
        subAttributes: [attribute('value', { caseExact: true }), attribute('display', { mutability: 'readOnly' })],
      }),
    ],
  },
];
