import { usageError } from './exit-codes.ts';

/** Runs a parser of flags. @throws CommandError that names the flag and what is allowed. */
export function readFlags<Values>(parse: () => Values): Values {
  try {
    return parse();
  } catch (error) {
    throw usageError(`${(error as Error).message.split('. ')[0]}. Try --help.`);
  }
}

/** @throws CommandError where the value is none of those allowed. */
export function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((entry) => entry === value);
  if (found !== undefined) return found;
  throw usageError(`--${flag} must be ${allowed.join(', ')}, not "${value}".`);
}

/** @throws CommandError where the text is no whole number within the bounds. */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw usageError(`--${flag} must be a whole number from ${least} to ${most}, not "${text}".`);
}

/**
 * The address of a target: scheme and host.
 *
 * @throws CommandError where it is no address, or would send keys in the clear.
 */
export function readTarget(flag: string, text: string): string {
  const spelled = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(spelled) ? new URL(spelled) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw usageError(`${flag} must be an address such as https://acme.tines.com, not "${text}".`);
  }
  if (url.username !== '' || url.password !== '') throw usageError(`${flag} must not hold a user or a password.`);
  if (url.protocol === 'http:' && !isLoopback(url.origin)) {
    throw usageError(`${flag} must use https: plain http is for loopback only, as it sends keys in the clear.`);
  }
  return url.origin;
}

export function isLoopback(target: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(target).hostname);
}

/**
 * A key as it may travel in a header.
 *
 * @param name Where it comes from, for the message; the key itself is never in one.
 * @throws CommandError where it could not be sent.
 */
export function readSecret(name: string, text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw usageError(`${name} is no key: it must be printable ASCII without white space.`);
}
