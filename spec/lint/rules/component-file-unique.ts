import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Oas3Rule } from '@redocly/openapi-core';

const folders = ['schemas', 'parameters', 'responses', 'examples', 'headers', 'requestBodies'];

/** File names become component names, so each stands once in the whole tree. */
export const componentFileUnique: Oas3Rule = () => ({
  Root(_, ctx) {
    const root = dirname(ctx.location.source.absoluteRef);
    const places = new Map<string, string[]>();
    for (const file of folders.flatMap((folder) => filesOf(join(root, folder)))) {
      const name = basename(file, '.yaml');
      places.set(name, [...(places.get(name) ?? []), relative(root, file)].sort());
    }
    for (const [name, files] of places) {
      if (files.length < 2) continue;
      ctx.report({
        message: `\`${name}\` is the name of several files: ${files.join(', ')}. Rename all but one.`,
        location: ctx.location.child('openapi'),
      });
    }
  },
});

function filesOf(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return entries.filter((entry) => entry.endsWith('.yaml')).map((entry) => join(folder, entry));
  } catch {
    return []; // A root without this folder, as in a test or a scratch file elsewhere.
  }
}
