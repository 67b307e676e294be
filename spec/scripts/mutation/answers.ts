import type { Json, JsonObject } from '../json.ts';
import { bodiesOf, isJson } from '../validation/bodies.ts';
import { membersReached, sample } from '../validation/sample.ts';
import { seeded } from '../validation/text.ts';

/** A JSON answer with values that show all of it. */
export interface Answer {
  operationId: string;
  path: string;
  status: string;
  schema: Json;
  values: Json[];
}

// Unions of a hundred members exist in public documents; the first of them tell enough.
const mostMembers = 12;

/**
 * Every JSON answer of a document: those of success for each operation, and each schema of an error once, as errors are shared.
 * Its values are its examples, and made ones that have every property and take every member of its unions.
 */
export function answersOf(document: JsonObject): Answer[] {
  const errors = new Set<string>();
  return bodiesOf(document).flatMap(({ operationId, path, status, mediaType, schema, examples }) => {
    if (status === undefined || schema === undefined || !isJson(mediaType)) return [];
    if (!status.startsWith('2')) {
      const key = JSON.stringify(schema);
      if (errors.has(key)) return [];
      errors.add(key);
    }
    const made = Array.from({ length: Math.min(membersReached(document, schema), mostMembers) }, (_, member) =>
      sample(document, schema, { random: seeded(member + 1), complete: true, member }),
    );
    return [{ operationId, path, status, schema, values: [...examples.map(({ value }) => value), ...made] }];
  });
}
