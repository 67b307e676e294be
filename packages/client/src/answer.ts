/** Bytes of an error body that are read, and characters of it that an error keeps. */
export const longestError = 65_536;

/**
 * Reads the body of an answer, so that the time limit of a try covers it and half a body counts as a failed try. Of an error
 * only the first 64 KiB are read, as a proxy may answer with a page of any size.
 *
 * @param stream Whether a good answer is handed on unread.
 * @returns An answer whose body stands in memory.
 */
export async function readAnswer(response: Response, stream: boolean): Promise<Response> {
  const { body, ok } = response;
  if (!body || (ok && stream)) return response;
  return new Response(ok ? await response.arrayBuffer() : await readStart(body), response);
}

async function readStart(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const reader = body.getReader();
  const parts = [];
  for (let left = longestError; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value.subarray(0, left));
    left -= value.length;
  }
  // Not awaited: a server that never ends would hold the error back.
  reader.cancel().catch(() => {});
  return new Blob(parts);
}

/** The few operations that answer a text as it is, beside JSON. */
const mayBeText = /^\/webhook|\/append$|\{field}$/;

/**
 * Reads the text of a good answer. An empty one is `undefined`.
 *
 * @param path The template.
 * @throws SyntaxError where the text is not JSON.
 */
export function parseAnswer(text: unknown, headers: Headers, path: string): unknown {
  if (!text) return undefined;
  return headers.get('content-type')?.startsWith('text/plain') && mayBeText.test(path)
    ? text
    : JSON.parse(text as string);
}
