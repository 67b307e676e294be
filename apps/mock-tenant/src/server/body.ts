import type { Operation } from '../contract/document.ts';
import type { Request } from './exchange.ts';

/** A body, or why it could not be read. */
export interface ReadBody {
  value: unknown;
  fault?: string;
}

/** How deep arrays and objects may stand in each other. Validators and whoever writes JSON again go down by recursion. */
export const depthLimit = 200;

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
  if (isDeeper(body, depthLimit)) {
    return { value: undefined, fault: `The body is nested deeper than ${depthLimit} levels.` };
  }
  try {
    const text = body.toString('utf8');
    const value: unknown = JSON.parse(text);
    if (mayHoldHugeNumber.test(text) && holdsInfinity(value)) {
      return { value: undefined, fault: 'The body holds a number that is out of range: at most 1.8e308 is.' };
    }
    return { value };
  } catch {
    return { value: undefined, fault: 'The body is not valid JSON.' };
  }
}

const [quote, backslash] = [0x22, 0x5c];
const [openArray, closeArray, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Whether JSON is nested deeper than a number of levels, told from its bytes before anything goes down into it. */
function isDeeper(body: Buffer, levels: number): boolean {
  if (body.length <= levels) return false;
  let depth = 0;
  let inText = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openArray || byte === openObject) depth += 1;
    else if (byte === closeArray || byte === closeObject) depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}

/** A number can only be too big for a double by its exponent, or by more digits than anybody writes. */
const mayHoldHugeNumber = /\d[eE]\+?\d{3}|\d{300}/;

function holdsInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsInfinity);
}
