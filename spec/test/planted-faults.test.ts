import { expect, test } from 'vitest';
import { lintPlanted } from './planted.ts';

test('the document in which faults are planted has none itself', async () => {
  expect(await lintPlanted('openapi.yaml', (text) => text)).toEqual([]);
});

test('a broken reference fails with its file and line', async () => {
  const found = await lintPlanted('paths/stories/stories.yaml', (text) => text.replace('Story.yaml', 'Stroy.yaml'));
  expect(found).toContainEqual(
    expect.stringMatching(/^paths\/stories\/stories\.yaml:15:\d+ {2}Can't resolve \$ref.*\(no-unresolved-refs\)$/s),
  );
});

test('an operation id that stands twice fails with its file and line', async () => {
  const found = await lintPlanted('paths/stories/stories-{story_id}.yaml', (text) =>
    text.replace('getStory', 'listStories'),
  );
  expect(found).toEqual([
    expect.stringMatching(/^paths\/stories\/stories-\{story_id\}\.yaml:10:\d+ .*\(operation-operationId-unique\)$/),
  ]);
});

test('two paths of one shape fail with file and line', async () => {
  const twin = '/api/v1/stories/{guid}:\n  $ref: stories/stories-{story_id}.yaml\n';
  const found = await lintPlanted('paths/index.yaml', (text) => text + twin);
  expect(found).toContainEqual(
    expect.stringMatching(/^paths\/index\.yaml:5:\d+ .*\{story_id\}.*\(no-identical-paths\)$/),
  );
});

test('an example of another type fails with its file and line, by both judges', async () => {
  const found = await lintPlanted('examples/stories/story.yaml', (text) => text.replace('3101', 'first'));
  expect(found).toContainEqual(
    expect.stringMatching(/^examples\/stories\/story\.yaml:3:\d+ .*\(no-invalid-media-type-examples\)$/),
  );
  expect(found).toContainEqual(
    expect.stringMatching(/^examples\/stories\/story\.yaml:3:\d+ .*must be integer.*\(house\/example-fits\)$/),
  );
});

test('an example with a key that nothing describes fails with its file and line', async () => {
  const found = await lintPlanted('examples/stories/story.yaml', (text) => `${text}  colour: red\n`);
  expect(found).toContainEqual(
    expect.stringMatching(/^examples\/stories\/story\.yaml:\d+:\d+ .*`colour`.*\(house\/example-fits\)$/),
  );
});

test('an example that lacks a required key fails with its file and line', async () => {
  const found = await lintPlanted('examples/stories/story.yaml', (text) => text.replace(/\n {2}name.*/, ''));
  expect(found).toContainEqual(
    expect.stringMatching(/^examples\/stories\/story\.yaml:\d+:\d+ .*'name'.*\(house\/example-fits\)$/),
  );
});

test('YAML that cannot be read fails with its file and line', async () => {
  const found = await lintPlanted('schemas/stories/Story.yaml', (text) =>
    text.replace('type: object', 'type: [object'),
  );
  expect(found.join('\n')).toMatch(/schemas\/stories\/Story\.yaml:\d+/);
});

test('a file that nobody could mean as a schema is refused where it is used', async () => {
  const found = await lintPlanted('schemas/stories/Story.yaml', (text) =>
    text.replace('type: integer', 'type: number of it'),
  );
  expect(found).toContainEqual(expect.stringMatching(/^schemas\/stories\/Story\.yaml:6:\d+ .*\(struct\)$/));
});
