import type { Oas3Rule } from '@redocly/openapi-core';

const globals = new Set([
  ...['Awaited', 'Exclude', 'Extract', 'Omit', 'Parameters', 'Partial', 'Pick', 'Readonly', 'Record', 'Required'],
  ...[
    'Array',
    'Boolean',
    'Date',
    'Error',
    'Map',
    'Number',
    'Object',
    'Promise',
    'ReturnType',
    'Set',
    'String',
    'Symbol',
  ],
]);

/** Generated TypeScript writes its own code with these names, and a schema of the same name takes their place in it. */
export const noHiddenGlobal: Oas3Rule = () => ({
  NamedSchemas(schemas, ctx) {
    for (const name of Object.keys(schemas).filter((key) => globals.has(key))) {
      ctx.report({
        message: `The schema \`${name}\` hides the global of that name in generated TypeScript. Name it for what it is here, as in \`StoredRecord\`.`,
        location: ctx.location.child(name).key(),
      });
    }
  },
});
