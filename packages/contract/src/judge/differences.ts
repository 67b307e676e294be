import type { ErrorObject } from 'ajv';
import { type Difference, kindOf } from './difference.ts';
import { validatorAt } from './schemas.ts';

/**
 * Holds a value against a schema of the document.
 *
 * @returns What the schema forbids; empty where the value fits.
 */
export function schemaDifferences(pointer: string, value: unknown): Difference[] {
  const validate = validatorAt(pointer);
  if (validate(value)) return [];
  return outermost(validate.errors ?? []).map(describe);
}

/** Inside a union, errors only repeat that no variant fits. `if` and `then` repeat what their inner errors say. */
function outermost(errors: ErrorObject[]): ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const inside = (error: ErrorObject) =>
    unions.some((union) => error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`));
  return errors.filter((error) => error.keyword !== 'if' && !inside(error) && !insideUnion(error, unions));
}

/** Errors behind a reference lose the path of the union, so the place of the value tells instead. */
function insideUnion(error: ErrorObject, unions: readonly ErrorObject[]): boolean {
  return unions.some(
    (union) =>
      union !== error &&
      (error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`)) &&
      !error.schemaPath.startsWith(union.schemaPath.replace(/\/(anyOf|oneOf)$/, '/')),
  );
}

function describe({ keyword, instancePath, params, data, message }: ErrorObject): Difference {
  const here = { pointer: instancePath, got: kindOf(data) };
  switch (keyword) {
    case 'required':
      return {
        kind: 'missing field',
        pointer: `${instancePath}/${params.missingProperty}`,
        expected: 'a required field',
        got: 'nothing',
      };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = params.additionalProperty ?? params.unevaluatedProperty;
      return { kind: 'undescribed key', pointer: `${instancePath}/${key}`, expected: 'no further key', got: 'a key' };
    }
    case 'type': {
      const expected = [params.type].flat().join(' or ');
      return { ...here, kind: data === null ? 'null not allowed' : 'wrong type', expected };
    }
    case 'enum':
    case 'const':
      return { ...here, kind: 'unknown value', expected: 'one of the described values' };
    case 'format':
      return { ...here, kind: 'wrong format', expected: `text in the format ${params.format}` };
    case 'pattern':
      return { ...here, kind: 'wrong format', expected: 'text of the described pattern' };
    case 'anyOf':
    case 'oneOf':
      return { ...here, kind: 'no variant fits', expected: 'one of the described variants' };
    default:
      return { ...here, kind: 'out of bounds', expected: message ?? `a value that fits ${keyword}` };
  }
}
