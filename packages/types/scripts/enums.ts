import { banner, type Document, listOperations, type Parameter, type RenderedModule, type Schema } from './document.ts';

/** One enumeration of the document: its values, and whether new ones may come. */
interface Enumeration {
  values: unknown[];
  open: boolean;
}

/**
 * Values of every enumeration, named after where they stand: the schema (`StoryMode`), schema and property
 * (`FolderContentType`), or operation and parameter (`ListStoriesOrder`).
 */
export function renderEnums(document: Document): RenderedModule {
  const found = new Map<string, Enumeration>();
  for (const [name, schema] of Object.entries(document.components.schemas)) collect(found, pascal(name), schema);
  for (const [name, parameter] of Object.entries(document.components.parameters ?? {})) {
    if (parameter.schema) collect(found, pascal(name), parameter.schema);
  }
  for (const { operation } of listOperations(document)) {
    for (const parameter of operation.parameters ?? []) {
      if ('$ref' in parameter) continue;
      const { name, schema } = parameter as Parameter;
      if (schema) collect(found, pascal(operation.operationId) + pascal(name), schema);
    }
  }
  const entries = [...found];
  const literal = ({ values }: Enumeration) => JSON.stringify(values);
  return {
    esm: banner + entries.map(([name, entry]) => `export const ${name} = ${literal(entry)};\n`).join(''),
    cjs: banner + entries.map(([name, entry]) => `exports.${name} = ${literal(entry)};\n`).join(''),
    types: banner + entries.map(([name, entry]) => declare(name, entry)).join(''),
  };
}

function collect(found: Map<string, Enumeration>, name: string, schema: Schema): void {
  const values = schema['x-extensible-enum'] ?? schema.enum;
  if (values && !found.has(name)) found.set(name, { values, open: schema['x-extensible-enum'] !== undefined });
  for (const [property, child] of Object.entries(schema.properties ?? {}))
    collect(found, name + pascal(property), child);
  if (schema.items) collect(found, name, schema.items);
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    collect(found, name, part);
}

function declare(name: string, { values, open }: Enumeration): string {
  const tuple = values.map((value) => JSON.stringify(value)).join(', ');
  const growth = open ? ' The known ones; more may come.' : '';
  return (
    `/** Values of \`${name}\`.${growth} */\nexport declare const ${name}: readonly [${tuple}];\n` +
    `export type ${name} = (typeof ${name})[number]${open ? ' | (string & {})' : ''};\n`
  );
}

/** Name of an enumeration, from the name of its schema or parameter. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
