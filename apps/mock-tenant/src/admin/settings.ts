import { writeAudit } from '../state/audit.ts';
import type { SettingsRow } from '../state/rows/administration.ts';
import { changeSettings as change, settingsOf } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { type Acting, demandOwner } from './actor.ts';

/** What is switched on in a tenant. */
export type Settings = Omit<SettingsRow, 'id' | 'tenant_owners_group'>;

export function getSettings(state: State): Settings {
  const { id, tenant_owners_group, ...settings } = settingsOf(state);
  return settings;
}

/** @throws Refusal with 403 for who is no tenant owner. */
export function changeSettings(state: State, { actor, request }: Acting, changes: Partial<Settings>): Settings {
  demandOwner(actor);
  change(state, changes);
  writeAudit(state, 'TenantConfigChange', actor, { ...changes }, request);
  return getSettings(state);
}
