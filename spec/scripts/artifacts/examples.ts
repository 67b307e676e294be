import { type JsonObject, jsonText } from '../json.ts';
import { type Body, bodiesOf } from '../validation/bodies.ts';
import type { Artifact } from './artifact.ts';

/**
 * The examples of every operation by its id: `request` is a list, `responses` has a list for each status. An entry has `name`,
 * `mediaType`, `summary` and `value`.
 */
export const examples: Artifact = ({ document }) => {
  const bodies = bodiesOf(document).filter((body) => body.examples.length > 0);
  const ids = [...new Set(bodies.map((body) => body.operationId))];
  const byOperation = ids.map((id) => [id, examplesOf(bodies.filter((body) => body.operationId === id))]);
  return { 'examples.json': jsonText(Object.fromEntries(byOperation)) };
};

function examplesOf(bodies: Body[]): JsonObject {
  const of = (status: string | undefined) =>
    bodies
      .filter((body) => body.status === status)
      .flatMap((body) => body.examples.map((example) => entryOf(body, example)));
  const statuses = [...new Set(bodies.flatMap(({ status }) => status ?? []))];
  const request = of(undefined);
  return {
    ...(request.length > 0 ? { request } : {}),
    ...(statuses.length > 0 ? { responses: Object.fromEntries(statuses.map((status) => [status, of(status)])) } : {}),
  };
}

function entryOf(body: Body, example: Body['examples'][number]): JsonObject {
  const { name, summary, value } = example;
  return { name, mediaType: body.mediaType, ...(summary === undefined ? {} : { summary }), value };
}
