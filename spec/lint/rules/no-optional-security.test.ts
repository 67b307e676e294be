import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

test('an operation without a key, or with one of two, passes', async () => {
  expect(await findings('no-optional-security', withOperation('security: []'))).toEqual([]);
  expect(
    await findings('no-optional-security', withOperation('security: [{ bearerAuth: [] }, { userToken: [] }]')),
  ).toEqual([]);
});

test('an empty entry is refused', async () => {
  expect(await findings('no-optional-security', withOperation('security:\n  - bearerAuth: []\n  - {}'))).toEqual([
    'openapi.yaml:11 An empty entry makes the key optional. Take it out; an operation without a key says `security: []`.',
  ]);
});
