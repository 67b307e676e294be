import type { Oas3Rule } from '@redocly/openapi-core';
import { isNode } from '../support.ts';

/** The file of a path is named after it: without `/api/` and `v1/`, slashes as hyphens. */
export function fileNameOf(path: string): string {
  return `${path.replace(/^\/(api\/)?(v1\/)?/, '').replaceAll('/', '-')}.yaml`;
}

/** One path a file, and the name of the file tells the path. */
export const pathFileName: Oas3Rule = () => ({
  Paths(paths, ctx) {
    for (const [path, item] of Object.entries(paths as Record<string, unknown>)) {
      const ref = isNode(item) ? item.$ref : undefined;
      const location = ctx.location.child(path);
      if (typeof ref !== 'string') {
        ctx.report({
          message: `\`${path}\` is written in place. Give it a file of its own.`,
          location: location.key(),
        });
      } else if (ref.split('/').at(-1) !== fileNameOf(path)) {
        ctx.report({ message: `\`${path}\` stands in \`${ref}\`. Name the file \`${fileNameOf(path)}\`.`, location });
      }
    }
  },
});
