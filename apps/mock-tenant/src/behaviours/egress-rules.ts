import { refuse } from '../server/errors.ts';
import type { EgressRuleRow } from '../state/rows/administration.ts';
import type { State } from '../state/state.ts';
import { demandAddress } from './ip-access-rules.ts';
import { paginate } from './paging.ts';
import { refuseField } from './refusals.ts';
import type { Behaviours, Call } from './types.ts';

/** Rules are kept and not enforced: no action of a mock sends anything out. */
export const egressRuleBehaviours: Behaviours = {
  listActionEgressControlRules({ state, query, request }) {
    const { rows, meta } = paginate(state.egressRules.all(), request, query);
    return { status: 200, body: { 'admin/action_egress_control_rules': rows, meta } };
  },

  getActionEgressControlRule({ state, params }) {
    return { status: 200, body: ruleAt(state, params.id) };
  },

  createActionEgressControlRule({ state, body }) {
    const { ip = null, fqdn = null, description, allowed_action_types = ['http-request'] } = body as NewRule;
    demandTarget({ ip, fqdn, allowed_action_types });
    const now = state.clock.iso();
    const times = { created_at: now, updated_at: now };
    return { status: 201, body: state.egressRules.insert({ ip, fqdn, description, allowed_action_types, ...times }) };
  },

  updateActionEgressControlRule: update,
  patchActionEgressControlRule: update,

  deleteActionEgressControlRule({ state, params }) {
    state.egressRules.delete(ruleAt(state, params.id).id);
    return { status: 204, body: undefined };
  },
};

/** PUT and PATCH do the same. */
function update({ state, params, body }: Pick<Call<'updateActionEgressControlRule'>, 'state' | 'params' | 'body'>) {
  const rule = ruleAt(state, params.id);
  // A rule for an address becomes one for a host when a host alone is sent, and the other way round.
  const kept = { ip: body.fqdn ? null : rule.ip, fqdn: body.ip ? null : rule.fqdn };
  const { ip = kept.ip, fqdn = kept.fqdn, description = rule.description } = body;
  const { allowed_action_types = rule.allowed_action_types } = body;
  demandTarget({ ip, fqdn, allowed_action_types });
  const updated_at = state.clock.iso();
  const changed = state.egressRules.put({ ...rule, ip, fqdn, description, allowed_action_types, updated_at });
  return { status: 200 as const, body: changed };
}

/** What a creation sends. The generated type takes the two kinds of rules for all there is. */
type NewRule = Pick<EgressRuleRow, 'description'> & Partial<EgressRuleRow>;

/** Labels of letters, digits and hyphens with dots between them (RFC 1123). */
const hostname = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** @throws Refusal with 422 unless exactly one of address and host is there, and mail goes to hosts only. */
function demandTarget({
  ip,
  fqdn,
  allowed_action_types,
}: Pick<EgressRuleRow, 'ip' | 'fqdn' | 'allowed_action_types'>): void {
  if ((ip === null) === (fqdn === null)) throw refuseField('/ip', 'Exactly one of ip and fqdn must be set.');
  if (ip !== null) demandAddress(ip);
  if (fqdn !== null && !hostname.test(fqdn)) throw refuseField('/fqdn', 'fqdn must be a host name.');
  if (ip !== null && allowed_action_types.includes('send-email')) {
    throw refuseField('/allowed_action_types', 'send-email works on rules with an fqdn only.');
  }
}

function ruleAt(state: State, id: number): EgressRuleRow {
  const rule = state.egressRules.get(id);
  if (!rule) throw refuse(404, 'Not found.');
  return rule;
}
