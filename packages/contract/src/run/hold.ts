import type { Expectation, Refusal } from '../cases/types.ts';
import type { Operation } from '../document/document.ts';
import { type Answer, answerDifferences } from '../judge/answer.ts';
import { describeDifference } from '../judge/difference.ts';
import { compileSchema } from '../judge/schemas.ts';
import { holdBytes } from './bytes.ts';
import { findMismatches } from './includes.ts';

/** How a target answers where no public page settles it, or where something stands between it and the caller. */
export interface Manner {
  /** Status for a valid key without the right; either of the two is taken unless set. */
  denied?: 403 | 404;
  /** `prism` where `prism proxy --errors` stands in front: it refuses by itself, in a shape of its own. */
  behind?: 'prism';
}

/**
 * Holds an answer against what a case expects of it and against the document.
 *
 * @param expect With kept values in the places that stand for them.
 * @returns One sentence for each thing that is not so; empty where all is.
 */
export function holdAnswer(
  operation: Operation,
  expect: Expectation,
  answer: Answer,
  manner: Manner,
  refused?: Refusal,
): string[] {
  if (manner.behind === 'prism' && answer.mediaType === 'application/problem+json') {
    return holdRefusalOfPrism(expect, answer, refused);
  }
  const allowed = statuses(expect.status, manner);
  if (!allowed.includes(answer.status)) {
    const said = messageOf(answer.body);
    return [`status ${answer.status} came, not ${allowed.join(' or ')}${said === '' ? '' : ` (${said})`}`];
  }
  return [
    ...answerDifferences(operation, answer).map(describeDifference),
    ...findMismatches(expect.includes, expect.includes === undefined ? undefined : answer.body).map(
      ({ pointer, expected, got }) => `${pointer || 'the body'} must be ${expected}, not ${got}`,
    ),
    ...holdSchema(expect.schema, answer.body),
    ...holdBytes(expect.bytes, answer),
  ];
}

/** The statuses that a case takes. */
export function statuses(status: Expectation['status'], { denied }: Manner): number[] {
  if (status !== 'denied') return [status].flat();
  return denied === undefined ? [403, 404] : [denied];
}

function holdSchema(schema: Record<string, unknown> | undefined, body: unknown): string[] {
  if (!schema) return [];
  const validate = compileSchema(schema);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'the body'} ${message}`);
}

/** Prism refuses a request without a key or one that does not fit the document. Anything else it says is a difference. */
function holdRefusalOfPrism(expect: Expectation, { body, status }: Answer, refused: Refusal | undefined): string[] {
  const rightly = (refused === 'key' && status === 401) || (refused === 'contract' && status === 422);
  if (rightly) return [];
  const { title, detail } = (body ?? {}) as { title?: string; detail?: string };
  const validation = JSON.stringify((body as { validation?: unknown } | undefined)?.validation ?? '');
  return [
    `Prism answered ${status} in place of ${[expect.status].flat().join(' or ')}: ${title}. ${detail} ${validation.slice(0, 400)}`,
  ];
}

/** The first message of an error body, short, so that a person sees why. Errors of an API hold no secrets. */
function messageOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const { error, errors, detail } = body as { error?: unknown; errors?: { message?: unknown }[]; detail?: unknown };
  const found =
    typeof error === 'string' ? error : ((error as { message?: unknown })?.message ?? errors?.[0]?.message ?? detail);
  return typeof found === 'string' ? found.slice(0, 200) : '';
}
