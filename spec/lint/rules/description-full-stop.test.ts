import { expect, test } from 'vitest';
import { findings, withOperation, withSchema } from '../test-kit.ts';

test('a description of whole sentences passes', async () => {
  expect(await findings('description-full-stop', withOperation('description: Returns the stories.'))).toEqual([]);
});

test('a description without a full stop is refused, wherever it stands', async () => {
  expect(await findings('description-full-stop', withOperation('description: Returns the stories'))).toEqual([
    'openapi.yaml:9 The description ends with " the stories". End it with a full stop.',
  ]);
  expect(await findings('description-full-stop', withSchema('description: A story'))).toEqual([
    'openapi.yaml:10 The description ends with "A story". End it with a full stop.',
  ]);
});

test('a description beside a reference counts', async () => {
  const keys = "properties:\n  owner:\n    $ref: '#/components/schemas/Story'\n    description: The owner";
  expect(await findings('description-full-stop', withSchema(keys))).toEqual([
    'openapi.yaml:13 The description ends with "The owner". End it with a full stop.',
  ]);
});

test('dots for something left out are no full stop', async () => {
  expect(await findings('description-full-stop', withSchema('description: Stories, actions ...'))).toHaveLength(1);
});

test('a description in the value of an example is data', async () => {
  const keys = 'description: A story.\ndefault: { description: Collects mail }';
  expect(await findings('description-full-stop', withSchema(keys))).toEqual([]);
});
