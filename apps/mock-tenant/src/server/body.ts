import type { Operation } from '../contract/document.ts';
import type { Request } from './exchange.ts';

/** A body, or why it could not be read. */
export interface ReadBody {
  value: unknown;
  fault?: string;
}

/** Reads the JSON body of a request whose operation takes one. Bodies of other operations are not looked at. */
export function readBody(operation: Operation, { body, headers }: Request): ReadBody {
  if (!operation.body || body.length === 0) return { value: undefined };
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'application/json';
  const described = operation.body.content.map((content) => content.mediaType);
  if (!/[/+]json$/.test(mediaType)) {
    if (described.includes(mediaType) || described.includes('*/*')) {
      return { value: /^text\/|x-www-form-urlencoded$/.test(mediaType) ? body.toString('utf8') : body };
    }
    return { value: undefined, fault: `The body must be ${described.join(' or ')}, not ${mediaType}.` };
  }
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    return { value: undefined, fault: 'The body is not valid JSON.' };
  }
}
