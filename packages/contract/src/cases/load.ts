import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { operations } from '../document/document.ts';
import type { CaseFile, CaseStep, SectionCase } from './types.ts';

/** A file of cases that cannot be used, with every fault that was found in it. */
export class CaseFileError extends Error {
  readonly file: string;
  readonly faults: readonly string[];

  constructor(file: string, faults: readonly string[]) {
    super(`${file} holds no usable cases: ${faults.join(' ')}`);
    this.file = file;
    this.faults = faults;
  }
}

const here = new URL('../../', import.meta.url);
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL('cases.schema.json', here), 'utf8')),
);

/**
 * Loads the cases that come with this package.
 *
 * @throws CaseFileError for the first file that has a fault.
 */
export function loadCases(): SectionCase[] {
  const folder = new URL('cases/', here);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => readCases(`cases/${name}`, readFileSync(new URL(name, folder), 'utf8')));
}

/**
 * Reads the text of a file of cases.
 *
 * @param file Name of the file, for messages.
 * @throws CaseFileError where it is not JSON, does not fit the schema, or names what the document does not have.
 */
export function readCases(file: string, text: string): SectionCase[] {
  const { section, cases } = parse(file, text);
  const faults = [
    ...cases.flatMap((entry) => findFaults(entry.name, [entry, ...(entry.followUps ?? [])])),
    ...repeats(cases),
  ];
  if (faults.length > 0) throw new CaseFileError(file, faults);
  return cases.map((entry) => ({ ...entry, section }));
}

function parse(file: string, text: string): CaseFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new CaseFileError(file, [`It is not JSON: ${(error as Error).message}.`]);
  }
  if (!validate(content)) throw new CaseFileError(file, (validate.errors ?? []).map(describe));
  return content as CaseFile;
}

function describe({ instancePath, keyword, params, message }: ErrorObject): string {
  const where = instancePath === '' ? 'The file' : instancePath;
  if (keyword === 'additionalProperties')
    return `${where} has the key "${params.additionalProperty}", which is not known.`;
  if (keyword === 'enum') return `${where} must be one of ${params.allowedValues.join(', ')}.`;
  return `${where} ${message}.`;
}

function findFaults(name: string, steps: readonly CaseStep[]): string[] {
  return steps.flatMap(({ operation: id, request = {} }) => {
    const operation = operations.get(id);
    if (!operation) return [`"${name}" names the operation ${id}, which the document does not have.`];
    const needed = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter as string);
    const given = Object.keys(request.path ?? {});
    return [
      ...needed.filter((key) => !given.includes(key)).map((key) => `"${name}" gives ${id} no value for {${key}}.`),
      ...given
        .filter((key) => !needed.includes(key))
        .map((key) => `"${name}" gives ${id} {${key}}, which its path lacks.`),
    ];
  });
}

function repeats(cases: CaseFile['cases']): string[] {
  const names = cases.map(({ name }) => name);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `"${name}" stands twice.`);
}
