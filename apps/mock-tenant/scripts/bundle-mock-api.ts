/** Writes `openapi/mock-api.json`, which is what the tenant reads and ships, from the hand-written `openapi/mock-api.yaml`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const folder = new URL('../openapi/', import.meta.url);
const source = readFileSync(new URL('mock-api.yaml', folder), 'utf8');
writeFileSync(new URL('mock-api.json', folder), `${JSON.stringify(parse(source), null, 2)}\n`);
