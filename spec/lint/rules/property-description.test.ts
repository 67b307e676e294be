import { expect, test } from 'vitest';
import { findings, withSchema } from '../test-kit.ts';

const property = (keys: string) => withSchema(`properties:\n  guid: { ${keys} }`);

test('a property with a description passes', async () => {
  expect(await findings('property-description', property('type: string, description: Id of the story.'))).toEqual([]);
});

test('the description of a schema that is referred to counts', async () => {
  const keys = "description: A story.\nproperties:\n  parent:\n    $ref: '#/components/schemas/Story'";
  expect(await findings('property-description', withSchema(keys))).toEqual([]);
});

test('a property that is never there passes without one', async () => {
  expect(await findings('property-description', property('not: {}'))).toEqual([]);
});

test('a property without a description is refused', async () => {
  expect(await findings('property-description', property('type: string'))).toEqual([
    'openapi.yaml:11 The property `guid` has no description. Say what it is, with its unit or format.',
  ]);
  expect(await findings('property-description', property('not: { type: string }'))).toHaveLength(1);
});

test('a property that can be null and says when passes', async () => {
  const keys = "type: [string, 'null'], description: Id. Null where the story is new.";
  expect(await findings('property-description', property(keys))).toEqual([]);
});

test('a property that can be null and does not say when is refused, in either spelling', async () => {
  const message =
    'openapi.yaml:11 The property `guid` can be null, and its description does not say when. Add it: "Null where …".';
  expect(await findings('property-description', property("type: [string, 'null'], description: Id."))).toEqual([
    message,
  ]);
  expect(
    await findings('property-description', property("anyOf: [{ type: string }, { type: 'null' }], description: Id.")),
  ).toEqual([message]);
});
