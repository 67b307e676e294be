/** Builds the reference: one file that holds everything and asks nobody for anything. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OpenApiDocument } from '../document.ts';
import { docs } from '../paths.ts';
import { mendReference } from './mend.ts';

const run = promisify(execFile);

/**
 * Renders the document.
 *
 * @param document The document with samples and facts in it.
 * @returns The page as HTML.
 */
export async function buildReference(document: OpenApiDocument): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tines-openapi-reference-'));
  try {
    const source = join(folder, 'openapi.json');
    const page = join(folder, 'index.html');
    await writeFile(source, JSON.stringify(document));
    const redocly = join(docs, 'node_modules/.bin/redocly');
    await run(
      redocly,
      ['build-docs', source, '--inlineBundle', '--output', page, '--config', join(docs, 'redocly.yaml')],
      {
        cwd: docs,
        // The tool asks the registry for a newer version of itself unless it is told not to.
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    );
    const styles = await readFile(new URL('./reference.css', import.meta.url), 'utf8');
    return mendReference(await readFile(page, 'utf8'), styles);
  } finally {
    await rm(folder, { recursive: true });
  }
}
