import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateTime } from '../src/contract/date-time.ts';

const ajv = new Ajv();
addFormats.default(ajv);
const { validate } = ajv.formats['date-time'] as { validate(text: string): boolean };
const quick = dateTime(validate);

test('the short way through a time finds what the long way finds', () => {
  const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
  const zone = fc.constantFrom('Z', 'z', '+01:00', '-25:00', '');
  const near = fc
    .tuple(two, two, two, two, two, fc.constantFrom('', '.5', '.'), zone)
    .map(
      ([month, day, hour, minute, second, part, at]) => `2026-${month}-${day}T${hour}:${minute}:${second}${part}${at}`,
    );
  const real = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  fc.assert(
    fc.property(fc.oneof(near, real), (text) => quick(text) === validate(text)),
    { numRuns: 5000, seed: 4821 },
  );
});

test.each([
  ['2026-02-28T23:59:59Z', true],
  ['2026-02-29T00:00:00Z', false],
  ['2028-02-29T00:00:00Z', true],
  ['2026-04-31T00:00:00Z', false],
  ['2026-12-31T23:59:60Z', true],
  ['2026-11-24', false],
])('%s is a time: %s', (text, isTime) => {
  expect(quick(text)).toBe(isTime);
});
