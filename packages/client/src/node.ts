/** What only programs on Node, Bun and Deno need: options from the environment and keys from files. */
import { readFile } from 'node:fs/promises';
import type { Auth, KeyRequest } from './auth.ts';
import { configError } from './errors.ts';
import type { TinesClientOptions } from './options.ts';

/**
 * Tenant and key from the environment: `TINES_TENANT`, and `TINES_API_KEY` or `TINES_API_KEY_FILE`.
 *
 * @param environment `process.env` unless given.
 * @throws TinesError with the code `config` that names the variable that is missing.
 */
export function fromEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Pick<TinesClientOptions, 'tenant' | 'auth'> {
  const { TINES_TENANT: tenant, TINES_API_KEY: key, TINES_API_KEY_FILE: file } = environment;
  if (!tenant) throw configError('TINES_TENANT is not set. Set it to the host of the tenant, such as acme.tines.com.');
  if (key && file) throw configError('TINES_API_KEY and TINES_API_KEY_FILE are both set. Set one of them.');
  if (file) return { tenant, auth: keyFromFile(file) };
  if (!key) throw configError('Neither TINES_API_KEY nor TINES_API_KEY_FILE is set.');
  return { tenant, auth: key };
}

/**
 * A key from a file, as secret stores mount them. It is read at the first call and again after a 401, so that a new key is
 * taken up without a restart. White space around it is cut off.
 */
export function keyFromFile(file: string): Extract<Auth, (request: KeyRequest) => unknown> {
  let key: Promise<string> | undefined;
  return ({ refused }) => {
    if (refused || key === undefined) key = read(file);
    return key;
  };
}

async function read(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw configError(`The file with the API key cannot be read: ${file}.`, cause);
  }
}
