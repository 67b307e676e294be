import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Json, JsonObject } from '../json.ts';
import { type BodyExample, bodiesOf } from './bodies.ts';
import { createValidator, type Validator } from './validator.ts';

/** What is wrong with an example, and where in the document. */
export interface ExampleFault {
  pointer: string;
  message: string;
}

/** Every example of a body that does not fit its schema, or that has a key which no schema describes. */
export function exampleFaults(document: JsonObject): ExampleFault[] {
  const validator = createValidator(document, true);
  const found = new Map<string, ExampleFault>();
  for (const body of bodiesOf(document)) {
    if (body.schema === undefined) continue;
    for (const example of body.examples) {
      for (const fault of faultsOf(validator, body.schema, example)) found.set(fault.pointer + fault.message, fault);
    }
  }
  return [...found.values()];
}

function faultsOf(validator: Validator, schema: Json, example: BodyExample): ExampleFault[] {
  try {
    return telling(validator.faults(schema, example.value)).map((error) => ({
      pointer: example.pointer + error.instancePath,
      message: messageOf(error, example.name),
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The schema of the example \`${example.name}\` cannot be read: ${reason}. Correct the schema.`;
    return [{ pointer: example.pointer, message }];
  }
}

// Where a value fits no member of a union, each member complains, and keys count as unknown because no member took them. What is
// wrong deepest inside is what the writer meant to get right.
function telling(errors: ErrorObject[]): ErrorObject[] {
  const telling = errors.filter((error) => !['unevaluatedProperties', 'anyOf', 'oneOf', 'if'].includes(error.keyword));
  const shown = telling.length > 0 ? telling : errors;
  return [...shown].sort((a, b) => b.instancePath.length - a.instancePath.length).slice(0, 4);
}

function messageOf(error: ErrorObject, name: string): string {
  const params = error.params as Record<string, unknown>;
  const place = error.instancePath === '' ? 'the value' : `\`${error.instancePath}\``;
  if (error.keyword === 'unevaluatedProperties' || error.keyword === 'additionalProperties') {
    const key = String(params.unevaluatedProperty ?? params.additionalProperty);
    return `The example \`${name}\` has a key \`${key}\` that no schema describes. Describe it, or take it out.`;
  }
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  const constant = 'allowedValue' in params ? `: ${JSON.stringify(params.allowedValue)}` : '';
  return `The example \`${name}\` does not fit its schema: ${place} ${error.message}${allowed}${constant}. Correct the example or the schema.`;
}
