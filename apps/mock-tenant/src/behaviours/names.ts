/** A name as the API writes it in slugs and event payloads: lower case with underscores, never empty. */
export function slugify(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
  return words || '_';
}

/** Whether `text` holds `part`, whatever the case. */
export function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
