const shownHeaders = new Set([
  'accept',
  'content-length',
  'content-type',
  'host',
  'prefer',
  'user-agent',
  'x-mock-client-address',
  'x-tines-client-version',
]);

function redactText(text: string): string {
  const shown = text.replaceAll(/(\/webhook\/[^/\s"]+\/)[^\s"?]+/g, '$1[redacted]');
  return shown.length > longestText ? `${shown.slice(0, longestText)}…` : shown;
}

/** The headers that may be shown, by a list of names: whatever is not on it can hold a secret. */
export function redactHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) shown[name] = shownHeaders.has(name) ? value : '[redacted]';
  }
  return shown;
}

/** A path whose webhook secret is masked: the secret is the credential of a webhook. */
export function redactPath(path: string): string {
  return path.replace(/^(\/webhook\/[^/]+\/).+$/, '$1[redacted]');
}

const secretFields = /^(secret|password|value|token|.*_token|.*_secret|.*_key|private_key|aws_.*)$/i;
const longestText = 500;

/**
 * A body without secrets, with long texts cut.
 *
 * @param mask What stands in the place of a secret.
 */
export function redactBody(value: unknown, mask = '[redacted]'): unknown {
  if (Buffer.isBuffer(value)) return `${value.length} bytes`;
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.slice(0, 50).map((entry) => redactBody(entry, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, secretFields.test(key) ? mask : redactBody(entry, mask)]),
  );
}
