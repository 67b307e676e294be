import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

test('a right of access.yaml passes', async () => {
  expect(await findings('access-mark', withOperation('x-access: { right: story.read }'))).toEqual([]);
});

test('an operation without a key passes without a right', async () => {
  expect(await findings('access-mark', withOperation('security: []'))).toEqual([]);
});

test('an operation that names no right is refused', async () => {
  expect(await findings('access-mark', withOperation('summary: List stories'))).toEqual([
    'openapi.yaml:8 The operation does not say which right it needs. Add `x-access: { right }` with a right of spec/access.yaml.',
  ]);
});

test('a right that nobody holds is refused', async () => {
  expect(await findings('access-mark', withOperation('x-access: { right: story.reed }'))).toEqual([
    'openapi.yaml:9 `story.reed` is no right of spec/access.yaml. Use one that stands there, or add it there first.',
  ]);
});

test('a second key in the mark is refused', async () => {
  expect(await findings('access-mark', withOperation('x-access: { right: story.read, role: EDITOR }'))).toEqual([
    'openapi.yaml:9 `x-access` holds `right` and nothing else. Write `{ right: story.read }`.',
  ]);
});

test('a right on an operation without a key is refused', async () => {
  expect(await findings('access-mark', withOperation('security: []\nx-access: { right: story.read }'))).toEqual([
    'openapi.yaml:10 An operation without a key needs no right. Take `x-access` out.',
  ]);
});
