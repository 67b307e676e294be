import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleRequest } from '../src/cases/generate.ts';
import { type Operation, operations } from '../src/document/document.ts';
import { compareAnswer, generalise } from '../src/drift/compare.ts';
import { findOperation } from '../src/drift/routes.ts';
import { type Answer, describedFor } from '../src/judge/answer.ts';
import { type DifferenceKind, differenceKinds } from '../src/judge/difference.ts';
import { fetchCaller } from '../src/run/fetch-caller.ts';
import { fillCall } from '../src/run/fill.ts';
import { createRandom, pick } from '../src/run/random.ts';
import { type Planted, plant } from './planting/plant.ts';

/**
 * A server that answers whatever was put into its slot for an operation, over a real socket. True answers are the examples
 * of the document; false ones are the same with one difference planted.
 */
let server: Server;
let url: string;
const slots = new Map<string, Answer>();

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    const { pathname } = new URL(request.url ?? '/', 'http://tenant.example');
    const { status, mediaType, body } = slots.get(findOperation(request.method ?? '', pathname)?.id ?? '') as Answer;
    const text =
      body === undefined ? '' : typeof body === 'string' && mediaType === 'text/html' ? body : JSON.stringify(body);
    response.writeHead(status, mediaType === undefined ? {} : { 'content-type': mediaType }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

/** Every JSON example of every answer that an operation describes, good and refused. */
function trueAnswers({ responses }: Operation): Answer[] {
  return Object.entries(responses)
    .filter(([status]) => /^\d+$/.test(status))
    .flatMap(([status, contents]) =>
      contents
        .filter(({ mediaType }) => /[/+]json$/.test(mediaType))
        .flatMap(({ mediaType, examples }) =>
          examples.map(({ value }) => ({ status: Number(status), mediaType, body: value })),
        ),
    );
}

async function receive(operation: Operation, answer: Answer): Promise<Answer> {
  slots.set(operation.id, answer);
  const call = fillCall({ operation: operation.id, request: exampleRequest(operation) }, new Map(), {});
  return fetchCaller(url)(call, { secret: 'some-key', scheme: 'bearer' });
}

const bodyless: DifferenceKind[] = ['body not described'];
const kinds = differenceKinds.filter((kind) => !bodyless.includes(kind));

describe('the drift check', { timeout: 60_000 }, () => {
  test('reports nothing on two thousand true answers over all sections', async () => {
    let answers = 0;
    const wrong: unknown[] = [];
    for (const operation of operations.values()) {
      for (const answer of trueAnswers(operation)) {
        const found = compareAnswer(operation, await receive(operation, answer));
        if (found.length > 0) wrong.push({ operation: operation.id, status: answer.status, found });
        answers += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(answers).toBeGreaterThan(2000);
  });

  test('finds every one of more than two hundred planted differences of twelve kinds', async () => {
    const random = createRandom(20261124);
    const sections = [...new Set([...operations.values()].map(({ section }) => section))];
    const planted: { operation: Operation; difference: Planted }[] = [];
    for (const section of sections) {
      const here = [...operations.values()].filter((operation) => operation.section === section);
      for (const kind of kinds) planted.push(...plantIn(here, kind, random));
    }
    const missed: unknown[] = [];
    for (const { operation, difference } of planted) {
      const found = compareAnswer(operation, await receive(operation, difference.answer));
      const wanted = generalise(difference.pointer);
      if (!found.some(({ kind, pointer }) => kind === difference.kind && pointer === wanted)) {
        missed.push({ operation: operation.id, kind: difference.kind, pointer: wanted, found });
      }
    }
    expect(missed).toEqual([]);
    expect(planted.length).toBeGreaterThan(200);
    expect(new Set(planted.map(({ difference }) => difference.kind))).toEqual(new Set(kinds));
    expect(new Set(planted.map(({ operation }) => operation.section)).size).toBe(sections.length);
    // The figures that the docs show. Where the document got or lost places for a kind: `pnpm test:long -u`.
    const figures = {
      sections: sections.length,
      planted: Object.fromEntries(
        kinds.map((kind) => [kind, planted.filter(({ difference }) => difference.kind === kind).length]),
      ),
    };
    await expect(`${JSON.stringify(figures, null, 2)}\n`).toMatchFileSnapshot('../planted-differences.json');
  });

  test('finds a body where none is described', async () => {
    const operation = operations.get('deleteStory') as Operation;
    const found = compareAnswer(operation, { status: 204, mediaType: 'application/json', body: { deleted: true } });
    expect(found.map(({ kind }) => kind)).toEqual(['body not described']);
  });

  test('brings no value of an answer into what it reports', async () => {
    const random = createRandom(5);
    for (const kind of kinds) {
      for (const { operation, difference } of plantIn([...operations.values()], kind, random)) {
        const text = JSON.stringify(compareAnswer(operation, difference.answer));
        expect(text).not.toMatch(/PLANTED_WORD|last Tuesday|quiet-harbor|Phishing/);
      }
    }
  });
});

/**
 * One difference of a kind in a good answer of one of the operations, where any of them has a place for it. Which one is drawn;
 * whether there is one is not, so that the figures change with the document alone.
 */
function plantIn(candidates: readonly Operation[], kind: DifferenceKind, random: () => number) {
  const start = candidates.indexOf(pick(candidates, random));
  for (const operation of [...candidates.slice(start), ...candidates.slice(0, start)]) {
    for (const answer of trueAnswers(operation).filter(({ status }) => status < 300)) {
      const described = describedFor(operation, answer);
      const schema = 'content' in described ? described.content?.pointer : undefined;
      const difference = plant(kind, schema, answer, random);
      if (difference) return [{ operation, difference }];
    }
  }
  return [];
}
