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

/** The validator of a schema that a case brings. */
export function compileSchema(schema: Record<string, unknown>): ValidateFunction {
  return own.compile(schema);
}
