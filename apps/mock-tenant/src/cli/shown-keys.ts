import type { MockTenant } from '../index.ts';
import { demoKeys } from '../state/seed/keys.ts';
import type { Seed } from '../state/seed-file/seed.ts';
import type { Snapshot } from '../state/state.ts';

/** A key as it is told at the start. */
export interface StartKey {
  /** The key itself; null where only its hash is known. */
  key: string | null;
  name: string;
  type: string;
  reach: string;
}

const remarks: Readonly<Record<string, string>> = {
  'personal-owner-demo-key': ', as Amara Okafor, tenant owner',
  'personal-editor-demo-key': ', as Ben Lindqvist',
};

/** The keys of a tenant that has just started: with secrets where they are demo keys, or stand in the seed. */
export function keysAtStart(tenant: MockTenant, given: Seed | Snapshot | undefined): StartKey[] {
  const secrets = secretsOf(given);
  return tenant.manage.keys().map(({ name, type, reach }, at) => {
    const key = secrets?.[at] ?? null;
    return { key, name, type: type.replace('_', ' '), reach: `${reach}${(key !== null && remarks[key]) || ''}` };
  });
}

/** Secrets in the order in which the keys were made; undefined where nobody knows them. */
function secretsOf(given: Seed | Snapshot | undefined): string[] | undefined {
  if (given === undefined) return demoKeys.map(({ secret }) => secret);
  if ('collections' in given) return undefined;
  return (given.keys ?? []).map(({ secret }) => secret);
}
