import { expect, test } from 'vitest';
import { findings, withOperation, withSchema } from '../test-kit.ts';

const parameter = (keys: string) => `parameters:\n  - { name: page, in: query, ${keys} }`;

test('known values on a plain text pass', async () => {
  expect(await findings('value-marks', withSchema('type: string\nx-extensible-enum: [ADMIN, USER]'))).toEqual([]);
});

test('known values that stand twice are refused', async () => {
  expect(await findings('value-marks', withSchema('type: string\nx-extensible-enum: [ADMIN, ADMIN]'))).toEqual([
    'openapi.yaml:11 `x-extensible-enum` names a value twice. Keep each once.',
  ]);
});

test('a list that grows and is closed at once is refused', async () => {
  expect(await findings('value-marks', withSchema('type: string\nenum: [ADMIN]\nx-extensible-enum: [ADMIN]'))).toEqual([
    'openapi.yaml:12 A list of values either grows or is closed. Keep `x-extensible-enum` or `enum`, not both.',
  ]);
});

test('growing values on a number, or none, are refused', async () => {
  expect(await findings('value-marks', withSchema('type: integer\nx-extensible-enum: []'))).toEqual([
    'openapi.yaml:11 `x-extensible-enum` is no list of texts. List the known values.',
    'openapi.yaml:11 Only a text can have values that grow. Add `type: string`.',
  ]);
});

test('assumed values beside known ones pass', async () => {
  const keys = 'type: string\nx-extensible-enum: [ADMIN]\nx-assumed-values: [GUEST]\npattern: ^[A-Z]+$';
  expect(await findings('value-marks', withSchema(keys))).toEqual([]);
});

test.each([
  [
    'without known ones',
    'x-assumed-values: [GUEST]',
    'stands beside the values that are known. Add `x-extensible-enum`.',
  ],
  [
    'that are none',
    'x-extensible-enum: [ADMIN]\nx-assumed-values: []',
    'is no list of texts. List the assumed values.',
  ],
])('assumed values %s are refused', async (_, keys, message) => {
  const line = keys.includes('\n') ? 12 : 11;
  expect(await findings('value-marks', withSchema(`type: string\n${keys}`))).toEqual([
    `openapi.yaml:${line} \`x-assumed-values\` ${message}`,
  ]);
});

test.each([
  ['ADMIN', '`ADMIN` stands here twice, or is known. Keep each value once.'],
  ['GUEST, GUEST', '`GUEST` stands here twice, or is known. Keep each value once.'],
  ['guest', '`guest` does not fit the pattern of the values. Mend one of the two.'],
])('the assumed values %s are refused', async (values, message) => {
  const keys = `type: string\nx-extensible-enum: [ADMIN]\npattern: ^[A-Z]+$\nx-assumed-values: [${values}]`;
  expect(await findings('value-marks', withSchema(keys))).toEqual([`openapi.yaml:13 ${message}`]);
});

test('a lenient query parameter with a bound passes', async () => {
  expect(
    await findings('value-marks', withOperation(parameter('schema: { type: integer, minimum: 1 }, x-lenient: true'))),
  ).toEqual([]);
});

test('a lenient parameter without a bound is refused', async () => {
  expect(await findings('value-marks', withOperation(parameter('schema: { type: integer }, x-lenient: true')))).toEqual(
    [
      'openapi.yaml:10 `x-lenient` says that bounds are not enforced, and there are none. State them or take the mark out.',
    ],
  );
});

test('a mark that says false is refused', async () => {
  expect(
    await findings('value-marks', withOperation(parameter('schema: { type: integer, minimum: 1 }, x-lenient: false'))),
  ).toEqual(['openapi.yaml:10 `x-lenient` is `true` on a query parameter, or is not there. Take it out.']);
});
