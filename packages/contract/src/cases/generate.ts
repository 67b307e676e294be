import { type Operation, operations, type Parameter, rights } from '../document/document.ts';
import { schemaDifferences } from '../judge/differences.ts';
import { faultyBodies } from './faulty-bodies.ts';
import type { KeyName } from './keys.ts';
import type { CaseRequest, Expectation, SectionCase } from './types.ts';

/**
 * Makes cases for every operation from what the document says of it: its example is taken, a call without a key, with an
 * unknown one and with one that lacks the right is refused, and so is a request that does not fit.
 */
export function generateCases(): SectionCase[] {
  return [...operations.values()].flatMap((operation) => [
    goodCase(operation),
    ...keyCases(operation),
    ...rightCase(operation),
    ...contractCase(operation),
  ]);
}

/** The least that the document's own examples make of a request: required parameters and the first example of the body. */
export function exampleRequest(operation: Operation): CaseRequest {
  const of = (place: Parameter['in']) => {
    const here = operation.parameters.filter((parameter) => parameter.in === place && parameter.required);
    return Object.fromEntries(here.map(({ name, example }) => [name, example]));
  };
  const body = operation.body?.content[0]?.examples[0]?.value;
  return { path: of('path'), query: of('query'), ...(body !== undefined && { body }) };
}

/** The statuses below 300 that the document describes. */
export function goodStatuses({ responses }: Operation): number[] {
  return Object.keys(responses)
    .filter((status) => status < '300')
    .map(Number);
}

function base(
  operation: Operation,
  key: KeyName,
): Pick<SectionCase, 'section' | 'operation' | 'key' | 'request' | 'stateless'> {
  return {
    section: operation.section,
    operation: operation.id,
    key,
    request: exampleRequest(operation),
    stateless: true,
  };
}

function goodCase(operation: Operation): SectionCase {
  return {
    ...base(operation, 'tenantOwner'),
    name: `${operation.id} takes the example of the document`,
    expect: { status: goodStatuses(operation) },
    fact: { says: `The document describes ${operation.id} as ${operation.evidence}.`, source: operation.path },
  };
}

function keyCases(operation: Operation): SectionCase[] {
  if (operation.right === undefined) return [];
  const fact = {
    says: 'Every request of the REST API needs a valid key; there is no anonymous endpoint.',
    source: 'api/authentication',
  };
  const refusedKeys: [KeyName, string][] = [
    ['none', 'no key'],
    ['unknown', 'a key that nobody issued'],
  ];
  return refusedKeys.map(([key, what]) => ({
    ...base(operation, key),
    name: `${operation.id} refuses ${what}`,
    refused: 'key',
    expect: { status: 401 },
    fact,
  }));
}

/** A viewer lacks most rights; what a viewer may do, a service key without the permission may not. */
function rightCase(operation: Operation): SectionCase[] {
  const right = operation.right === undefined ? undefined : rights[operation.right];
  if (!right || right.scope === 'any') return [];
  const viewerMay = right.scope === 'team' && right.roles?.includes('VIEWER');
  const key: KeyName = viewerMay ? 'serviceAudit' : 'teamViewer';
  return [
    {
      ...base(operation, key),
      name: `${operation.id} refuses a key without the right ${operation.right}`,
      refused: 'right',
      // RFC 7644, section 3.12, names 403 for SCIM; elsewhere no page settles it.
      expect: { status: operation.path.startsWith('/api/scim/') ? 403 : 'denied' },
      fact: {
        says: 'A valid key reaches only what its role, tenant permissions or type allow; 404 was seen for less, 403 is stated for some paths.',
        source: 'api/authentication',
      },
    },
  ];
}

function contractCase(operation: Operation): SectionCase[] {
  const content = operation.body?.content[0];
  const { body, ...request } = exampleRequest(operation);
  if (content?.pointer === undefined || body === undefined) return missingQueryCase(operation);
  const { pointer } = content;
  const faulty = faultyBodies(body).find(({ value }) => schemaDifferences(pointer, value).length > 0);
  if (!faulty) return missingQueryCase(operation);
  return [
    {
      ...base(operation, 'tenantOwner'),
      name: `${operation.id} refuses a body ${faulty.what}`,
      request: { ...request, body: faulty.value },
      refused: 'contract',
      expect: { status: refusalStatus(operation) },
      fact: { says: 'Wrong types and missing fields answer 422 in v1 and 400 in v2 and v3.', source: 'api/welcome' },
    },
  ];
}

function missingQueryCase(operation: Operation): SectionCase[] {
  const required = operation.parameters.find((parameter) => parameter.in === 'query' && parameter.required);
  if (!required) return [];
  const { query = {}, ...request } = exampleRequest(operation);
  const { [required.name]: _, ...others } = query;
  return [
    {
      ...base(operation, 'tenantOwner'),
      name: `${operation.id} refuses a query without ${required.name}`,
      request: { ...request, query: others },
      refused: 'contract',
      expect: { status: refusalStatus(operation) },
      fact: {
        says: 'A missing required query parameter answers 422 in v1; v2 and v3 answer 400.',
        source: 'api/records',
      },
    },
  ];
}

/** What a request that does not fit the document is answered with. SCIM names 400 for most and 422 nowhere forbids. */
export function refusalStatus({ path }: Pick<Operation, 'path'>): Expectation['status'] {
  if (path.startsWith('/api/scim/')) return [400, 422];
  return /^\/api\/v[23]\//.test(path) ? 400 : 422;
}
