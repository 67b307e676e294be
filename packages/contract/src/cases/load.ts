import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { operations } from '../document/document.ts';
import { compileSchema } from '../judge/schemas.ts';
import { answersJson } from '../run/call.ts';
import { keptFaults } from './kept-faults.ts';
import type { Case, CaseFile, CaseStep, SectionCase } from './types.ts';

/** Faults that one line can tell of. */
const mostShown = 5;

/** A file of cases that cannot be used, with every fault that was found in it. */
export class CaseFileError extends Error {
  readonly file: string;
  readonly faults: readonly string[];

  constructor(file: string, faults: readonly string[]) {
    const more = faults.length > mostShown ? ` And ${faults.length - mostShown} more.` : '';
    super(`${file} holds no usable cases: ${faults.slice(0, mostShown).join(' ')}${more}`);
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
  const faults = [...cases.flatMap(findFaults), ...repeats(cases)];
  if (faults.length > 0) throw new CaseFileError(file, faults);
  return cases.map((entry) => ({ ...entry, section }));
}

function parse(file: string, text: string): CaseFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    // The engine quotes the file, lines and all.
    throw new CaseFileError(file, [`It is not JSON: ${(error as Error).message.replaceAll(/\s+/g, ' ')}.`]);
  }
  if (!validate(content)) throw new CaseFileError(file, typosFirst(validate.errors ?? []).map(describe));
  return content as CaseFile;
}

/** A key that is spelled wrong is also one that is missing; how it is spelled tells more. */
function typosFirst(errors: readonly ErrorObject[]): ErrorObject[] {
  const isTypo = ({ keyword }: ErrorObject) => keyword === 'additionalProperties';
  return [...errors.filter(isTypo), ...errors.filter((error) => !isTypo(error))];
}

function describe({ instancePath, keyword, params, message }: ErrorObject): string {
  const where = instancePath === '' ? 'The file' : instancePath;
  if (keyword === 'additionalProperties')
    return `${where} has the key "${params.additionalProperty}", which is not known.`;
  if (keyword === 'enum') return `${where} must be one of ${params.allowedValues.join(', ')}.`;
  return `${where} ${message}.`;
}

function findFaults(entry: Case): string[] {
  const steps = [entry, ...(entry.followUps ?? [])];
  return [
    ...operationFaults(entry.name, steps),
    ...keptFaults(entry.name, steps),
    ...steps.flatMap((step) => schemaFaults(entry.name, step)),
  ];
}

function schemaFaults(name: string, { operation, expect: { schema } }: CaseStep): string[] {
  if (!schema) return [];
  try {
    compileSchema(schema);
    return [];
  } catch (error) {
    return [`"${name}" has a schema for ${operation} that is none: ${(error as Error).message}.`];
  }
}

function operationFaults(name: string, steps: readonly CaseStep[]): string[] {
  return steps.flatMap(({ operation: id, request = {}, expect }) => {
    const operation = operations.get(id);
    if (!operation) return [`"${name}" names the operation ${id}, which the document does not have.`];
    const needed = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter as string);
    const given = Object.keys(request.path ?? {});
    return [
      ...needed.filter((key) => !given.includes(key)).map((key) => `"${name}" gives ${id} no value for {${key}}.`),
      ...given
        .filter((key) => !needed.includes(key))
        .map((key) => `"${name}" gives ${id} {${key}}, which its path lacks.`),
      ...(expect.bytes !== undefined && answersJson(operation)
        ? [`"${name}" expects bytes of ${id}, which answers with no file.`]
        : []),
    ];
  });
}

function repeats(cases: CaseFile['cases']): string[] {
  const names = cases.map(({ name }) => name);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `"${name}" stands twice.`);
}
