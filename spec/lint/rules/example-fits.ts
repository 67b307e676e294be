import type { Oas3Rule } from '@redocly/openapi-core';
import type { JsonObject } from '../../scripts/json.ts';
import { exampleFaults } from '../../scripts/validation/examples.ts';

/** Every example of a body fits its schema by Ajv, a second judge beside Redocly's own, and leaves no key undescribed. For bundles. */
export const exampleFits: Oas3Rule = () => ({
  Root(root, ctx) {
    for (const { pointer, message } of exampleFaults(root as unknown as JsonObject)) {
      ctx.report({ message, location: { source: ctx.location.source, pointer } });
    }
  },
});
