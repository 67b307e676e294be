import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demandWritable, readText, writeWhole } from '../src/cli/files.ts';
import { createFolder } from './folder.ts';

const folder = createFolder();

test('a file is written whole, and nothing is left beside it', () => {
  const file = join(folder.path, 'whole.txt');
  writeWhole(file, 'first');
  writeWhole(file, 'second');
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(folder.files().filter((name) => name.startsWith('whole.txt'))).toEqual(['whole.txt']);
});

test('a link stays, and what it leads to is written', () => {
  const file = folder.write('target.txt', 'before');
  symlinkSync(file, join(folder.path, 'link.txt'));
  writeWhole(join(folder.path, 'link.txt'), 'after');
  expect(readFileSync(file, 'utf8')).toBe('after');
});

test('a file that could not be written leaves the old one and says why', () => {
  const file = folder.write('plain', '');
  expect(() => writeWhole(join(file, 'below'), 'text')).toThrow('cannot be written: its path leads through a file.');
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('what is no plain file is written to as it is', () => {
  expect(() => writeWhole('/dev/null', 'text')).not.toThrow();
});

test.each([
  ['', '--json must name a file.'],
  ['no/where.json', 'no/where.json cannot be written: there is no folder no.'],
  ['.', '. cannot be written: it is a folder.'],
])('it is known beforehand that "%s" cannot be written', (file, message) => {
  expect(() => demandWritable('--json', file)).toThrow(message);
});

test('a mark of the byte order is no part of a text', () => {
  expect(readText(folder.write('marked.json', '\uFEFF{}'))).toBe('{}');
});

test.each([
  [() => folder.path, 'cannot be read: it is a folder.'],
  [() => join(folder.path, 'nowhere'), 'cannot be read: there is no such file.'],
])('a text that cannot be read says why', (fileOf, message) => {
  expect(() => readText(fileOf())).toThrow(message);
});
