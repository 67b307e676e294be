import { settingsOf } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { refuse } from './errors.ts';
import { type Answer, Refusal, type Request } from './exchange.ts';

/** The one media type of SCIM. */
export const scimMediaType = 'application/scim+json';
const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error';

export function isScimPath(path: string): boolean {
  return /^\/api\/scim(\/|$)/.test(path);
}

/**
 * The refusal of a SCIM call (RFC 7644 section 3.12).
 *
 * @param scimType Kind of the fault, on 400 and 409.
 */
export function refuseScim(status: number, detail: string, scimType?: string): Refusal {
  return new Refusal(status, scimError(status, detail, scimType), { 'content-type': scimMediaType });
}

/**
 * Checks what holds for every SCIM call before its operation is looked at.
 *
 * @throws Refusal with 404 while SCIM is off, with 406 where the body, or a GET, states another media type.
 */
export function demandScim(state: State, { headers }: Request): void {
  if (settingsOf(state).scim === 'off') throw refuse(404, 'SCIM is off for this tenant.');
  const stated = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (stated === undefined || stated === scimMediaType) return;
  throw refuse(406, `Only ${scimMediaType} is accepted.`);
}

/** An error of the server in the form of SCIM. What does not fit the document is 400 there and never 422. */
export function toScimError({ status, headers, body }: Answer): Answer {
  if (headers['content-type'] === scimMediaType) return { status, headers, body };
  const { error, errors } = body as { error?: string; errors?: { message: string }[] };
  const detail = error ?? errors?.map(({ message }) => message).join(' ') ?? '';
  const known = status === 422 ? 400 : status;
  const scimType = known === 400 ? (errors ? 'invalidValue' : 'invalidSyntax') : undefined;
  const challenge = known === 401 ? { 'www-authenticate': 'Bearer' } : {};
  return {
    status: known,
    headers: { ...headers, ...challenge, 'content-type': scimMediaType },
    body: scimError(known, detail, scimType),
  };
}

function scimError(status: number, detail: string, scimType: string | undefined) {
  return { schemas: [errorSchema], status: String(status), ...(scimType && { scimType }), detail };
}
