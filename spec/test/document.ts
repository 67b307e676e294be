import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../scripts/json.ts';
import { packageFolder } from '../scripts/sources.ts';

/** A committed JSON file of `dist`. */
export function readDist(name: string): JsonObject {
  return JSON.parse(readFileSync(join(packageFolder, 'dist', name), 'utf8')) as JsonObject;
}
