import type { Fault } from '../faults/faults.ts';
import { refuseFindings } from '../server/errors.ts';
import type { Snapshot } from '../state/state.ts';
import type { Tenant } from '../tenant.ts';
import { eventStream, requestEvents } from './events.ts';
import { listFaults, plantFault, removeFault } from './faults.ts';
import type { MockHandler } from './mock-api.ts';

/** Times further on have more than four digits in their year, which the API cannot write. */
const lastTime = Date.parse('9999-12-31T23:59:59Z');

/** Handlers of what a test steers: faults, time, what the tenant holds, and the requests as they come. */
export const controlHandlers: Readonly<Record<string, MockHandler>> = {
  listFaults: ({ tenant }) => ({ status: 200, body: { faults: listFaults(tenant) } }),
  plantFault: ({ tenant, body }) => ({ status: 201, body: plantFault(tenant, body as Fault) }),
  clearFaults({ tenant }) {
    tenant.faults.clear();
    return { status: 204 };
  },
  removeFault({ tenant, params }) {
    removeFault(tenant, params.fault_id as number);
    return { status: 204 };
  },

  getClock: ({ tenant }) => clockOf(tenant),
  setClock({ tenant, body }) {
    tenant.clock.set(Date.parse((body as { now: string }).now));
    return clockOf(tenant);
  },
  advanceClock({ tenant, body }) {
    const milliseconds = (body as { seconds: number }).seconds * 1000;
    if (tenant.clock.now() + milliseconds > lastTime) {
      throw refuseFindings('', [
        { in: 'body', pointer: '/seconds', message: 'seconds must end before the year 10000.' },
      ]);
    }
    tenant.clock.advance(milliseconds);
    return clockOf(tenant);
  },

  getSnapshot: ({ tenant }) => ({ status: 200, body: tenant.snapshot() }),
  restoreSnapshot({ tenant, body }) {
    try {
      tenant.restore(body as Snapshot);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw refuseFindings('', [{ in: 'body', pointer: '/collections', message: error.message }]);
    }
    return { status: 204 };
  },

  streamRequests({ tenant, request }) {
    const lastSeen = request.headers['last-event-id'];
    const headers = { 'content-type': eventStream, 'cache-control': 'no-store' };
    const stream = requestEvents(tenant, lastSeen === undefined ? undefined : Number(lastSeen) || 0);
    return { status: 200, headers, body: ': requests follow as they come\n\n', stream };
  },
};

function clockOf({ clock }: Tenant) {
  return { status: 200, body: { now: clock.iso() } };
}
