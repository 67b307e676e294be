import type { Answer } from '../judge/answer.ts';

/**
 * Holds the bytes of an answer against those that a case gives in base64.
 *
 * @returns One sentence where they differ, without any of the bytes; empty where they are the same.
 */
export function holdBytes(expected: string | undefined, { bytes }: Answer): string[] {
  if (expected === undefined) return [];
  const wanted = Buffer.from(expected, 'base64');
  if (bytes !== undefined && wanted.equals(bytes)) return [];
  const got = bytes?.length === wanted.length ? 'as many others' : `${bytes?.length ?? 0} bytes`;
  return [`the body must be the ${wanted.length} bytes of the case, not ${got}`];
}
