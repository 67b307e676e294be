import { expect, test } from 'vitest';
import { findings } from '../test-kit.ts';

const member = (kind: string) => `type: object\nproperties: { kind: { const: ${kind} } }\n`;

function union(mapping: string): Record<string, string> {
  const schema = `
    Credential:
      oneOf: [{ $ref: Text.yaml }, { $ref: Aws.yaml }]
      discriminator:
        propertyName: kind
${mapping}`;
  return {
    'openapi.yaml': `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:${schema}`,
    'Text.yaml': member('TEXT'),
    'Aws.yaml': member('AWS'),
    'Other.yaml': member('OTHER'),
  };
}

test('a mapping that names every member passes', async () => {
  expect(
    await findings('discriminator-mapping', union('        mapping: { TEXT: Text.yaml, AWS: ./Aws.yaml }')),
  ).toEqual([]);
});

test('a discriminator without a mapping is refused', async () => {
  expect(await findings('discriminator-mapping', union(''))).toEqual([
    'openapi.yaml:7 The discriminator has no mapping. Map each value to its schema.',
  ]);
});

test('a member that the mapping leaves out is refused', async () => {
  expect(await findings('discriminator-mapping', union('        mapping: { TEXT: Text.yaml }'))).toEqual([
    'openapi.yaml:9 The mapping leaves `Aws.yaml` out. Add the value that stands for it.',
  ]);
});

test('a target outside the union is refused', async () => {
  const mapping = '        mapping: { TEXT: Text.yaml, AWS: Aws.yaml, OTHER: Other.yaml }';
  expect(await findings('discriminator-mapping', union(mapping))).toEqual([
    'openapi.yaml:9 `OTHER` maps to `Other.yaml`, which is no member of the union. Correct it or take it out.',
  ]);
});

test('a value that its member does not allow is refused', async () => {
  expect(await findings('discriminator-mapping', union('        mapping: { TEXT: Text.yaml, S3: Aws.yaml }'))).toEqual([
    'openapi.yaml:9 `Aws.yaml` does not allow `kind: S3`. Name the value there with `const`.',
  ]);
});
