import { refuse } from '../server/errors.ts';
import type { Operation } from './document.ts';

type Fields = Record<string, unknown>;

/**
 * What live tenants make of some bodies where the pages say otherwise, or nothing. Each reading gets the body before it is
 * held against the document, and returns the body to go on with.
 */
const readings: Record<string, (body: Fields) => Fields> = {
  createCase: lowerCaseWords,
  createCaseV1: lowerCaseWords,
  updateCaseV1: lowerCaseWords,
  updateCase(body) {
    if (body.sub_status_id === '') throw refuse(422, 'No object ID provided');
    const { description, sub_status_id, ...rest } = body;
    // Null leaves both as they are.
    return lowerCaseWords({
      ...rest,
      ...(description !== null && 'description' in body && { description }),
      ...(sub_status_id !== null && 'sub_status_id' in body && { sub_status_id }),
    });
  },
  updateCaseMetadata(body) {
    if (isObject(body.metadata) && Object.keys(body.metadata).length === 0) throw refuse(400, 'Invalid metadata');
    return body;
  },
  deleteCaseMetadata(body) {
    if (!Array.isArray(body.metadata)) throw refuse(400, 'Invalid metadata keys');
    return body;
  },
};

/**
 * Reads a body as live tenants were seen to.
 *
 * @throws Refusal where a live tenant refuses it in other words than the document would.
 */
export function readAsLive({ id }: Operation, body: unknown): unknown {
  const reading = readings[id];
  return reading && isObject(body) ? reading(body) : body;
}

/** Requests spell these words in lower case, and a client that sends them in upper case is served. */
function lowerCaseWords(body: Fields): Fields {
  const words = (['status', 'priority'] as const).filter((field) => typeof body[field] === 'string');
  return { ...body, ...Object.fromEntries(words.map((field) => [field, String(body[field]).toLowerCase()])) };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
