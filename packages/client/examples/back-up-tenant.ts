// Writes every story of a tenant into a folder, ready to be committed. Usage: node back-up-tenant.ts <folder>
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLimiter, createTinesClient, paginate, unwrap } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const folder = process.argv[2] ?? 'backup';
const client = createTinesClient({ ...fromEnvironment(), app: 'story-backup/1.0', limiter: createLimiter() });
await mkdir(folder, { recursive: true });

for await (const { id, name } of paginate(client, '/api/v1/stories', { params: { query: { per_page: 500 } } })) {
  const exported = await unwrap(
    client.GET('/api/v1/stories/{story_id}/export', {
      params: { path: { story_id: id }, query: { clear_recipients: true } },
    }),
  );
  // What differs at every export would make a commit of nothing; the order of the actions must stay, as links count on it.
  const { exported_at, ...story } = exported;
  // The path and the secret of a webhook are credentials and stay out of git.
  const text = JSON.stringify(story, (key, value) => (key === 'secret' && value ? 'REDACTED' : value), 2);
  await writeFile(join(folder, `${id}.json`), `${text}\n`);
  console.log(`${id} ${name}, as of ${exported_at}`);
}
