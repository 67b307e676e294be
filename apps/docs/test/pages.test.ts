import { describe, expect, test } from 'vitest';
import { needsOf } from '../scripts/access.ts';
import { listOperations, loadDocument } from '../scripts/document.ts';
import { assemblePages } from '../scripts/pages/assemble.ts';
import { decisionPage } from '../scripts/pages/changes.ts';
import { evidenceTable, parseQuestion, questionsPage, sectionTables } from '../scripts/pages/evidence.ts';
import { includeCode } from '../scripts/pages/include.ts';
import { linkOperations, type Page, readPage, renderCopy, renderForSite } from '../scripts/pages/page.ts';
import { allowBreaks } from '../scripts/site/breaks.ts';
import { relativeLinks } from '../scripts/site/relative.ts';

const page = (body: string, path = 'guides/paging'): Page => ({
  path,
  title: 'Paging',
  description: 'How lists come.',
  body,
});

describe('a page', () => {
  test('is read with its front matter, and refused without', () => {
    const read = readPage('start', '---\ntitle: Start\ndescription: First steps.\n---\n\nHello.\n');
    expect(read).toEqual({ path: 'start', title: 'Start', description: 'First steps.', body: 'Hello.' });
    expect(() => readPage('start', '---\ntitle: Start\n---\n\nHello.')).toThrow(
      'pages/start.md must begin with a title',
    );
  });

  test('lists its headings down to the third level, or as deep as it says', () => {
    const read = readPage('known', '---\ntitle: Known\ndescription: How well.\ncontents: 2\n---\n\nText.');
    expect(renderForSite(read, new Map())).toContain('maxHeadingLevel: 2\n');
    expect(renderForSite(page('Text.'), new Map())).toContain('maxHeadingLevel: 3\n');
  });

  test('leads to pages on the site and to Markdown in its copy', () => {
    const linked = page(
      'See [errors](errors.md#bodies) and [Tines](https://www.tines.com).\n\n```md\n[kept](as-it.md)\n```',
    );
    expect(renderForSite(linked, new Map())).toContain('[errors](errors.html#bodies)');
    expect(renderForSite(linked, new Map())).toContain('[kept](as-it.md)');
    expect(renderCopy(linked, new Map())).toContain('[errors](errors.md#bodies)');
  });

  test('makes ids of operations into links, but not in code, in headings or inside other links', () => {
    const body = '## `listStories`\n\n`listStories`, `nothing` and [`listStories`](x)\n\n```sh\n`listStories`\n```';
    const linked = linkOperations(page(body), new Map([['listStories', 'reference/index.html#/stories/liststories']]));
    expect(linked.body.split('../reference/index.html#/stories/liststories')).toHaveLength(2);
    expect(linked.body).toContain('## `listStories`\n');
  });

  test('is refused where it asks for a part that nobody makes', () => {
    expect(() => renderForSite(page('{{nothing}}'), new Map([['coverage', '']]))).toThrow(
      '{{nothing}}; there are coverage',
    );
  });

  test('shows a picture in the theme of the reader, and the light one in its copy', () => {
    const pictured = page('![Keys](/console/keys-light.png)');
    expect(renderForSite(pictured, new Map())).toContain(
      '<img class="only-dark" src="/console/keys-dark.png" alt="Keys"',
    );
    expect(renderCopy(pictured, new Map())).toContain('![Keys](../console/keys-light.png)');
  });

  test('shows files as they are, and is refused where a file is missing', async () => {
    const shown = await includeCode(page('```sh include=apps/docs/recipes/two-headers.sh\n```'));
    expect(shown.body).toContain('title="two-headers.sh"\ncurl "$TINES_TENANT_URL/api/v1/stories"');
    await expect(includeCode(page('```sh include=no/such.sh\n```'))).rejects.toThrow(
      'shows no/such.sh, which is not there',
    );
  });
});

test('an open question keeps its name as its anchor and leads to its operations', () => {
  const source =
    '---\noperations:\n- listTags\n---\n\n# The colours of tags\n\n## What is unknown\n\nWhich there are.\n';
  const question = parseQuestion('tag-colours.md', source);
  expect(question).toMatchObject({ name: 'tag-colours', title: 'The colours of tags', operations: ['listTags'] });
  const { body } = questionsPage([question]);
  expect(body).toContain('<a id="tag-colours"></a>');
  expect(body).toContain('**What is unknown.**');
  expect(body).toContain('Concerns `listTags`.');
  expect(() => parseQuestion('x.md', '# No operations')).toThrow('spec/gaps/x.md must begin with');
});

