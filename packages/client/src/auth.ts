import { configError, kindOf, TinesError } from './errors.ts';

/**
 * An API key and the header for it: a text alone or `bearer` goes into `Authorization`, `userToken` into `X-User-Token`. The
 * two are alternatives, so exactly one is sent.
 */
export type Key = string | { readonly bearer: string } | { readonly userToken: string };

/** Tells a function why it is asked. */
export interface KeyRequest {
  /** Whether the key that it gave last was answered with 401. */
  readonly refused: boolean;
}

/** The key, or a function that is asked for it before each request. */
export type Auth = Key | ((request: KeyRequest) => Key | Promise<Key>);

/** The one header that carries the key. */
export type AuthHeader = readonly [name: 'authorization' | 'x-user-token', value: string];

/** Gives the header for a request; asked with true after a 401. */
export type Keyring = (refused: boolean) => AuthHeader | Promise<AuthHeader>;

/**
 * Picks the header for a key.
 *
 * @throws TinesError with the code `config` where the key is missing, empty or has white space. The message never holds it.
 */
export function pickAuth(auth: Key): AuthHeader {
  const forms: [name: string, key: unknown][] = Object.entries(
    typeof auth === 'string' ? { bearer: auth } : { ...auth },
  );
  const [[name, key] = [], another] = forms;
  // Headers take printable ASCII; white space would be cut or would break the header.
  if (!another && typeof key === 'string' && /^[!-~]+$/.test(key)) {
    if (name === 'bearer') return ['authorization', `Bearer ${key}`];
    if (name === 'userToken') return ['x-user-token', key];
  }
  const got = `${forms.map(([form]) => form)} ${kindOf(key)}`;
  throw configError(`auth must be a key, {bearer} or {userToken}, without white space, not ${got}.`);
}

/**
 * Checks a key at once, or wraps a function so that calls that come together ask it once.
 *
 * @throws TinesError with the code `config` as `pickAuth` does.
 */
export function createKeyring(auth: Auth): Keyring {
  if (typeof auth !== 'function') {
    const header = pickAuth(auth);
    return () => header;
  }
  const pending: { [refused: string]: Promise<AuthHeader> | undefined } = {};
  const ask = async (refused: boolean) => {
    try {
      return pickAuth(await auth({ refused }));
    } catch (cause) {
      throw cause instanceof TinesError ? cause : configError('auth threw', cause);
    } finally {
      pending[`${refused}`] = undefined;
    }
  };
  return (refused) => (pending[`${refused}`] ??= ask(refused));
}
