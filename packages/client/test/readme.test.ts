import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const at = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = at('README.md');
const snippets = [...readme.matchAll(/(?:<!-- (.*) -->\n)?```ts\n([\s\S]*?)```/g)].map(
  ([, file, text = '']) => [file, text] as const,
);

test('every program in the README is a part of an example, word for word', () => {
  expect(snippets.length).toBeGreaterThan(5);
  for (const [file, text] of snippets) {
    expect(file, text).toMatch(/^examples\/.*\.ts$/);
    expect(at(String(file))).toContain(text);
  }
});

test('what the README links to is there', () => {
  for (const [, link = ''] of readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
    expect(() => readFileSync(new URL(`../${link}/list-stories.ts`, import.meta.url))).not.toThrow();
  }
});

test('the entries of the README are those of the package', () => {
  const { exports } = JSON.parse(at('package.json'));
  const named = [...readme.matchAll(/^\| `@tines-openapi\/client(\/\w+)` \|/gm)].map(([, entry]) => `.${entry}`);
  expect(['.', ...named, './package.json']).toEqual(Object.keys(exports));
});
