import { type Answer, type Exchange, type Refusal, SteeringRefusal } from './exchange.ts';
import { holdAnswer } from './hold-answer.ts';
import { isRecordV2Path, toRecordError } from './record-errors.ts';
import { operationAt } from './router.ts';
import { isScimPath, toScimError } from './scim.ts';

/**
 * The answer of a refusal, in the form of its path and held against the document. Two kinds are not held, as the document
 * cannot know them: where no operation has the method and path, and of headers that only the mock takes. Answers that a
 * planted fault gives or makes never come here.
 */
export function refused(exchange: Exchange, refusal: Refusal): Answer {
  const { method, path } = exchange.request;
  const answer = inFormOf(path, refusal.answer);
  if (refusal instanceof SteeringRefusal) return answer;
  const operation = exchange.operation ?? operationAt(method, path);
  return operation ? holdAnswer(exchange, operation, answer) : answer;
}

function inFormOf(path: string, answer: Answer): Answer {
  if (isScimPath(path)) return toScimError(answer);
  return isRecordV2Path(path) ? toRecordError(answer) : answer;
}
