import type { KeyType, Person } from '../api/client.ts';

const dateAndTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const dayOnly = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium' });
const timeOnly = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', timeStyle: 'medium' });

/** A time of the tenant's clock, in UTC as the API gives it. */
export function dateText(value: string): string {
  return dateAndTime.format(new Date(value));
}

export function dayText(value: string): string {
  return dayOnly.format(new Date(value));
}

export function timeText(value: string): string {
  return timeOnly.format(new Date(value));
}

export const typeNames: Readonly<Record<KeyType, string>> = {
  personal: 'Personal',
  service: 'Service',
  tenant_owner: 'Tenant owner',
  team: 'Team',
};

/** A role or a tenant permission of Tines in words; names that people chose stay as they are. */
export function roleText(name: string): string {
  if (!/^[A-Z_]+$/.test(name)) return name;
  const words = name.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function nameOf({ first_name, last_name, email }: Person): string {
  return `${first_name} ${last_name}`.trim() || email;
}
