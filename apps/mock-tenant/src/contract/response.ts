import type { Answer } from '../server/exchange.ts';
import type { Operation } from './document.ts';
import { type Finding, judge } from './judge.ts';

/**
 * Holds an answer against the document: its status, its media type and its body.
 *
 * @returns What does not fit; empty where everything does.
 */
export function judgeAnswer(operation: Operation, answer: Answer): Finding[] {
  const { responses } = operation;
  const contents = responses[answer.status] ?? responses[`${Math.trunc(answer.status / 100)}XX`] ?? responses.default;
  if (!contents) {
    const described = Object.keys(responses).join(', ');
    return [{ in: 'body', pointer: '', message: `Status ${answer.status} is not described; ${described} are.` }];
  }
  if (answer.body === undefined) {
    if (contents.every(({ optional }) => optional)) return [];
    return [{ in: 'body', pointer: '', message: `Status ${answer.status} must have a body.` }];
  }
  if (contents.length === 0) {
    return [{ in: 'body', pointer: '', message: `Status ${answer.status} must have no body.` }];
  }
  const mediaType = (answer.headers['content-type'] ?? 'application/json').split(';')[0];
  const content = contents.find((entry) => entry.mediaType === mediaType || entry.mediaType === '*/*');
  if (!content) {
    const described = contents.map((entry) => entry.mediaType).join(', ');
    return [{ in: 'header', pointer: '/content-type', message: `${mediaType} is not described; ${described} is.` }];
  }
  // Of bytes the document says no more than their media type.
  if (Buffer.isBuffer(answer.body)) return [];
  return content.pointer === undefined ? [] : judge(content.pointer, answer.body, 'body');
}
