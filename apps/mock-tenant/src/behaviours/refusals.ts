import { refuseFindings } from '../server/errors.ts';
import type { Refusal } from '../server/exchange.ts';

/**
 * The refusal of a call that fits the document and still asks for something that cannot be: 422 with the field at fault.
 *
 * @param pointer JSON pointer into the body, such as `/team_id`.
 * @param message What is wrong and what is allowed.
 */
export function refuseField(pointer: string, message: string): Refusal {
  return refuseFindings('', [{ in: 'body', pointer, message }]);
}
