import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRepository, packPackages, type Repository, startMockByNpx } from './repository.ts';

interface Item {
  name: string;
  item?: Item[];
  request?: { method: string; url: { path: string[] }; auth: unknown; body?: { raw?: string } };
  response?: unknown[];
}
interface Collection {
  auth: { type: string };
  item: Item[];
}
interface Execution {
  cursor: { ref: string };
  item: { name: string };
  request: { method: string };
  response?: { code: number; stream: { data: number[] } };
}
interface Operation {
  operationId: string;
  security?: unknown[];
  requestBody?: { content: Record<string, { examples?: object }> };
  responses: object;
}

/** Requests that the tenant refuses as they come from the document's examples, and why. */
const refused: Record<string, string> = JSON.parse(
  readFileSync(new URL('../postman/known-refusals.json', import.meta.url), 'utf8'),
);

let repository: Repository;
let forget: () => void = () => {};

const read = (file: string) => JSON.parse(readFileSync(join(repository.folder, file), 'utf8'));

beforeAll(async () => {
  const packed = await packPackages(['spec', 'types', 'mock-tenant'].map((name) => `@tines-openapi/${name}`));
  forget = packed.remove;
  repository = createRepository('postman');
  await repository.run(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    ...Object.values(packed.archives),
  );
  await repository.run('npm', 'run', 'convert');
  await repository.run('node', 'prepare.mjs');
});

afterAll(() => {
  repository?.remove();
  forget();
});

/** Runs a collection against a tenant as it begins. @returns What was sent and answered, in order. */
async function runCollection(file: string, ...options: string[]): Promise<Execution[]> {
  const mock = await startMockByNpx(repository);
  const variables = { baseUrl: mock.url, bearerToken: 'tenant-owner-demo-key', userToken: 'tenant-owner-demo-key' };
  const set = Object.entries(variables).flatMap(([name, value]) => ['--env-var', `${name}=${value}`]);
  const report = ['--reporters', 'json', '--reporter-json-export', 'report.json'];
  try {
    await repository.run('npx', '--no-install', 'newman', 'run', file, ...set, ...report, ...options);
  } finally {
    await mock.stop();
  }
  // newman lists a request twice where a script before it sent one of its own.
  const executions: Execution[] = read('report.json').run.executions;
  return [...new Map(executions.map((execution) => [execution.cursor.ref, execution])).values()];
}

function requestsOf(items: Item[]): Item[] {
  return items.flatMap((item) => (item.item ? requestsOf(item.item) : [item]));
}

function operationsOf(document: { paths: Record<string, Record<string, Operation>> }): Operation[] {
  return Object.values(document.paths).flatMap((item) =>
    Object.entries(item).flatMap(([method, operation]) => (method === 'parameters' ? [] : [operation])),
  );
}

const answerOf = ({ response }: Execution) =>
  `${response?.code} ${Buffer.from(response?.stream.data ?? []).toString()}`;

describe('the collection that openapi-to-postmanv2 makes of the document', () => {
  test('has a request for every operation and an answer for each of its statuses', () => {
    const operations = operationsOf(read('node_modules/@tines-openapi/spec/dist/openapi.json'));
    const requests = requestsOf(read('collection.json').item);
    expect(requests).toHaveLength(operations.length);
    expect(requests.flatMap(({ response = [] }) => response)).toHaveLength(
      operations.flatMap(({ responses }) => Object.keys(responses)).length,
    );
  });

  test('loses the second scheme, calls without a key, operation ids, and all but one example of each body', () => {
    const operations = operationsOf(read('node_modules/@tines-openapi/spec/dist/openapi.json'));
    const collection: Collection = read('collection.json');
    const requests = requestsOf(collection.item);
    expect(collection.auth.type).toBe('bearer');
    const webhooks = requests.filter(({ request }) => request?.url.path[0] === 'webhook');
    expect(webhooks.map(({ request }) => request?.auth)).toEqual(webhooks.map(() => null));
    expect(operations.filter(({ security }) => security?.length === 0)).toHaveLength(webhooks.length);
    const text = JSON.stringify(collection);
    expect(operations.filter(({ operationId }) => text.includes(`"${operationId}"`))).toEqual([]);
    const examples = operations.flatMap(({ requestBody }) =>
      Object.values(requestBody?.content ?? {}).flatMap(({ examples = {} }) => Object.keys(examples)),
    );
    const bodies = requests.filter(({ request }) => request?.body?.raw);
    expect(bodies.length).toBeGreaterThan(100);
    expect(bodies.length).toBeLessThan(examples.length);
  });

  test.each(['bearer.json', 'user-token.json'])(
    'is run by newman, and the tenant answers all of it: %s',
    async (file) => {
      const executions = await runCollection(file);
      expect(executions).toHaveLength(requestsOf(read(file).item).length);
      const answers = executions.map((execution) => [execution.item.name, answerOf(execution)] as const);
      expect(answers.filter(([, answer]) => answer.startsWith('5'))).toEqual([]);
      const unanswered = answers.filter(([name, answer]) => !answer.startsWith('2') && !(name in refused));
      expect(unanswered).toEqual([]);
      const answered = answers.filter(([name, answer]) => answer.startsWith('2') && name in refused);
      expect(answered).toEqual([]);
      console.info(
        `${file}: ${executions.length} requests, ${executions.length - Object.keys(refused).length} answered.`,
      );
    },
  );

  test('is refused with another key, in either scheme', async () => {
    for (const [file, name] of [
      ['bearer.json', 'bearerToken'],
      ['user-token.json', 'userToken'],
    ] as const) {
      const executions = await runCollection(file, '--folder', 'Teams', '--env-var', `${name}=nobody-knows-this-key`);
      expect(executions.length).toBeGreaterThan(5);
      expect(new Set(executions.map(({ response }) => response?.code))).toEqual(new Set([401]));
    }
  });
});
