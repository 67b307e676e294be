import { type Keys, secretOf } from '../cases/keys.ts';
import { isJson } from '../run/call.ts';
import { fetchCaller } from '../run/fetch-caller.ts';
import { operationNamed } from '../run/fill.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

/**
 * Makes sure that the target answers, that it is this API, and that it takes the key, by asking for its stack.
 *
 * @throws CommandError that says which of these is not so.
 */
export async function demandTarget(target: string, keys: Keys): Promise<void> {
  const names = Object.keys(keys) as (keyof Keys)[];
  const name = names.find((entry) => entry === 'tenantOwner') ?? names.find((entry) => entry !== 'deactivatedUser');
  const secret = name === undefined ? null : (secretOf(keys, name) ?? null);
  const call = {
    operation: operationNamed('getTenantInfo'),
    path: {},
    query: {},
    headers: {},
    body: undefined,
    trailingSlash: false,
  };
  const answer = await fetchCaller(target)(call, { secret, scheme: 'bearer' }).catch((error: Error) => {
    const { code } = (error.cause ?? {}) as { code?: string };
    throw new CommandError(exitCodes.unreachable, `${target} does not answer${code ? ` (${code})` : ''}.`);
  });
  if (answer.status === 401 && isJson(answer.mediaType)) {
    const which = secret === null ? 'a call without a key; hand one over' : `the key ${name}`;
    throw new CommandError(exitCodes.refused, `${target} refuses ${which} (401).`);
  }
  const { stack } = (typeof answer.body === 'object' && answer.body !== null ? answer.body : {}) as { stack?: unknown };
  if (answer.status !== 200 || typeof stack !== 'object') {
    const came = `${answer.status}, ${answer.mediaType ?? 'no media type'}`;
    throw new CommandError(
      exitCodes.otherApi,
      `${target} answers, but not as this API does: GET /api/v1/info came back with ${came}.`,
    );
  }
}
