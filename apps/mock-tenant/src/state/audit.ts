import type { Principal } from '../auth/principal.ts';
import type { Operation } from '../contract/document.ts';
import { redactBody } from '../journal/redact.ts';
import type { Answer, Exchange } from '../server/exchange.ts';
import { auditNames, type Body } from './audit-names.ts';
import type { State } from './state.ts';

/** Writes down a writing call that was done, as performed by the user or service account behind the key. */
export function recordAudit(
  state: State,
  { actor }: Principal,
  operation: Operation,
  { request, body }: Exchange,
  params: Readonly<Record<string, unknown>>,
  answer: Answer,
): void {
  const known = auditNames[operation.id];
  if (known === undefined || answer.status >= 300) return;
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Body;
  const at = state.clock.iso();
  for (const operation_name of typeof known === 'string' ? [known] : known(sent)) {
    state.auditLogs.insert({
      created_at: at,
      updated_at: at,
      operation_name,
      inputs: { inputs: camelCased({ ...params, ...(redactBody(sent) as Body) }) },
      outputs: {},
      request_ip: request.address,
      request_user_agent: request.headers['user-agent'] ?? '',
      tenant_id: state.tenantId,
      user_id: actor.id,
      user_email: actor.email,
      user_name: `${actor.first_name} ${actor.last_name}`.trim(),
      story_id: typeof params.story_id === 'number' ? params.story_id : null,
    });
  }
}

/** Keys of inputs are camel case in the audit log. */
function camelCased(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
