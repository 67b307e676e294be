/** Writes `generated/mock-api.ts`, the types of the client, from the document of the mock's own API. */
import { mkdir, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

// Read where it lies rather than through the package: the mock is built after this page, which it ships.
const source = new URL('../../mock-tenant/openapi/mock-api.json', import.meta.url);
const folder = new URL('../generated/', import.meta.url);

await mkdir(folder, { recursive: true });
await writeFile(new URL('mock-api.ts', folder), astToString(await openapiTS(source)));
