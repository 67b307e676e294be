import { expect, test } from 'vitest';
import { findings, withSchema } from '../test-kit.ts';

test.each(['StoredRecord', 'RecordV2', 'Event', 'record'])('a schema named `%s` passes', async (name) => {
  expect(await findings('no-hidden-global', withName(name))).toEqual([]);
});

test.each(['Record', 'Partial', 'ReturnType', 'Date', 'Error'])('a schema named `%s` is refused', async (name) => {
  expect(await findings('no-hidden-global', withName(name))).toEqual([
    `openapi.yaml:9 The schema \`${name}\` hides the global of that name in generated TypeScript. Name it for what it is here, as in \`StoredRecord\`.`,
  ]);
});

function withName(name: string): Record<string, string> {
  const [file = '', text = ''] = Object.entries(withSchema('type: string'))[0] ?? [];
  return { [file]: text.replace('Story:', `${name}:`) };
}
