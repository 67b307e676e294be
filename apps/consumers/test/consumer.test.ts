import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMistakes, listConsumers, readConsumer } from '../matrix/consumer.ts';
import { help, readOptions } from '../matrix/options.ts';

const good = {
  language: 'Go',
  generator: 'made up',
  document: 'openapi.json',
  needs: ['go'],
  version: '1.0.0',
  generate: 'true',
  compile: 'true',
  call: 'true',
  generated: 'generated',
  workarounds: [],
  expected: { generates: true, compiles: true, calls: true },
};

describe('a consumer.json', () => {
  test('may leave out what is optional', () => {
    expect(findMistakes(good)).toEqual([]);
    expect(findMistakes({ ...good, install: 'true', overlay: 'names.yaml' })).toEqual([]);
  });

  test.each([
    [[], 'It has to hold an object.'],
    [{ ...good, gnerate: 'true' }, /^"gnerate" is not known; known are language, generator, document, /],
    [{ ...good, compile: undefined }, '"compile" has to be a shell command.'],
    [{ ...good, call: ' ' }, '"call" has to be a shell command.'],
    [{ ...good, needs: 'go' }, '"needs" has to be a list of commands and headers.'],
    [{ ...good, workarounds: [1] }, '"workarounds" has to be a list of sentences.'],
    [{ ...good, expected: { generates: true } }, /^"expected" has to be an object of the booleans/],
    [{ ...good, reason: 'None.' }, '"reason" belongs to what is expected to fail, and nothing is.'],
    [
      { ...good, expected: { generates: true, compiles: true, calls: false } },
      '"reason" has to say why "expected.calls" is false.',
    ],
    [
      { ...good, reason: 'It cannot.', expected: { generates: true, compiles: false, calls: true } },
      '"expected.calls" cannot be true where "expected.compiles" is false.',
    ],
  ])('is told what is wrong with it: %#', (content, mistake) => {
    expect(findMistakes(content)).toEqual([
      typeof mistake === 'string' ? mistake : expect.stringMatching(mistake as RegExp),
    ]);
  });
});

describe('the folder of generators', () => {
  let folder: string;
  const lay = (name: string, text?: string) => {
    mkdirSync(join(folder, name));
    if (text !== undefined) writeFileSync(join(folder, name, 'consumer.json'), text);
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tines-openapi-consumers-'));
    lay('go-good', JSON.stringify(good));
    lay('bare');
    lay('broken', '{');
    writeFileSync(join(folder, 'results.json'), '[]');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is read by name', () => {
    expect(listConsumers(folder)).toEqual(['bare', 'broken', 'go-good']);
    expect(readConsumer('go-good', folder)).toEqual({ ...good, name: 'go-good', folder: join(folder, 'go-good') });
  });

  test('is told which file is missing or broken', () => {
    expect(() => readConsumer('bare', folder)).toThrow(/^bare\/consumer\.json cannot be read/);
    expect(() => readConsumer('broken', folder)).toThrow(/^broken\/consumer\.json is no JSON: /);
  });
});

describe('the command line', () => {
  test('runs all folders, or those it names', () => {
    expect(readOptions([], ['a', 'b'])).toEqual({ names: ['a', 'b'], keep: false, help: false });
    expect(readOptions(['--only', 'b,a', '--keep'], ['a', 'b'])).toEqual({
      names: ['b', 'a'],
      keep: true,
      help: false,
    });
  });

  test('names what there is where it asks for something else', () => {
    expect(() => readOptions(['--only', 'c'], ['a', 'b'])).toThrow('There is no generator "c"; there are a, b.');
    expect(() => readOptions(['--olny=a'], ['a'])).toThrow(/'--olny'.* Known are --only, --keep and --help\.$/);
  });

  test('explains every option it knows', () => {
    for (const option of ['--only', '--keep', '--help']) expect(help).toContain(option);
  });
});
