import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

test('a POST that is safe to repeat passes', async () => {
  expect(await findings('lifecycle-marks', withOperation('x-idempotent: true', 'post'))).toEqual([]);
});

test('a DELETE that is not safe to repeat passes', async () => {
  expect(await findings('lifecycle-marks', withOperation('x-idempotent: false', 'delete'))).toEqual([]);
});

test('a PUT that says what goes without saying is refused', async () => {
  expect(await findings('lifecycle-marks', withOperation('x-idempotent: true', 'put'))).toEqual([
    'openapi.yaml:9 On a PUT `x-idempotent` can only be `false`, as the other value goes without saying. Correct it or take it out.',
  ]);
});

test('a GET that starts something passes, and one that says it is safe to repeat is refused', async () => {
  expect(await findings('lifecycle-marks', withOperation('x-idempotent: false'))).toEqual([]);
  expect(await findings('lifecycle-marks', withOperation('x-idempotent: true'))).toEqual([
    'openapi.yaml:9 On a GET `x-idempotent` can only be `false`, as the other value goes without saying. Correct it or take it out.',
  ]);
});

test('a deprecated operation with the day on which it goes passes', async () => {
  expect(await findings('lifecycle-marks', withOperation("deprecated: true\nx-sunset: '2026-12-01'"))).toEqual([]);
});

test('a sunset without a deprecation, or that is no day, is refused', async () => {
  expect(await findings('lifecycle-marks', withOperation('x-sunset: December'))).toEqual([
    "openapi.yaml:9 `December` is no date. Write the day as '2026-12-01', in quotes.",
    'openapi.yaml:9 An operation that goes away is deprecated. Add `deprecated: true`, or take `x-sunset` out.',
  ]);
});
