import type { Scheme } from '../cases/types.ts';
import type { Operation } from '../document/document.ts';
import type { Answer } from '../judge/answer.ts';

/** A call with everything that it sends, ready for a caller. */
export interface Call {
  operation: Operation;
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  /** Headers beside those of the key, names in lower case. */
  headers: Record<string, string>;
  body: unknown;
  /** Whether a slash follows the path. */
  trailingSlash: boolean;
}

/** The path template of a call. */
export function templateOf({ operation, trailingSlash }: Call): string {
  return trailingSlash ? `${operation.path}/` : operation.path;
}

/** The key of a call; null sends none. */
export interface Credentials {
  secret: string | null;
  scheme: Scheme;
}

/** Sends one call and hands back what came. Network faults are thrown. */
export type Caller = (call: Call, credentials: Credentials) => Promise<Answer>;

/** Why no answer came, in a word where the system has one. */
export function reasonOf(error: Error): string {
  const { code, message } = (error.cause ?? error) as { code?: unknown; message: string };
  return typeof code === 'string' ? code : message;
}

/** The ways to send: the client of this project, and `fetch` with nothing between. */
export const callerNames = ['client', 'fetch'] as const;
export type CallerName = (typeof callerNames)[number];

/** @returns The media type of a content type without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | null | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase() || undefined;
}

export function isJson(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /[/+]json$/.test(mediaType);
}

/** The media type that the body of a call is sent in: the first that the document names, JSON where it takes anything. */
export function sentMediaType({ operation, body }: Call): string | undefined {
  if (body === undefined) return undefined;
  const described = operation.body?.content[0]?.mediaType;
  return described === undefined || described === '*/*' ? 'application/json' : described;
}

/** Whether every good answer of the operation is JSON, as far as the document says. */
export function answersJson({ responses }: Operation): boolean {
  const good = Object.entries(responses).filter(([status]) => status < '300');
  return good.every(([, contents]) => contents.every(({ mediaType }) => isJson(mediaType)));
}

/** What came as a body: its bytes, and what they mean by their media type. */
export function readBody(bytes: Uint8Array, mediaType: string | undefined): Pick<Answer, 'body' | 'bytes'> {
  const text = new TextDecoder().decode(bytes);
  return { body: text === '' ? undefined : parseBody(text, mediaType), bytes };
}

/** JSON where the media type says so and the text parses; the text itself otherwise. */
export function parseBody(text: string, mediaType: string | undefined): unknown {
  if (!isJson(mediaType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
