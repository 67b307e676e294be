/**
 * Writes `dist/` from the bundled document: the types, the values of enumerations and the table of operations.
 * Nothing of this package is written by hand but the generators beside this file.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Document } from './document.ts';
import { renderEnums } from './enums.ts';
import { renderOperations } from './operations.ts';
import { renderTypes } from './types.ts';

const dist = new URL('../dist/', import.meta.url);
const documentUrl = new URL(import.meta.resolve('@tines-openapi/spec/openapi.json'));
const document: Document = JSON.parse(await readFile(documentUrl, 'utf8'));

const types = await renderTypes(document);
const files: Record<string, string> = { 'index.d.ts': types.esm, 'index.d.cts': types.cjs };
for (const [name, rendered] of Object.entries({
  enums: renderEnums(document),
  operations: renderOperations(document),
})) {
  files[`${name}.js`] = rendered.esm;
  files[`${name}.cjs`] = rendered.cjs;
  files[`${name}.d.ts`] = rendered.types;
  files[`${name}.d.cts`] = rendered.types;
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await Promise.all(Object.entries(files).map(([name, text]) => writeFile(new URL(name, dist), text)));
console.log(
  `Wrote ${Object.keys(files).length} files for document ${document.info.version} to ${fileURLToPath(dist).split('/').slice(-4).join('/')}`,
);
