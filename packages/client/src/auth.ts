import { TinesError } from './errors.ts';

/**
 * How to send the API key: a key alone or `bearer` goes into `Authorization`, `userToken` into `X-User-Token`. The two are
 * alternatives, so exactly one is sent.
 */
export type Auth = string | { bearer: string } | { userToken: string };

/** The one header that carries the key. */
export interface AuthHeader {
  name: 'authorization' | 'x-user-token';
  value: string;
}

/**
 * Picks the header for a key.
 *
 * @throws TinesError with the code `config` where the key is missing, empty or has white space. The message never holds it.
 */
export function pickAuth(auth: Auth): AuthHeader {
  if (typeof auth === 'string') return { name: 'authorization', value: `Bearer ${checkKey('auth', auth)}` };
  const sent = Object.keys(auth ?? {});
  if (sent.length === 1 && 'bearer' in auth) {
    return { name: 'authorization', value: `Bearer ${checkKey('auth.bearer', auth.bearer)}` };
  }
  if (sent.length === 1 && 'userToken' in auth) {
    return { name: 'x-user-token', value: checkKey('auth.userToken', auth.userToken) };
  }
  const got = sent.length === 0 ? 'none of them' : sent.join(' and ');
  throw configError(`auth must be a key, {bearer} or {userToken}, one of them; it has ${got}.`);
}

function checkKey(option: string, key: unknown): string {
  if (typeof key !== 'string')
    throw configError(`${option} must be a string, not ${key === null ? 'null' : typeof key}.`);
  if (key === '') throw configError(`${option} is an empty string.`);
  if (/[\s\p{Cc}]/u.test(key)) throw configError(`${option} has white space or a control character in it.`);
  return key;
}

function configError(message: string): TinesError {
  return new TinesError({ code: 'config', message });
}
