import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  availabilityWords,
  evidenceLevels,
  operationKeys,
  paginationStyles,
  pathItemKeys,
  rateLimits,
  verbs,
} from '../lint/vocabulary.ts';
import { packageFolder } from '../scripts/sources.ts';

// Line breaks are where the text happened to wrap.
const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8').replaceAll(/\s+/g, ' ');

test('the README names the file of the vocabulary', () => {
  expect(readme).toContain('lint/vocabulary.ts');
});

test('the README tells the same order of keys, rate limits, availability words and levels as the rules know', () => {
  expect(readme).toContain(`\`${operationKeys.join(' ')}\``);
  expect(readme).toContain(`\`${pathItemKeys.slice(1).join(' ')}\``);
  expect(readme).toContain(
    Object.entries(rateLimits)
      .map(([name, number]) => `\`${name}\` ${number}`)
      .join(', '),
  );
  expect(readme).toContain(availabilityWords.map((word) => `\`${word}\``).join(', '));
  for (const level of evidenceLevels) expect(readme).toContain(`\`${level}\``);
  for (const style of Object.keys(paginationStyles)) expect(readme).toMatch(new RegExp(`\`(style: )?${style}\``));
});

test('verbs stand in order and once each', () => {
  expect([...verbs]).toEqual([...new Set(verbs)].sort());
});