test('each section of the document leads to how well its operations are known, and none is left out', async () => {
  const operations = listOperations(await loadDocument()).filter(({ tag }) => ['Tags', 'Case links'].includes(tag));
  const report = [
    '**All** are described.',
    '| page | operation | known | open |',
    ...operations.map(({ id }) => `| api/x | \`${id}\` | documented (1 observed) | [Colours](gaps/colours.md) |`),
  ].join('\n');
  const tables = sectionTables(operations, report);
  expect(tables).toMatch(/^\*\*All\*\* are described\.\n\n### Case links\n\n\| Operation/);
  expect(tables).toContain('\n### Tags\n');
  expect(tables).toContain('| `listTags` | documented (1 observed) | [Colours](questions.md#colours) |');
  expect(() => sectionTables(operations, report.replace('`listTags`', '`other`'))).toThrow('says nothing of listTags');
  const rows = evidenceTable(operations, []).split('\n');
  expect(rows[0]).toBe('| Section | Operations | documented | open questions |');
  expect(rows.slice(2, 4).map((row) => row.split(' | ')[0])).toEqual([
    '| [Case links](#case-links)',
    '| [Tags](#tags)',
  ]);
});

test('a decision record becomes a page with its number', () => {
  expect(decisionPage('0007-no-bundler.md', '# 7. No bundler\n\nText.\n').title).toBe('7. No bundler');
  expect(decisionPage('0001-starlight.md', '# Starlight builds the site\n\nText.\n').title).toBe(
    '1. Starlight builds the site',
  );
});

describe('the key types that can hold a right', () => {
  test.each([
    ['no right at all', undefined, { personal: 'no key', service: 'no key', tenantOwner: 'no key', team: 'no key' }],
    ['any key', { scope: 'any' }, { personal: 'yes', service: 'yes', tenantOwner: 'yes', team: 'yes' }],
    [
      'a team right',
      { scope: 'team', roles: ['TEAM_ADMIN'], customPermissions: ['CASE_CREATE'] },
      {
        personal: 'by its role',
        service: 'no',
        tenantOwner: 'yes',
        team: 'TEAM_ADMIN, or a custom role with CASE_CREATE',
      },
    ],
    [
      'a tenant right',
      { scope: 'tenant', tenantPermissions: ['AUDIT_LOG_READ'] },
      { personal: 'AUDIT_LOG_READ, tenant owner', service: 'AUDIT_LOG_READ', tenantOwner: 'yes', team: 'no' },
    ],
  ] as const)('%s', (_, right, needs) => {
    expect(
      needsOf(
        right === undefined
          ? undefined
          : ({ description: '', evidence: 'assumed', ...structuredClone(right) } as never),
      ),
    ).toEqual(needs);
  });
});

test('links from the root become links from the page', () => {
  const html =
    '<a href="/start.html">a</a><a href="/">b</a><a href="//host/x">c</a><script src="/s.js"></script><source srcset="/d.png">';
  expect(relativeLinks(html, '../')).toBe(
    '<a href="../start.html">a</a><a href="../index.html">b</a><a href="//host/x">c</a><script src="../s.js"></script><source srcset="../d.png">',
  );
});

test('names in tables may be broken between their words, and only there', () => {
  const cell =
    '<td><code dir="auto">GET /api/v1/team_members</code> <a href="x/y"><code>listTeamMembersV1</code></a></td>';
  expect(allowBreaks(`<p><code>a/b</code></p>${cell}`)).toBe(
    '<p><code>a/b</code></p><td><code dir="auto">GET /<wbr>api/<wbr>v1/<wbr>team_<wbr>members</code> <a href="x/y"><code>list<wbr>Team<wbr>MembersV1</code></a></td>',
  );
});

describe('the words that people search for', () => {
  const words =
    "Tines API, OpenAPI 3.1, swagger, TypeScript client, SDK, mock server, fake tenant, sandbox without a tenant, contract tests, SOAR, Tines API authentication, X-User-Token, Authorization: Bearer, API key, 401, 404, 403, 422, 429, rate limit, Retry-After, pagination, next_page_number, per_page, export and import, versionReplace, back up Tines stories to GitHub, CI/CD, promote a story, change control API, drafts, audit log API, SIEM, Splunk, Elastic, Panther, operation_name, cases API v1 to v2 migration, records, lookup table, global_resources, replace, if_value, user_credentials, expiry, rotation, offboard a user, webhook trigger, story run, story_run_guid, actions or agents, annotations or notes, self-hosted, tines.io, tenant's domain, MCP server, Claude, Cursor, agent skill, llms.txt, Terraform provider, go-sdk, Tapi, Postman, Insomnia, Bruno, Prism";

  test('stand in the title or the first paragraph of a page', async () => {
    const pages = await assemblePages(await loadDocument());
    const shown = pages.map(({ title, body }) => `${title}\n${body.split('\n\n')[0]}`.replaceAll('`', ''));
    const text = shown.join('\n').replace(/\s+/g, ' ').toLowerCase();
    expect(words.split(', ').filter((word) => !text.includes(word.toLowerCase()))).toEqual([]);
  });
});
