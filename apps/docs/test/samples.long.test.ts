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

/** Samples that the seeded tenant refuses for its state, not for their form: the object is not there, or not ready. */
const refusals: Record<string, number> = {
  deleteStoryOwner: 404,
  deleteStoryRecipient: 404,
  createStoryDraft: 422,
  deleteStoryDraft: 404,
  createChangeRequest: 422,
  viewChangeRequest: 404,
  approveChangeRequest: 404,
  cancelChangeRequest: 404,
  rejectChangeRequest: 404,
  promoteChangeRequest: 404,
  replaceResourceElement: 422,
  updateCase: 400,
  createCaseMetadata: 409,
  deleteTeam: 422,
  resendTeamMemberInvitation: 404,
  scimReplaceGroup: 400,
  triggerWebhookPut: 405,
  triggerWebhookPatch: 405,
  triggerWebhookDelete: 405,
};

const fits = (id: string, status: number) => (status >= 200 && status < 300) || status === refusals[id];

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

    await writeFile(join(folder, 'run.mjs'), runner(scripts.map(({ name }) => name)));
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

/** A program that runs the samples one after the other, each on a fresh tenant, and prints the status of each. */
function runner(names: string[]): string {
  return `
const tenant = process.env.TINES_TENANT_URL;
const send = globalThis.fetch;
let status = 0;
globalThis.fetch = async (...call) => {
  const response = await send(...call);
  status = response.status;
  return response;
};
for (const name of ${JSON.stringify(names)}) {
  await send(tenant + '/_mock/reset', { method: 'POST' });
  status = 0;
  const problem = await import('./' + name + '.ts').then(() => '', (error) => error.message);
  console.log('\\n:: ' + name + ' ' + status + ' ' + problem.replaceAll('\\n', ' '));
}
`;
}
