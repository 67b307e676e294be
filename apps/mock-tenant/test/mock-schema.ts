import { readFileSync } from 'node:fs';

interface Schema {
  properties: Record<string, { enum?: string[] }>;
}

const file = new URL('../openapi/mock-api.json', import.meta.url);
const { components } = JSON.parse(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, Schema> } };

/** @throws TypeError where the document of `/_mock` has no schema of that name. */
export function mockSchema(name: string): Schema {
  const schema = components.schemas[name];
  if (!schema) throw new TypeError(`mock-api.json has no schema ${name}.`);
  return schema;
}
