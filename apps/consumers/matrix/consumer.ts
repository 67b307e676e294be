import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the generators' repositories. */
export const generatorsFolder = new URL('../generators/', import.meta.url).pathname;

/** A generator's repository, as its `consumer.json` tells of it. */
export interface Consumer {
  /** Name of its folder. */
  readonly name: string;
  /** Where the folder is. */
  readonly folder: string;
  readonly language: string;
  readonly generator: string;
  /** File of the packed `@tines-openapi/spec`, below its `dist`, that is laid into the repository. */
  readonly document: string;
  /** File of the repository: an overlay that is laid over the document first. */
  readonly overlay?: string;
  /** Commands, and headers of C++ libraries by names that end in `.h`, that must exist. */
  readonly needs: readonly string[];
  /** The generator's version, or a shell command that prints it. */
  readonly version: string;
  readonly install?: string;
  readonly generate: string;
  readonly compile: string;
  readonly call: string;
  /** Folder, file or pattern of what the generator writes. */
  readonly generated: string;
  /** What had to be worked around, and why: a sentence each. */
  readonly workarounds: readonly string[];
  readonly expected: { readonly generates: boolean; readonly compiles: boolean; readonly calls: boolean };
  /** Why something is not expected to work, and what a user does instead. */
  readonly reason?: string;
}

/** A `consumer.json` that does not say what it has to. The message names the file and what is allowed. */
export class ConsumerError extends Error {
  override name = 'ConsumerError';
}

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const stages = ['generates', 'compiles', 'calls'] as const;
const isExpectation: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === stages.length &&
  stages.every((stage) => typeof Reflect.get(value, stage) === 'boolean');

const fields: Record<keyof Omit<Consumer, 'name' | 'folder'>, { check: Check; form: string; optional?: true }> = {
  language: { check: isText, form: 'a text' },
  generator: { check: isText, form: 'a text' },
  document: { check: isText, form: 'the name of a file of the document, such as "openapi.json"' },
  overlay: { check: isText, form: 'the name of a file', optional: true },
  needs: { check: isTexts, form: 'a list of commands and headers' },
  version: { check: isText, form: 'a version or a shell command' },
  install: { check: isText, form: 'a shell command', optional: true },
  generate: { check: isText, form: 'a shell command' },
  compile: { check: isText, form: 'a shell command' },
  call: { check: isText, form: 'a shell command' },
  generated: { check: isText, form: 'a folder, a file or a pattern' },
  workarounds: { check: isTexts, form: 'a list of sentences' },
  expected: { check: isExpectation, form: 'an object of the booleans generates, compiles and calls' },
  reason: { check: isText, form: 'a text', optional: true },
};

/** @returns What is wrong with the content of a `consumer.json`, a sentence each; empty where nothing is. */
export function findMistakes(content: unknown): string[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return ['It has to hold an object.'];
  const mistakes = Object.keys(content)
    .filter((key) => !Object.hasOwn(fields, key))
    .map((key) => `"${key}" is not known; known are ${Object.keys(fields).join(', ')}.`);
  for (const [key, { check, form, optional }] of Object.entries(fields)) {
    const value: unknown = Reflect.get(content, key);
    if (value === undefined ? !optional : !check(value)) mistakes.push(`"${key}" has to be ${form}.`);
  }
  if (mistakes.length === 0) mistakes.push(...findContradictions(content as Consumer));
  return mistakes;
}

function findContradictions({ expected, reason }: Consumer): string[] {
  const failing = stages.find((stage) => !expected[stage]);
  if (failing && reason === undefined) return [`"reason" has to say why "expected.${failing}" is false.`];
  if (!failing && reason !== undefined) return ['"reason" belongs to what is expected to fail, and nothing is.'];
  const late = stages.findLast((stage) => expected[stage]);
  if (failing && late && stages.indexOf(late) > stages.indexOf(failing))
    return [`"expected.${late}" cannot be true where "expected.${failing}" is false.`];
  return [];
}

/**
 * Reads a generator's repository.
 *
 * @param name Name of its folder.
 * @throws ConsumerError where its `consumer.json` is missing or does not say what it has to.
 */
export function readConsumer(name: string, parent: string = generatorsFolder): Consumer {
  const folder = join(parent, name);
  const file = join(name, 'consumer.json');
  const content = parse(file, readText(join(folder, 'consumer.json'), file));
  const mistakes = findMistakes(content);
  if (mistakes.length > 0) throw new ConsumerError(`${file}: ${mistakes.join(' ')}`);
  return { ...(content as Omit<Consumer, 'name' | 'folder'>), name, folder };
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConsumerError(`${file} cannot be read; every folder of generators needs one.`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConsumerError(`${file} is no JSON: ${(error as Error).message}.`);
  }
}

/** @returns The names of all generators' folders, in order. */
export function listConsumers(parent: string = generatorsFolder): string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
