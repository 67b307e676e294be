import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isBase64 } from './base64.ts';
import { dateTime } from './date-time.ts';
import { document } from './document.ts';

/** One way in which a value does not fit the document. It names no value, so it can be shown and logged. */
export interface Finding {
  /** Where: `path`, `query`, `header` or `body`, then a JSON pointer. */
  in: 'path' | 'query' | 'header' | 'body';
  pointer: string;
  /** What is wrong and what is allowed. */
  message: string;
}

const root = 'tines';
const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, validateSchema: false, inlineRefs: false });
addFormats.default(ajv);
ajv.addFormat('byte', isBase64);
ajv.addFormat('date-time', dateTime((ajv.formats['date-time'] as { validate: (text: string) => boolean }).validate));
ajv.addSchema(document as object, root);

const compiled = new Map<string, ValidateFunction>();

/** Lets schemas of a further document be judged, by pointers that begin with its name, such as `mock#/components/…`. */
export function addDocument(source: object, name: string): void {
  ajv.addSchema(source, name);
}

/** The validator of a schema of a document, compiled when it is first asked for. */
function validatorAt(pointer: string): ValidateFunction {
  const known = compiled.get(pointer);
  if (known) return known;
  const absolute = pointer.startsWith('#') ? `${root}${pointer}` : pointer;
  const made = ajv.compile({ $ref: `${encodeURI(absolute).replaceAll('{', '%7B').replaceAll('}', '%7D')}` });
  compiled.set(pointer, made);
  return made;
}

/**
 * Holds a value against a schema of the document.
 *
 * @param pointer Pointer to the schema, such as `#/components/schemas/Story`.
 * @returns What does not fit; empty where everything does.
 */
export function judge(pointer: string, value: unknown, where: Finding['in']): Finding[] {
  const validate = validatorAt(pointer);
  if (validate(value)) return [];
  return describeErrors(validate.errors ?? []).map((finding) => ({ in: where, ...finding }));
}

/** What Ajv found, in sentences that say where and what is allowed. */
export function describeErrors(errors: ErrorObject[]): Pick<Finding, 'pointer' | 'message'>[] {
  return summarise(errors).map(describe);
}

/** Findings inside the branches of a union only repeat that no branch fits; a person needs the outermost. */
function summarise(errors: ErrorObject[]): ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  if (unions.length === 0) return errors;
  const inside = (error: ErrorObject) =>
    unions.some((union) => error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`));
  return errors.filter((error) => !inside(error));
}

function describe({
  instancePath,
  keyword,
  params,
  message,
  schema,
}: ErrorObject): Pick<Finding, 'pointer' | 'message'> {
  const field = instancePath.split('/').pop() ?? '';
  const subject = field === '' ? 'The value' : field;
  switch (keyword) {
    case 'required':
      return {
        pointer: `${instancePath}/${params.missingProperty}`,
        message: `${params.missingProperty} is required.`,
      };
    case 'type':
      return { pointer: instancePath, message: `${subject} must be ${[params.type].flat().join(' or ')}.` };
    case 'enum':
      return {
        pointer: instancePath,
        message: `${subject} must be one of ${params.allowedValues.map((value: unknown) => JSON.stringify(value)).join(', ')}.`,
      };
    case 'additionalProperties':
      return {
        pointer: `${instancePath}/${params.additionalProperty}`,
        message: `${params.additionalProperty} is not known here.`,
      };
    case 'not':
      // The document says "never without all of them" so, where one of several fields is needed.
      return {
        pointer: instancePath,
        message: `One of ${Object.keys(Object(schema).properties ?? {}).join(', ')} is required.`,
      };
    default:
      return { pointer: instancePath, message: `${subject} ${message ?? `does not fit ${keyword}`}.` };
  }
}
