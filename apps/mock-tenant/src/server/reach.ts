import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';

/** Whether an address to listen on can be reached from this machine only. A name counts as reachable unless it is `localhost`. */
export function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith('127.');
  return host === '::1' || host === 'localhost';
}

/** A token for `/_mock` that nobody can guess: the one thing here that does not follow from the seed. */
export function makeToken(): string {
  return randomBytes(18).toString('base64url');
}
