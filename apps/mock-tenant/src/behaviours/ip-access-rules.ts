import { coversRange, isAddressOrRange } from '../auth/addresses.ts';
import { refuse, refuseFindings } from '../server/errors.ts';
import type { IpAccessRuleRow } from '../state/rows/administration.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import { refuseField } from './refusals.ts';
import type { Behaviours, Call } from './types.ts';

export const ipAccessRuleBehaviours: Behaviours = {
  listIpAccessControlRules({ state, query, request }) {
    const { matching_ip } = query;
    if (matching_ip !== undefined && !isAddressOrRange(matching_ip)) {
      throw refuseFindings('', [{ in: 'query', pointer: '/matching_ip', message: `matching_ip ${allowed}` }]);
    }
    const found = state.ipAccessRules
      .all()
      .filter((rule) => matching_ip === undefined || coversRange(rule.ip, matching_ip));
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { 'admin/ip_access_control_rules': rows, meta } };
  },

  getIpAccessControlRule({ state, params }) {
    return { status: 200, body: ruleAt(state, params.id) };
  },

  createIpAccessControlRule({ state, body: { ip, description } }) {
    demandAddress(ip);
    const now = state.clock.iso();
    return { status: 201, body: state.ipAccessRules.insert({ ip, description, created_at: now, updated_at: now }) };
  },

  updateIpAccessControlRule: update,
  patchIpAccessControlRule: update,

  deleteIpAccessControlRule({ state, params }) {
    state.ipAccessRules.delete(ruleAt(state, params.id).id);
    return { status: 204, body: undefined };
  },
};

/** PUT and PATCH do the same. */
function update({ state, params, body }: Pick<Call<'updateIpAccessControlRule'>, 'state' | 'params' | 'body'>) {
  const rule = ruleAt(state, params.id);
  const { ip = rule.ip, description = rule.description } = body;
  demandAddress(ip);
  const changed = state.ipAccessRules.put({ ...rule, ip, description, updated_at: state.clock.iso() });
  return { status: 200 as const, body: changed };
}

const allowed = 'must be an IPv4 or IPv6 address, or a range such as 203.0.113.0/24.';

/** @throws Refusal with 422 where `ip` is neither an address nor a range. */
export function demandAddress(ip: string): void {
  if (!isAddressOrRange(ip)) throw refuseField('/ip', `ip ${allowed}`);
}

function ruleAt(state: State, id: number): IpAccessRuleRow {
  const rule = state.ipAccessRules.get(id);
  if (!rule) throw refuse(404, 'Not found.');
  return rule;
}
