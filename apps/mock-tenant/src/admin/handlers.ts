import type { Tenant } from '../tenant.ts';
import { actingIn, personIn } from './acting.ts';
import { controlHandlers } from './control-handlers.ts';
import { createKey, deleteKey, keyChoices, type NewKey } from './keys.ts';
import type { MockCall, MockHandler } from './mock-api.ts';
import { pageHandlers } from './page-handlers.ts';
import {
  createPerson,
  deletePerson,
  listPeople,
  listServiceAccounts,
  type PersonChanges,
  updatePerson,
} from './people.ts';
import { changeSettings, getSettings, type Settings } from './settings.ts';
import { listKeysFor } from './shown-key.ts';

/** Operation id of `openapi/mock-api.yaml` to handler. Bodies and parameters fit that document when they come here. */
export const mockHandlers: Readonly<Record<string, MockHandler>> = {
  getHealth: ({ tenant }) => ok({ status: 'ok', now: tenant.state.clock.iso() }),
  resetTenant({ tenant }) {
    tenant.reset();
    return nothing;
  },
  listRequests: ({ tenant }) => ok({ requests: tenant.journal.entries }),
  ...controlHandlers,

  listKeys: (call) => ok({ keys: listKeysFor(stateOf(call), personIn(call)) }),
  createKey: (call) => ({ status: 201, body: createKey(stateOf(call), actingIn(call), call.body as NewKey) }),
  deleteKey(call) {
    deleteKey(stateOf(call), actingIn(call), call.params.key_id as number);
    return nothing;
  },
  getKeyChoices: (call) => ok(keyChoices(stateOf(call), actingIn(call))),
  ...pageHandlers,

  listPeople: ({ tenant }) => ok({ people: listPeople(tenant.state) }),
  createPerson(call) {
    const body = call.body as PersonChanges & { email: string };
    return { status: 201, body: createPerson(stateOf(call), actingIn(call), body) };
  },
  updatePerson(call) {
    const id = call.params.person_id as number;
    return ok(updatePerson(stateOf(call), actingIn(call), id, call.body as PersonChanges));
  },
  deletePerson(call) {
    deletePerson(stateOf(call), actingIn(call), call.params.person_id as number);
    return nothing;
  },
  listServiceAccounts: ({ tenant }) => ok({ service_accounts: listServiceAccounts(tenant.state) }),

  getSettings: ({ tenant }) => ok(getSettings(tenant.state)),
  changeSettings: (call) => ok(changeSettings(stateOf(call), actingIn(call), call.body as Partial<Settings>)),
};

const nothing = { status: 204 };

function ok(body: unknown) {
  return { status: 200, body };
}

function stateOf({ tenant }: MockCall): Tenant['state'] {
  return tenant.state;
}
