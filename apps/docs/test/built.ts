/** The built site as the tests see it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../scripts/paths.ts';

/** Every page but the reference, from the root of the site. */
export const sitePages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html') && !file.startsWith('reference/'))
  .sort();

/** The text of a file of the site. */
export function readBuilt(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}
