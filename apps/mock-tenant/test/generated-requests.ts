import examples from '@tines-openapi/spec/examples.json' with { type: 'json' };
import fc from 'fast-check';
import { type Operation, operations, type Parameter } from '../src/contract/document.ts';
import { demoKeys } from '../src/state/seed/keys.ts';

/** A request made from the document: good, nearly good or hostile. */
export interface GeneratedRequest {
  operation: Operation;
  line: string;
  key: string | undefined;
  body: unknown;
  /** Whether everything in it is taken from the document's examples. */
  good: boolean;
}

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
  fc.constantFrom<unknown>(null, [], 'text', 0, true, {}, { __proto__: { admin: true } }, { constructor: { prototype: {} } }),
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
    const operation = operations[index % operations.length] as Operation;
    return {
      operation,
      good,
      line: `${operation.method.toUpperCase()} ${targetOf(operation, good ? undefined : text, mutate)}`,
      key: good || owner ? 'tenant-owner-demo-key' : key,
      body: operation.body ? bodyOf(operation, good ? undefined : body, mutate) : undefined,
    };
  });
}

/** The path with the example of each parameter, and one of them replaced by `hostile` where that is given. */
function targetOf(operation: Operation, hostile: string | undefined, mutate: number): string {
  const parameters = operation.parameters.filter(({ required, in: place }) => place === 'path' || required || hostile !== undefined);
  const spoiled = hostile === undefined ? undefined : parameters[mutate % Math.max(1, parameters.length)];
  const valueOf = (parameter: Parameter) => (parameter === spoiled ? (hostile as string) : exampleOf(parameter));
  let path = operation.path;
  const query = new URLSearchParams();
  for (const parameter of parameters) {
    const value = valueOf(parameter);
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
