import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isObject, type Json, type JsonObject, objectAt } from '../json.ts';
import { closePart, closeWhole, home, keepOpen } from './close.ts';

/** Judges values by the schemas of one document. */
export interface Validator {
  /** The faults of a value, or an empty list where it fits. */
  faults(schema: Json, value: unknown): ErrorObject[];
}

/**
 * A judge over all schemas of a document, by JSON Schema 2020-12. `closed` also refuses keys that no schema describes. A schema is
 * compiled on its first use and once, as compiling all of them takes seconds.
 */
export function createValidator(document: JsonObject, closed: boolean): Validator {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false, inlineRefs: false, logger: false });
  addFormats.default(ajv);
  const part = closed ? closePart : keepOpen;
  const whole = closed ? closeWhole : keepOpen;
  const schemas = Object.entries(objectAt(document, 'components', 'schemas'));
  ajv.addSchema(
    { components: { schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, part(schema)])) } },
    home,
  );
  const compiled = new Map<string, ValidateFunction>();
  return {
    faults(schema, value) {
      const prepared = isObject(schema) ? (whole(schema) as JsonObject) : {};
      const key = JSON.stringify(prepared);
      const validate = compiled.get(key) ?? ajv.compile(prepared);
      compiled.set(key, validate);
      return validate(value) ? [] : [...(validate.errors ?? [])];
    },
  };
}
