import type { Content, Operation } from '../document/document.ts';
import { type Difference, kindOf } from './difference.ts';
import { schemaDifferences } from './differences.ts';

/** An answer as a caller received it. */
export interface Answer {
  status: number;
  /** Media type without parameters, in lower case; undefined where none came. */
  mediaType: string | undefined;
  /** Parsed JSON, text otherwise; undefined for no body. */
  body: unknown;
  /** The body as it came; undefined where the caller hands on what it has parsed. */
  bytes?: Uint8Array;
}

/** What the document describes for an answer: a schema to hold its body against, or how it differs already. */
export type Described = { content: Content | undefined } | { difference: Difference };

/** Finds what the document describes for the status and media type of an answer. */
export function describedFor(operation: Operation, answer: Answer): Described {
  const contents = operation.responses[answer.status] ?? operation.responses.default;
  if (!contents) {
    const expected = `one of ${Object.keys(operation.responses).join(', ')}`;
    return { difference: { kind: 'undescribed status', pointer: '', expected, got: String(answer.status) } };
  }
  if (answer.body === undefined) {
    if (contents.length === 0 || contents.some(({ pointer }) => pointer === undefined)) return { content: undefined };
    return { difference: { kind: 'body missing', pointer: '', expected: 'a body', got: 'nothing' } };
  }
  if (contents.length === 0) {
    return { difference: { kind: 'body not described', pointer: '', expected: 'no body', got: kindOf(answer.body) } };
  }
  const content = contents.find(({ mediaType }) => mediaType === answer.mediaType || mediaType === '*/*');
  if (content) return { content };
  const expected = contents.map(({ mediaType }) => mediaType).join(' or ');
  return { difference: { kind: 'other media type', pointer: '', expected, got: mediaTypeKind(answer.mediaType) } };
}

/** A media type as it may be shown: a header can hold anything. */
function mediaTypeKind(mediaType: string | undefined): string {
  if (mediaType === undefined) return 'none';
  return /^[a-z]+\/[a-z0-9.+-]{1,60}$/.test(mediaType) ? mediaType : 'another text';
}

/** Everything in which an answer breaks the document. */
export function answerDifferences(operation: Operation, answer: Answer): Difference[] {
  const described = describedFor(operation, answer);
  if ('difference' in described) return [described.difference];
  const { content } = described;
  return content?.pointer === undefined ? [] : schemaDifferences(content.pointer, answer.body);
}
