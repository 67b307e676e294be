import { json } from '../../server/exchange.ts';
import type { FaultKind } from '../kind.ts';

/** The shapes in which errors of the API were seen. */
const shapes = ['message', 'errors', 'list', 'object', 'text', 'empty'] as const;

export interface StatusFault {
  /** HTTP status, 400 to 599. */
  status: number;
  /** Shape of the error body; `message` unless set. */
  shape?: (typeof shapes)[number];
}

/** An error status in any shape that error bodies have, in the place of the answer. */
export const status: FaultKind<StatusFault> = {
  properties: { status: { type: 'integer', minimum: 400, maximum: 599 }, shape: { enum: shapes } },
  required: ['status'],
  answer({ status, shape = 'message' }) {
    const message = 'Planted by a fault of the mock tenant.';
    switch (shape) {
      case 'message':
        return json(status, { error: message });
      case 'errors':
        return json(status, { errors: [{ message, details: 'fault' }] });
      case 'list':
        return json(status, [{ message, details: 'fault' }]);
      case 'object':
        return json(status, { error: { type: 'bad_request', message } });
      case 'text':
        return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: message };
      case 'empty':
        return { status, headers: {} };
    }
  },
};
