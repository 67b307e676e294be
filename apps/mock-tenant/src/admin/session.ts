import { holdsTenantRight, rightNamed } from '../auth/policy.ts';
import { reachOfPerson } from '../auth/principal.ts';
import type { Request } from '../server/exchange.ts';
import type { UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { onlyOwners, personNamed } from './actor.ts';
import { type ShownPerson, shownPerson } from './people.ts';

/** Who is signed in on the page of the tenant, and what that person may not do there, in words. */
export interface Session {
  /** Null where nobody is signed in, or the person was deactivated or deleted. */
  person: ShownPerson | null;
  /** Null where the person may. */
  refusals: { people: string | null; settings: string | null; audit_log: string | null };
}

/**
 * The person who is signed in. There are no passwords, so the cookie names a person and proves nothing; what keeps other sites
 * out is `guard.ts`, and that the cookie is `SameSite=Strict`.
 *
 * @returns Undefined where nobody is.
 */
export function signedIn(state: State, request: Request): UserRow | undefined {
  const id = cookieValue(request);
  return id === undefined ? undefined : personNamed(state, id);
}

/** Whether the caller has a session at all, be it of somebody who is gone. */
export function hasSession(request: Request): boolean {
  return cookieValue(request) !== undefined;
}

export function showSession(state: State, person: UserRow | undefined): Session {
  if (!person) {
    const refusal = 'Nobody is signed in.';
    return { person: null, refusals: { people: refusal, settings: refusal, audit_log: refusal } };
  }
  const owners = person.admin ? null : onlyOwners;
  return {
    person: shownPerson(state, person),
    refusals: { people: owners, settings: owners, audit_log: refusalOfAuditLog(state, person) },
  };
}

/** Why a person may not read the audit log. Null where the person may. */
export function refusalOfAuditLog(state: State, person: UserRow): string | null {
  if (holdsTenantRight(reachOfPerson(state, person), rightNamed('audit_log.read'))) return null;
  return 'The audit log is for tenant owners and holders of AUDIT_LOG_READ.';
}

/** @param id Id of the person; undefined ends the session. */
export function sessionCookie(request: Request, id: number | undefined): string {
  const end = id === undefined ? '; Max-Age=0' : '';
  return `${cookieName(request)}=${id ?? ''}; Path=/_mock; HttpOnly; SameSite=Strict${end}`;
}

function cookieValue(request: Request): string | undefined {
  const name = cookieName(request);
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value) return value;
  }
  return undefined;
}

/** Cookies do not know ports, so the name does: two tenants on one machine keep apart. */
function cookieName({ origin }: Request): string {
  const port = URL.canParse(origin) ? new URL(origin).port : '';
  return `mock_person_${port || '80'}`;
}
