import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './packages.ts';
import { addToChangelog, listStamps, stamp } from './stamp.ts';

test.each(listStamps(root).map((place) => [place.file, place] as const))(
  '%s takes another version, and nothing else of it changes',
  (file, place) => {
    const text = readFileSync(join(root, file), 'utf8');
    const stamped = stamp(text, place, '98.76.54');
    const changed = stamped.split('\n').filter((line, index) => line !== text.split('\n')[index]);
    if (!place.optional) expect(changed).toHaveLength(1);
    for (const line of changed) expect(line).toContain('98.76.54');
  },
);

test('a place that lost its version is refused by name', () => {
  const place = { file: 'version.ts', before: /version = '/ };
  expect(() => stamp('nothing', place, '1.0.0')).toThrow("version.ts has no version at /version = '/.");
  expect(stamp('nothing', { ...place, optional: true }, '1.0.0')).toBe('nothing');
});

test('the changes of the document stand first under the heading of their version', () => {
  const log = '# spec\n\n## 1.1.0\n\n### Minor Changes\n\n## 1.0.0\n';
  expect(addToChangelog(log, '1.1.0', 'Two $& paths.')).toBe(
    '# spec\n\n## 1.1.0\n\nTwo $& paths.\n\n### Minor Changes\n\n## 1.0.0\n',
  );
  expect(() => addToChangelog(log, '2.0.0', '')).toThrow('The changelog has no heading "## 2.0.0".');
});
