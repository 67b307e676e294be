import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listConsumers, readConsumer } from '../matrix/consumer.ts';
import { reachedBy } from '../matrix/expectation.ts';
import { type PackedSpec, packSpec } from '../matrix/packed-spec.ts';
import { renderPage } from '../matrix/page.ts';
import { pageFile, readResults } from '../matrix/results.ts';
import { runConsumer } from '../matrix/run-consumer.ts';
import { findMissing } from '../matrix/shell.ts';

const names = listConsumers();
let spec: PackedSpec;

beforeAll(async () => {
  spec = await packSpec();
});
afterAll(() => spec?.remove());

// Much of their time is spent on downloads, so two of them share the cores; some compile for minutes in an empty cache.
describe.concurrent('the document through', { timeout: 900_000 }, () => {
  test.for(names)('%s, as its consumer.json expects', async (name, { skip, expect }) => {
    const consumer = readConsumer(name);
    const missing = findMissing(consumer.needs);
    if (missing.length > 0) {
      const message = `${name} needs ${missing.join(', ')}, not installed here.`;
      if (process.env.REQUIRE_ALL_TOOLCHAINS) throw new Error(message);
      return skip(message);
    }
    const { result, failures } = await runConsumer(consumer, { spec });
    expect(reachedBy(result), failures.join('\n\n')).toEqual(consumer.expected);
  });
});

describe('the published matrix', () => {
  const results = readResults();

  test('has a row for each generator, and for no other', () => {
    expect(results.map(({ name }) => name).toSorted()).toEqual(names);
  });

  test.each(results.map((result) => [result.name, result] as const))('shows %s as it is expected', (name, result) => {
    const { expected, workarounds, reason = null, generate, document } = readConsumer(name);
    expect(reachedBy(result)).toEqual(expected);
    expect({ workarounds, reason, command: generate, document }).toEqual({
      workarounds: result.workarounds,
      reason: result.reason,
      command: result.command,
      document: result.document,
    });
  });

  test('is the page that its data renders', () => {
    expect(readFileSync(pageFile, 'utf8')).toBe(renderPage(results));
  });
});
