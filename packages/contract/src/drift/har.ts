import type { Answer } from '../judge/answer.ts';
import { mediaTypeOf, parseBody } from '../run/call.ts';

/** One request and its answer, as a HAR file records them. */
export interface Exchange {
  method: string;
  url: URL;
  answer: Answer;
}

interface HarEntry {
  request?: { method?: unknown; url?: unknown };
  response?: { status?: unknown; content?: { mimeType?: unknown; text?: unknown; encoding?: unknown } };
}

/** A HAR file that cannot be read, with the reason in a sentence. */
export class HarError extends Error {}

/**
 * Reads the text of a HAR file (HTTP Archive 1.2).
 *
 * @throws HarError where it is not JSON, is cut off, or is no HAR.
 */
export function readHar(text: string): Exchange[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new HarError('It is not whole: its text ends before its JSON does, or it is not JSON at all.');
  }
  const entries = (content as { log?: { entries?: unknown } } | null)?.log?.entries;
  if (!Array.isArray(entries)) throw new HarError('It is JSON, but no HAR: it has no list at log.entries.');
  return entries.map((entry, index) => readEntry(entry as HarEntry | null, index));
}

function readEntry(entry: HarEntry | null, index: number): Exchange {
  const { request, response } = entry ?? {};
  const { method, url } = request ?? {};
  const { status, content } = response ?? {};
  if (typeof method !== 'string' || typeof url !== 'string' || !URL.canParse(url) || typeof status !== 'number') {
    throw new HarError(`Its entry ${index} has no method, address or status.`);
  }
  const mediaType = typeof content?.mimeType === 'string' ? mediaTypeOf(content.mimeType) : undefined;
  const text = typeof content?.text === 'string' ? decode(content.text, content.encoding) : '';
  return {
    method,
    url: new URL(url),
    answer: { status, mediaType, body: text === '' ? undefined : parseBody(text, mediaType) },
  };
}

function decode(text: string, encoding: unknown): string {
  return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}

const shownHeaders = new Set(['accept', 'content-type', 'content-length', 'host', 'user-agent', 'date']);

/**
 * A copy of a HAR without what signs a caller in: values of headers are kept by a list of names, cookies go, and so does the secret in
 * the path of a webhook. Bodies stay, since they are what is judged; the copy is not for keeping.
 *
 * @param text Of a HAR that could be read.
 */
export function withoutCredentials(text: string): string {
  const har = JSON.parse(text) as { log: { entries: { request: Message; response: Message }[] } };
  for (const { request, response } of har.log.entries) {
    for (const message of [request, response]) {
      message.headers = headersOf(message).map(({ name, value }) => ({
        name,
        value: shownHeaders.has(name.toLowerCase()) ? value : withoutSecret(value),
      }));
      message.cookies = [];
    }
    request.url = request.url?.replace(/(\/webhook\/[^/]+\/)[^/?]+/, '$1secret');
  }
  return JSON.stringify(har);
}

/** The headers of a message that are a name and a value; others say nothing. */
function headersOf({ headers }: Message): Header[] {
  const entries: unknown[] = Array.isArray(headers) ? headers : [];
  return entries.filter((entry): entry is Header => {
    const { name, value } = (entry ?? {}) as Partial<Header>;
    return typeof name === 'string' && typeof value === 'string';
  });
}

/** The scheme word stays, so that a judge still sees that a key was sent and how. */
function withoutSecret(value: string): string {
  return /^bearer /i.test(value) ? 'Bearer redacted' : 'redacted';
}

interface Header {
  name: string;
  value: string;
}

interface Message {
  url?: string | undefined;
  headers?: Header[];
  cookies?: unknown[];
}
