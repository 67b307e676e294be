import { faultyBodies } from '../../src/cases/faulty-bodies.ts';
import { exampleRequest } from '../../src/cases/generate.ts';
import type { CaseRequest } from '../../src/cases/types.ts';
import type { Operation, Parameter } from '../../src/document/document.ts';

/** A request, and in words what is special about it. */
export interface Variant {
  what: string;
  request: CaseRequest;
}

/** Requests made of the examples of an operation: each body example, and each parameter with its example. */
export function exampleVariants(operation: Operation): Variant[] {
  const least = exampleRequest(operation);
  const examples = operation.body?.content[0]?.examples ?? [];
  const bodies = examples.map(({ name, value }) => ({ what: `body ${name}`, request: { ...least, body: value } }));
  const parameters = operation.parameters
    .filter(({ in: place, required }) => place === 'query' && !required)
    .map((parameter) => ({ what: `query ${parameter.name}`, request: withQuery(least, parameter, parameter.example) }));
  return [{ what: 'the least', request: least }, ...bodies, ...parameters];
}

/**
 * Requests that are wrong in one place: each fault of the first body example, each parameter with a value of another kind
 * and each required one left out. Not every schema minds every fault.
 */
export function faultyVariants(operation: Operation): Variant[] {
  const least = exampleRequest(operation);
  const json = operation.body?.content[0]?.pointer !== undefined && least.body !== undefined;
  const bodies = json ? faultyBodies(least.body) : [];
  const query = operation.parameters.filter(({ in: place }) => place === 'query');
  return [
    ...bodies.map(({ what, value }) => ({ what: `body ${what}`, request: { ...least, body: value } })),
    ...query.flatMap((parameter) =>
      wrongValues.map(([what, value]) => ({
        what: `query ${parameter.name} as ${what}`,
        request: withQuery(least, parameter, value),
      })),
    ),
    ...query.filter(({ required }) => required).map((parameter) => without(least, parameter)),
  ];
}

/** Texts that are no number, no boolean and no known word; numbers below and above every bound. */
const wrongValues: readonly (readonly [string, unknown])[] = [
  ['a text', 'not-a-known-value'],
  ['a negative number', -1],
  ['a fraction', 1.5],
  ['a number above all', 1_000_000],
  ['an empty text', ''],
];

function withQuery(request: CaseRequest, { name }: Parameter, value: unknown): CaseRequest {
  return { ...request, query: { ...request.query, [name]: value } };
}

function without({ query = {}, ...request }: CaseRequest, { name }: Parameter): Variant {
  const { [name]: _, ...others } = query;
  return { what: `query without ${name}`, request: { ...request, query: others } };
}
