import type { Operation } from '../contract/document.ts';
import { judgeAnswer } from '../contract/response.ts';
import { type Answer, type Exchange, json } from './exchange.ts';

/**
 * Holds an answer against the document, be it a good one or a refusal, and writes down what does not fit.
 *
 * @returns The answer, or 500 that names the operation, the pointer and what is allowed there.
 */
export function holdAnswer(exchange: Exchange, operation: Operation, answer: Answer): Answer {
  exchange.answerFindings = judgeAnswer(operation, answer);
  if (exchange.answerFindings.length === 0) return answer;
  const message = `The answer of ${operation.id} does not fit the document.`;
  return json(500, {
    errors: exchange.answerFindings.map((finding) => ({
      message: `${message} ${finding.message}`,
      details: finding.pointer,
    })),
  });
}
