import { type KeyName, type Keys, secretOf } from '../cases/keys.ts';
import type { Answer } from '../judge/answer.ts';
import { isJson, reasonOf } from '../run/call.ts';
import { fetchCaller } from '../run/fetch-caller.ts';
import { operationNamed } from '../run/fill.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

/**
 * Makes sure that the target answers, that it is this API, and that it takes the key, by asking for its stack.
 *
 * @param from Where the keys come from, for the message of a refusal.
 * @throws CommandError that says which of these is not so.
 */
export async function demandTarget(target: string, keys: Keys, from?: string): Promise<void> {
  const names = Object.keys(keys) as (keyof Keys)[];
  const name = names.find((entry) => entry === 'tenantOwner') ?? names.find((entry) => entry !== 'deactivatedUser');
  const answer = await demandApi(target, name === undefined ? null : (secretOf(keys, name) ?? null));
  if (answer.status === 401) throw new CommandError(exitCodes.refused, `${target} ${refusalOf(name, from)}`);
}

function refusalOf(name: KeyName | undefined, from: string | undefined): string {
  if (name === undefined) return 'refuses a call without a key (401); hand one over with TINES_API_KEY or --keys.';
  return `refuses the key ${name} (401)${from === undefined ? '' : `, which comes from ${from}`}.`;
}

/**
 * Makes sure that the target answers and that it is this API, whether it takes the key or not.
 *
 * @param secret Null sends no key.
 * @returns The answer: 200, or 401 where the key is refused.
 * @throws CommandError where nothing or something else answers.
 */
export async function demandApi(target: string, secret: string | null): Promise<Answer> {
  const nothing = { path: {}, query: {}, headers: {}, body: undefined, trailingSlash: false };
  const call = { operation: operationNamed('getTenantInfo'), ...nothing };
  const answer = await fetchCaller(target)(call, { secret, scheme: 'bearer' }).catch((error: Error) => {
    throw new CommandError(exitCodes.unreachable, `${target} does not answer (${reasonOf(error)}).`);
  });
  if (isOfThisApi(answer)) return answer;
  const came = `${answer.status}, ${answer.mediaType ?? 'no media type'}`;
  const message = `${target} answers, but not as this API does: GET /api/v1/info came back with ${came}.`;
  throw new CommandError(exitCodes.otherApi, message);
}

function isOfThisApi({ status, mediaType, body }: Answer): boolean {
  if (status === 401) return isJson(mediaType);
  const { stack } = (typeof body === 'object' && body !== null ? body : {}) as { stack?: unknown };
  return status === 200 && typeof stack === 'object';
}
