import { expect, test } from 'vitest';
import { findings } from '../test-kit.ts';
import { fileNameOf } from './path-file-name.ts';

const root = (path: string, item: string) => ({
  'openapi.yaml': `openapi: 3.1.0\npaths:\n  ${path}:\n    ${item}\n`,
  'stories.yaml': '{}',
});

test.each([
  ['/api/v1/stories/{story_id}/export', 'stories-{story_id}-export.yaml'],
  ['/api/v2/cases', 'v2-cases.yaml'],
  ['/api/scim/v2/Users', 'scim-v2-Users.yaml'],
  ['/webhook/{path}/{secret}', 'webhook-{path}-{secret}.yaml'],
])('the file of %s is %s', (path, file) => {
  expect(fileNameOf(path)).toBe(file);
});

test('a path in the file that bears its name passes', async () => {
  expect(await findings('path-file-name', root('/api/v1/stories', '$ref: stories.yaml'))).toEqual([]);
});

test('a path in the file of another is refused', async () => {
  expect(await findings('path-file-name', root('/api/v1/teams', '$ref: stories.yaml'))).toEqual([
    'openapi.yaml:4 `/api/v1/teams` stands in `stories.yaml`. Name the file `teams.yaml`.',
  ]);
});

test('a path that is written in place is refused', async () => {
  expect(await findings('path-file-name', root('/api/v1/stories', 'get: {}'))).toEqual([
    'openapi.yaml:3 `/api/v1/stories` is written in place. Give it a file of its own.',
  ]);
});
