/**
 * Whether a text is Base64 with its padding. One class of signs without groups: the usual pattern, which is made of groups
 * of four, runs out of stack on a file of some megabytes.
 */
export function isBase64(text: string): boolean {
  const digits = text.replaceAll(/\s/g, '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}
