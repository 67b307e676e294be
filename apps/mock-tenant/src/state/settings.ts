import type { SettingsRow } from './rows/administration.ts';
import type { State } from './state.ts';

const onlyRow = 1;

/** What is switched on in a tenant where nobody has said otherwise. */
export const defaultSettings: SettingsRow = {
  id: onlyRow,
  restrict_key_creation: false,
  address_rules: 'off',
  scim: 'beside',
  tenant_owners_group: 'tines-owners',
  approval_by_others: true,
  action_logs: true,
};

/** @throws TypeError where the tenant was made without its settings. */
export function settingsOf(state: State): SettingsRow {
  const settings = state.settings.get(onlyRow);
  if (!settings) throw new TypeError('The tenant has no settings.');
  return settings;
}

export function changeSettings(state: State, changes: Partial<Omit<SettingsRow, 'id'>>): SettingsRow {
  return state.settings.put({ ...settingsOf(state), ...changes });
}
