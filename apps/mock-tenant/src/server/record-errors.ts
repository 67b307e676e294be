import type { Answer } from './exchange.ts';

/** Words for the statuses; the first and the last two were seen. */
const types: Record<number, string> = { 400: 'bad_request', 403: 'forbidden', 404: 'not_found' };

export function isRecordV2Path(path: string): boolean {
  return /^\/api\/v2\/records(\/|$)/.test(path);
}

/** An error in the form of the newer record operations. What does not fit the document is 400 there and never 422. */
export function toRecordError(answer: Answer): Answer {
  const status = answer.status === 422 ? 400 : answer.status;
  const type = types[status];
  if (type === undefined) return answer;
  const { error, errors } = answer.body as { error?: string; errors?: { message: string; details: string }[] };
  const message = error ?? errors?.map((entry) => entry.message).join(' ') ?? '';
  const field = errors?.[0]?.details;
  return { ...answer, status, body: { error: { type, message, ...(field && { field }) } } };
}
