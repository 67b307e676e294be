import type { ErrorObject } from 'ajv/dist/2020.js';
import type { JsonObject } from '../json.ts';
import { bodiesOf } from './bodies.ts';
import { createValidator } from './validator.ts';

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
      for (const error of telling(validator.faults(body.schema, example.value))) {
        const fault = { pointer: example.pointer + error.instancePath, message: messageOf(error, example.name) };
        found.set(fault.pointer + fault.message, fault);
      }
    }
  }
  return [...found.values()];
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
