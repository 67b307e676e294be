/** One thing that an error body complains of. */
export interface Problem {
  readonly message: string;
  /** More about it, often the name of the field. */
  readonly details?: string | undefined;
  /** The field, where the body names one. */
  readonly field?: string | undefined;
  /** Kind of the error, such as `bad_request`. */
  readonly type?: string | undefined;
}

/**
 * What an error body complains of. It may be `{errors: [{message, details}]}`, the same list bare, `{error: 'text'}`,
 * `{error: {type, message, field}}` or plain text; SCIM says `detail`. Of a text or a page the first words without markup are
 * the message. An unknown shape and an empty body give an empty list.
 */
export function problemsOf(body: unknown): Problem[] {
  if (typeof body === 'string') {
    const message = body
      .replace(/(<[^>]*>|\s)+/g, ' ')
      .trim()
      .slice(0, 200);
    return message ? [{ message }] : [];
  }
  if (Array.isArray(body)) return body.flatMap(problemsOf);
  if (!body || typeof body !== 'object') return [];
  const { error, errors, detail, message = detail, details, field, type } = body as Record<string, string>;
  return typeof message === 'string' ? [{ message, details, field, type }] : problemsOf(error ?? errors);
}
