/** How a request carried its key. */
export type Scheme = 'bearer' | 'user_token';

export interface PresentedKey {
  scheme: Scheme;
  secret: string;
}

/**
 * Finds the key in the headers. `Authorization` decides where it is there, with the scheme word in any case and exactly one
 * space; `X-User-Token` counts only without it. `X-User-Email` is history and ignored.
 *
 * @param headers Names in lower case.
 * @returns The key, or undefined where none came or the scheme is another one.
 */
export function pickKey(headers: Readonly<Record<string, string | undefined>>): PresentedKey | undefined {
  const authorization = headers.authorization;
  if (authorization !== undefined) {
    const secret = /^bearer (\S+)$/i.exec(authorization)?.[1];
    return secret === undefined ? undefined : { scheme: 'bearer', secret };
  }
  const token = headers['x-user-token'];
  return token ? { scheme: 'user_token', secret: token } : undefined;
}
