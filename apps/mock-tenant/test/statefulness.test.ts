import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { operations } from '../src/contract/document.ts';
import { openTenant } from './ask.ts';
import { administrationProofs } from './statefulness/administration.ts';
import { libraryProofs } from './statefulness/library.ts';
import { panelProofs } from './statefulness/panels.ts';
import type { Proof, Step } from './statefulness/proof.ts';
import { recordProofs } from './statefulness/records.ts';
import { scimProofs } from './statefulness/scim.ts';
import { storyProofs } from './statefulness/stories.ts';

const key = 'tenant-owner-demo-key';

/** Sections whose operations are proved here, or listed in the README as answering examples. */
const sections: Record<string, readonly string[]> = {
  library: ['Resources', 'Credentials', 'Folders', 'Tags'],
  records: ['Record types', 'Records', 'Record views'],
  panels: ['Dashboards', 'Workbench', 'Reporting'],
  stories: ['Stories', 'Story runs', 'Story versions', 'Change control', 'Notes and links', 'Events', 'Actions'],
  webhooks: ['Tenant'],
  administration: ['Users', 'Teams', 'Roles', 'Access control', 'Audit logs', 'Templates', 'Jobs', 'Sync destinations'],
  scim: ['SCIM'],
};
const proofs: readonly Proof[] = [
  ...storyProofs,
  ...administrationProofs,
  ...scimProofs,
  ...libraryProofs,
  ...recordProofs,
  ...panelProofs,
];

const proved = new Set<string>();

describe('an operation remembers', () => {
  test.each(proofs.map((proof) => [named(proof.write), named(proof.read), proof] as const))(
    '%s changes what %s answers',
    async (_, __, proof) => {
      const without = await playedThrough(proof, false);
      const withWrite = await playedThrough(proof, true);
      expect(withWrite.told).not.toEqual(without.told);
      for (const id of withWrite.operationIds) proved.add(id);
    },
  );

  test('or the README says why it does not', () => {
    const wanted = operations.filter(({ section }) => Object.values(sections).flat().includes(section));
    const forgotten = wanted.filter(({ id }) => !proved.has(id) && !answersExample(id)).map(({ id }) => id);
    expect(forgotten).toEqual([]);
  });

  test('and nothing that remembers is listed there', () => {
    expect(listedInReadme().filter((id) => proved.has(id))).toEqual([]);
  });
});

afterAll(() => {
  const count = (section: string) => {
    const here = operations.filter((operation) => operation.section === section);
    return `${section} ${here.filter(({ id }) => proved.has(id)).length}/${here.length}`;
  };
  console.info(`Stateful: ${Object.values(sections).flat().map(count).join(', ')}`);
});

function named([line]: Step): string {
  return line.replace(/\/webhook\/.*/, '/webhook');
}

/** Reads in a fresh tenant in which the write was done or not. Both are the same to the byte but for what it changed. */
async function playedThrough({ first = [], write, between = [], read }: Proof, writes: boolean) {
  const { ask, tenant } = openTenant();
  const call = async ([line, body]: Step) => {
    const headers = line.includes('/api/scim/') ? { 'content-type': 'application/scim+json' } : {};
    const answered = await ask(line, { key, headers, ...(body !== undefined && { body }) });
    const seen = tenant.requests.at(-1);
    expect(seen?.answeredBy, line).not.toBe('prism');
    return { ...answered, operationId: seen?.operationId as string };
  };
  for (const step of first) expect((await call(step)).status, step[0]).toBeLessThan(300);
  const written = writes ? await call(write) : undefined;
  if (written) expect(written.status, write[0]).toBeLessThan(300);
  for (const step of between) expect((await call(step)).status, step[0]).toBeLessThan(300);
  const { status, body, operationId } = await call(read);
  return { told: { status, body: timeless(body) }, operationIds: [operationId, written?.operationId ?? []].flat() };
}

/** A body without times: each write moves the clock, which must not count as remembering. */
function timeless(body: unknown): string {
  return (JSON.stringify(body) ?? '').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time');
}

/** Operations that the README lists under its heading for examples, one in each row. */
function listedInReadme(): string[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('## What answers examples');
  const [rows = ''] = section.split('\n## ');
  return [...rows.matchAll(/^\| `(\w+)`/gm)].map(([, id]) => id as string);
}

function answersExample(id: string): boolean {
  return listedInReadme().includes(id);
}
