import { serve } from '../server/serve.ts';
import type { UserRow } from '../state/rows.ts';
import { actingIn, personIn } from './acting.ts';
import { forbidden, personNamed } from './actor.ts';
import { connect, keyHeldBy, listConnectCredentials, listConnectTeams, type NewConnection } from './connect.ts';
import type { MockCall, MockHandler } from './mock-api.ts';
import { refusalOfAuditLog, sessionCookie, showSession, signedIn } from './session.ts';

/** Handlers of what the page of the tenant needs: who is signed in, the connect flow, and the audit log. */
export const pageHandlers: Readonly<Record<string, MockHandler>> = {
  getSession: ({ tenant: { state }, request }) => ({
    status: 200,
    body: showSession(state, signedIn(state, request)),
  }),
  signIn({ tenant: { state }, request, body }) {
    const person = personNamed(state, String((body as { person_id: number }).person_id));
    if (!person) throw forbidden('person_id must be the id of an active person.');
    const headers = { 'set-cookie': sessionCookie(request, person.id) };
    return { status: 200, headers, body: showSession(state, person) };
  },
  signOut: ({ request }) => ({ status: 204, headers: { 'set-cookie': sessionCookie(request, undefined) } }),

  listTeams: (call) => ({ status: 200, body: { teams: listConnectTeams(call.tenant.state, personIn(call)) } }),
  listTeamCredentials(call) {
    const credentials = listConnectCredentials(call.tenant.state, personIn(call), call.params.team_id as number);
    return { status: 200, body: { credentials } };
  },
  connectTeam(call) {
    const { tenant, params, body } = call;
    const credential = connect(tenant.state, actingIn(call), params.team_id as number, body as NewConnection);
    return { status: 201, body: credential };
  },
  callWithCredential: (call) => callWithCredential(call, personIn(call)),

  listAuditEntries(call) {
    const { state } = call.tenant;
    const refusal = refusalOfAuditLog(state, personIn(call));
    if (refusal !== null) throw forbidden(refusal);
    const newestFirst = [...state.auditLogs.all()].reverse();
    return { status: 200, body: { audit_logs: newestFirst.slice(0, (call.query.limit as number | undefined) ?? 100) } };
  },
};

/** Sends a request to the tenant itself as a story would, with the key that a credential holds. */
async function callWithCredential({ tenant, request, params, body }: MockCall, person: UserRow) {
  const { path } = body as { path: string };
  const storedKey = keyHeldBy(tenant.state, person, params.credential_id as number);
  const mark = path.indexOf('?');
  const answer = await serve(tenant, {
    method: 'GET',
    path: mark < 0 ? path : path.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : path.slice(mark + 1)),
    headers: { 'user-agent': 'tines-mock-tenant', accept: 'application/json' },
    body: Buffer.alloc(0),
    origin: request.origin,
    address: '127.0.0.1',
    storedKey,
  });
  const isData = /[/+]json\b/.test(answer.headers['content-type'] ?? '');
  return { status: 200, body: { method: 'GET', path, status: answer.status, body: isData ? answer.body : null } };
}
