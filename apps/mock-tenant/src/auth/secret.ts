import { hash } from 'node:crypto';

/** What the tenant keeps of a secret: its SHA-256, in hexadecimal digits. Keys are long and random, so no salt is needed. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}
