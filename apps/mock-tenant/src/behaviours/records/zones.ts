import { refuseField } from '../refusals.ts';

/**
 * A timestamp of a record as ISO 8601 text in a time zone.
 *
 * @param stamp `YYYY-MM-DD HH:MM:SS` in UTC.
 * @param zone IANA name, UTC unless set.
 */
export function inZone(stamp: string, zone = 'UTC'): string {
  const utc = Date.parse(`${stamp.replace(' ', 'T')}Z`);
  const minutes = offsetOf(utc, zone);
  const local = new Date(utc + minutes * 60_000).toISOString().slice(0, 19);
  return minutes === 0 ? `${local}Z` : `${local}${asOffset(minutes)}`;
}

/** @throws Refusal where no time zone has the name. */
export function demandZone(zone: string | undefined): void {
  if (zone === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw refuseField('/timezone', 'timezone must be the IANA name of a time zone, such as Europe/Dublin.');
  }
}

/** Minutes by which the clocks of a zone are ahead of UTC at a time. */
function offsetOf(utc: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(utc);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function asOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
