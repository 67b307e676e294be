import { behaviours } from '../behaviours/index.ts';
import type { Operation } from '../contract/document.ts';
import type { Parameters } from '../contract/parameters.ts';
import type { Tenant } from '../tenant.ts';
import type { Authority } from './authorise.ts';
import { type Answer, type Exchange, json } from './exchange.ts';

/** Answers a request that was let in: by the behaviour of the operation, else by Prism from its example. */
export async function respond(
  tenant: Tenant,
  exchange: Exchange,
  operation: Operation,
  { path, query, teams, demand }: Parameters & Authority,
): Promise<Answer> {
  const { state } = tenant;
  const { request, principal, body } = exchange;
  const behaviour = behaviours[operation.id];
  if (!behaviour || request.headers.prefer !== undefined || tenant.options.engine === 'prism') {
    exchange.answeredBy = 'prism';
    const { answerFromExample } = await import('../contract/prism.ts');
    return answerFromExample(operation, request, body);
  }
  exchange.answeredBy = 'behaviour';
  // The clock moves with what is written, so that "before" and "after" can be told apart and runs still repeat.
  if (operation.method !== 'get') state.clock.advance(1000);
  const call = { state, principal, request, params: path, query, body: body ?? {}, teams, demand };
  const { status, body: answered, headers = {} } = behaviour(call as never);
  return answered === undefined ? { status, headers } : json(status, answered, headers);
}
