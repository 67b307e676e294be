import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { document } from '../document/document.ts';

const root = 'tines';

const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, inlineRefs: false, verbose: true });
addFormats.default(ajv);
ajv.addSchema(document as object, root);

const compiled = new Map<string, ValidateFunction>();

/** The validator of a schema of the document, compiled when it is first asked for. */
export function validatorAt(pointer: string): ValidateFunction {
  const known = compiled.get(pointer);
  if (known) return known;
  const made = ajv.compile({ $ref: `${root}${encodeURI(pointer)}` });
  compiled.set(pointer, made);
  return made;
}

const own = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(own);

const ofCases = new WeakMap<object, ValidateFunction>();

/** The validator of a schema that a case brings. It lives as long as the schema, which may be made for a single answer. */
export function compileSchema(schema: Record<string, unknown>): ValidateFunction {
  const known = ofCases.get(schema);
  if (known) return known;
  const made = own.compile(schema);
  // Ajv would hold on to every schema that it has seen.
  own.removeSchema(schema);
  ofCases.set(schema, made);
  return made;
}
