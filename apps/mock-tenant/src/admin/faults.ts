import type { Fault, PlantedFault } from '../faults/faults.ts';
import { refuse, refuseFindings } from '../server/errors.ts';
import type { Tenant } from '../tenant.ts';

/** A planted fault as `/_mock` shows it. */
export interface ShownFault {
  id: number;
  fault: Fault;
  /** How often it struck. */
  struck: number;
}

export function listFaults({ faults }: Tenant): ShownFault[] {
  return faults.list().map(shownFault);
}

/** @throws Refusal with 422 that says what is wrong with the fault and what is allowed. */
export function plantFault({ faults }: Tenant, fault: Fault): ShownFault {
  try {
    return shownFault(faults.plant(fault));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refuseFindings('', [{ in: 'body', pointer: '/kind', message: error.message }]);
  }
}

/** @throws Refusal with 404 where there is no such fault. */
export function removeFault({ faults }: Tenant, id: number): void {
  if (!faults.remove(id)) throw refuse(404, `No fault ${id} is planted.`);
}

/** A fault is matched by the key that a caller presents, and keys are shown to nobody. */
function shownFault({ id, fault, struck }: PlantedFault): ShownFault {
  return { id, fault: fault.key === undefined ? fault : { ...fault, key: '[redacted]' }, struck };
}
