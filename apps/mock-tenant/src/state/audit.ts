import type { Principal } from '../auth/principal.ts';
import type { Operation } from '../contract/document.ts';
import { redactBody } from '../journal/redact.ts';
import type { Answer, Exchange, Request } from '../server/exchange.ts';
import { auditNames, type Body } from './audit-names.ts';
import type { UserRow } from './rows.ts';
import type { State } from './state.ts';

/** Operations that answer a story which was not there, or not named, when they were called. */
const storyMakers: ReadonlySet<string> = new Set(['createStory', 'importStory']);

/** Writes down a writing call that was done, as performed by the user or service account behind the key. */
export function recordAudit(
  state: State,
  { actor }: Principal,
  operation: Operation,
  { request, body, storyId }: Exchange,
  params: Readonly<Record<string, unknown>>,
  answer: Answer,
): void {
  const known = auditNames[operation.id];
  if (known === undefined || answer.status >= 300) return;
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Body;
  const inputs = { ...params, ...sent };
  const story_id = storyId ?? (storyMakers.has(operation.id) ? (answer.body as { id: number }).id : null);
  for (const name of typeof known === 'string' ? [known] : known(sent)) {
    writeAudit(state, name, actor, inputs, request, story_id);
  }
}

/**
 * Writes one entry.
 *
 * @param inputs Secrets among them are masked in the word of the API.
 */
export function writeAudit(
  state: State,
  operation_name: string,
  actor: UserRow,
  inputs: Body,
  request: Pick<Request, 'address' | 'headers'>,
  story_id: number | null = null,
): void {
  const at = state.clock.iso();
  state.auditLogs.insert({
    created_at: at,
    updated_at: at,
    operation_name,
    inputs: { inputs: camelCased(redactBody(inputs, 'REDACTED') as Body) },
    outputs: {},
    request_ip: request.address,
    request_user_agent: request.headers['user-agent'] ?? '',
    tenant_id: state.tenantId,
    user_id: actor.id,
    user_email: actor.email,
    user_name: nameOf(actor),
    story_id,
  });
}

export function nameOf({ first_name, last_name }: Pick<UserRow, 'first_name' | 'last_name'>): string {
  return `${first_name} ${last_name}`.trim();
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
