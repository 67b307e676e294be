import { isIP } from 'node:net';
import { coversRange } from '../auth/addresses.ts';
import { settingsOf } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { refuse } from './errors.ts';
import { type Request, SteeringRefusal } from './exchange.ts';

/** The header by which a test says from where a request is to come. */
const header = 'x-mock-client-address';

/**
 * The request with the address that it claims to come from.
 *
 * @throws Refusal with 400 where the header holds no address.
 */
export function withClientAddress(request: Request): Request {
  const address = request.headers[header];
  if (address === undefined) return request;
  if (isIP(address) === 0) throw new SteeringRefusal(`${header} must be an IPv4 or IPv6 address.`);
  return { ...request, address };
}

/**
 * Holds the caller to the address rules, where they are switched on. A live tenant's answer to a blocked call is on no page:
 * 403 is assumed.
 *
 * @throws Refusal with 403 where no rule allows the address.
 */
export function demandAllowedAddress(state: State, { path, address }: Request): void {
  const { address_rules } = settingsOf(state);
  if (address_rules === 'off') return;
  if (address_rules === 'tenant_and_api' && !path.startsWith('/api')) return;
  if (state.ipAccessRules.all().some((rule) => coversRange(rule.ip, address))) return;
  throw refuse(403, `The address ${address} is not among those that the address rules of this tenant allow.`);
}
