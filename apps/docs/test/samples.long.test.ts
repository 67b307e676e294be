import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperations, loadDocument } from '../scripts/document.ts';
import { docs } from '../scripts/paths.ts';
import { samplesOf } from '../scripts/reference/samples.ts';
import { execute, hasPrograms } from './recipes.ts';

const document = await loadDocument();
const samples = listOperations(document).flatMap((operation) =>
  samplesOf(document, operation).map((sample, index) => ({
    id: operation.id,
    name: `${operation.id}-${index}`,
    ...sample,
  })),
);

/** Samples that need what the samples of other operations do first. */
const before: Record<string, string> = {
  deleteStoryOwner: 'createStoryOwner',
  deleteStoryRecipient: 'createStoryRecipient',
  createChangeRequest: 'cancelChangeRequest',
  promoteChangeRequest: 'approveChangeRequest',
  resendTeamMemberInvitation: 'inviteTeamMember',
};

/** Samples that the seeded tenant refuses for its state and not for their form. */
const refusals: Record<string, number> = {
  // A team is deleted once it holds nothing, and the teams of the seed hold stories, folders and more.
  deleteTeam: 422,
  // The webhook of the seed takes GET and POST, as its action says.
  triggerWebhookPut: 405,
  triggerWebhookPatch: 405,
  triggerWebhookDelete: 405,
};

const fits = (id: string, status: number) =>
  status === refusals[id] || (!(id in refusals) && status >= 200 && status < 300);

describe('the samples of the reference', () => {
  let tenant: MockTenant;
  let variables: Record<string, string>;
  const folder = join(docs, '.samples');

  beforeAll(async () => {
    tenant = await startMockTenant();
    variables = { TINES_TENANT_URL: tenant.url, TINES_API_KEY: tenant.keys.personalOwner };
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
  });
  afterAll(async () => {
    await tenant?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.skipIf(!hasPrograms(['curl', '--version'], ['bash', '--version']))(
    'in curl answer as documented',
    async () => {
      const wrong: string[] = [];
      for (const { id, label, lang, source } of samples) {
        if (lang !== 'Shell') continue;
        tenant.reset();
        const first = samples.find((sample) => sample.id === before[id] && sample.lang === 'Shell');
        if (first) await execute(['bash', '-c', first.source], folder, variables);
        const script = source.replace('curl ', `curl -sS -o /dev/null -w '%{http_code}' `);
        const { stdout, stderr } = await execute(['bash', '-c', script], folder, variables);
        if (!fits(id, Number(stdout))) wrong.push(`${id}, ${label}: ${stdout} ${stderr}`);
      }
      expect(wrong).toEqual([]);
    },
    300_000,
  );

  test('in TypeScript compile strictly and answer as documented', async () => {
    const scripts = samples.filter(({ lang }) => lang === 'TypeScript');
    // What makes each file a module, so that their names do not meet, is the last line.
    for (const { name, source } of scripts) await writeFile(join(folder, `${name}.ts`), `${source}\nexport {};\n`);
    const config = { extends: '../tsconfig.json', include: ['*.ts'], exclude: [] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiled = await execute([join(docs, 'node_modules/.bin/tsc'), '-p', folder], folder, {});
    expect(compiled.stdout).toBe('');

    const runs = scripts.map(({ id, name }) => ({
      name,
      first: scripts.find((script) => script.id === before[id])?.name,
    }));
    await writeFile(join(folder, 'run.mjs'), runner(runs));
    const { stdout, stderr } = await execute([process.execPath, join(folder, 'run.mjs')], folder, variables);
    const lines = stdout.split('\n').filter((line) => line.startsWith('::'));
    const wrong = lines.filter((line) => {
      const [, name = '', status = ''] = line.split(' ');
      return !fits(name.replace(/-\d+$/, ''), Number(status));
    });
    expect(stderr).toBe('');
    expect(lines).toHaveLength(scripts.length);
    expect(wrong).toEqual([]);
  }, 300_000);
});

/**
 * A program that runs samples one after the other, each on a fresh tenant, and prints the status of each.
 *
 * @param runs Name of each sample, and of the one that runs before it where it needs one.
 */
function runner(runs: { name: string; first: string | undefined }[]): string {
  return `
const tenant = process.env.TINES_TENANT_URL;
const send = globalThis.fetch;
let status = 0;
globalThis.fetch = async (...call) => {
  const response = await send(...call);
  status = response.status;
  return response;
};
for (const { name, first } of ${JSON.stringify(runs)}) {
  await send(tenant + '/_mock/reset', { method: 'POST' });
  // A module runs once; the query makes it another one.
  if (first) await import('./' + first + '.ts?before=' + name);
  status = 0;
  const problem = await import('./' + name + '.ts').then(() => '', (error) => error.message);
  console.log('\\n:: ' + name + ' ' + status + ' ' + problem.replaceAll('\\n', ' '));
}
`;
}
