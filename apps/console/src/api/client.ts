import createClient from 'openapi-fetch';
import type { components, paths } from '../../generated/mock-api.ts';
import { noteLost } from './connection.ts';

type Schemas = components['schemas'];
export type AuditEntry = Schemas['AuditEntry'];
export type Credential = Schemas['HeldCredential'];
export type CredentialCallAnswer = Schemas['CredentialCallAnswer'];
export type Key = Schemas['ListedKey'];
export type KeyChoices = Schemas['KeyChoices'];
export type KeyKind = Schemas['KeyKind'];
export type KeyType = Schemas['KeyType'];
export type MadeKey = Schemas['MadeKey'];
export type NewKey = Schemas['NewKey'];
export type Person = Schemas['Person'];
export type SeenRequest = Schemas['SeenRequest'];
export type Session = Schemas['Session'];
export type Team = Schemas['TeamOfPerson'];

/** What became of a call: an answer, a refusal in words, or nothing because the tenant cannot be reached. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; status: number; message: string }
  | { kind: 'lost' };

/** Asked for by a tenant that can be reached from outside. Kept in memory and nowhere else. */
let token: string | undefined;

export function setToken(value: string): void {
  token = value;
}

/** Headers that every call of the page carries. */
export function ownHeaders(): Record<string, string> {
  return token === undefined ? {} : { 'X-Mock-Token': token };
}

/** The typed client of the mock's own API. The acting person is in a cookie that scripts cannot read. */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ownHeaders())) request.headers.set(name, value);
    return request;
  },
});

/** Waits for a call and puts what became of it into one of three shapes. It never throws. */
export async function outcomeOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await call;
    if (response.ok) return { kind: 'done', value: data as T };
    return { kind: 'refused', status: response.status, message: messageOf(error, response) };
  } catch {
    noteLost();
    return { kind: 'lost' };
  }
}

/** The words of the tenant, in either of the two shapes that its errors have. */
function messageOf(error: unknown, { status }: Response): string {
  const { error: text, errors } = (error ?? {}) as { error?: string; errors?: { message: string }[] };
  return text ?? errors?.map(({ message }) => message).join(' ') ?? `The tenant answered ${status}.`;
}
