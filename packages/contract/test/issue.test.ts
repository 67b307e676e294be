import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderMarkdown } from '../src/drift/markdown.ts';
import { caseFromIssue, keysOfForm } from '../src/issue/case.ts';
import { labels } from '../src/issue/form.ts';
import { shapeOf } from '../src/issue/shape.ts';
import { contract } from './command.ts';

const at = (path: string) => new URL(path, import.meta.url);
const filledFile = at('issues/filled.md').pathname;
const filled = readFileSync(filledFile, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tines-contract-issue-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface FormField {
  type: string;
  attributes: { label?: string; options?: string[] };
  validations?: { required?: boolean };
}
const form: { body: FormField[] } = parse(
  readFileSync(at('../../../.github/ISSUE_TEMPLATE/the-document-is-wrong.yml'), 'utf8'),
);
const field = (label: string) => form.body.find(({ attributes }) => attributes.label === label);

describe('the issue form', () => {
  test.each(Object.values(labels))('asks for "%s" and insists on it', (label) => {
    expect(field(label)?.validations?.required).toBe(true);
  });

  test('offers the kinds of keys that a case can call with', () => {
    expect(field(labels.key)?.attributes.options).toEqual(Object.keys(keysOfForm));
  });

  test('has a field that takes the report of drift as it is', () => {
    const text = renderMarkdown(
      {
        documentVersion: '0.1.0',
        documentReadOn: '2026-11-24',
        answers: 1,
        unanswered: 0,
        operations: ['getTeam'],
        notChecked: [],
        findings: [
          {
            operation: 'getTeam',
            method: 'get',
            path: '/api/v1/teams/{team_id}',
            status: 200,
            pointer: '/id',
            kind: 'wrong type',
            expected: 'integer',
            got: 'string',
            count: 1,
          },
        ],
      },
      new Date('2026-11-24T00:00:00Z'),
    );
    expect(field('Drift report')).toBeDefined();
    const pasted = filled.replace(/### Drift report\n[\s\S]*?(?=### Redacted)/, `### Drift report\n\n${text}\n\n`);
    expect(pasted).toContain(text);
    expect(caseFromIssue(pasted)).toEqual(caseFromIssue(filled));
  });
});

describe('a filled form', () => {
  test('becomes a case of the call and of what came, by kinds and not by values', () => {
    expect(caseFromIssue(filled)).toEqual({
      $schema: '../cases.schema.json',
      section: 'Teams',
      cases: [
        {
          name: 'getTeam answers 200 as it was seen on 2026-11-24',
          operation: 'getTeam',
          key: 'teamViewer',
          request: { path: { team_id: 1101 } },
          expect: {
            status: 200,
            schema: {
              type: 'object',
              required: ['id', 'name', 'groups', 'created_at'],
              properties: {
                id: { type: 'string' },
                name: { type: 'string' },
                groups: { type: 'array' },
                created_at: { type: 'null' },
              },
            },
          },
          fact: {
            says: 'The document says that `id` is a number, and knows no `created_at`. It came as a text of digits.',
            source: 'A live tenant on Tines Cloud, 2026-11-24',
          },
        },
      ],
    });
  });

  test('fails against the mock tenant, which says something else', async () => {
    const file = join(folder, 'differs.json');
    expect(await contract('case', '--issue', filledFile, '--out', file)).toMatchObject({ code: 0, stdout: '' });
    const { code, stdout } = await contract('run', '--cases', file);
    expect(code).toBe(1);
    expect(stdout).toMatch(/\/id must be string/);
    expect(stdout).toMatch(/created_at/);
  });

  test('holds against the mock tenant where what came is what the mock says too', async () => {
    const issue = join(folder, 'same.md');
    writeFileSync(issue, filled.replace('"1101"', '1101').replace(/,\n {2}"created_at": null/, ''));
    const file = join(folder, 'same.json');
    await contract('case', '--issue', issue, '--out', file);
    expect(await contract('run', '--cases', file)).toMatchObject({ code: 0 });
  });

  test('can name its operation by method and path, and leave ids to the example of the document', () => {
    const text = filled
      .replace('getTeam', 'GET /api/v1/teams/{team_id}')
      .replace('GET /api/v1/teams/1101\n', 'GET https://acme.tines.com/api/v1/teams/{team_id}\n');
    expect(caseFromIssue(text).cases[0]).toMatchObject({ operation: 'getTeam', request: { path: { team_id: 1101 } } });
  });

  test('can be of a call with a query and a body that was refused', () => {
    const text = filled
      .replace('getTeam', 'createStory')
      .replace('GET /api/v1/teams/1101\n', 'POST /api/v1/stories?draft=1&tags[]=a&tags[]=b\n')
      .replace('X-User-Token: [redacted]\n', '\n{"team_id": 1101}\n')
      .replace('HTTP/1.1 200 OK', '422 Unprocessable Content');
    expect(caseFromIssue(text).cases[0]).toMatchObject({
      operation: 'createStory',
      refused: 'rule',
      request: { query: { draft: '1', tags: ['a', 'b'] }, body: { team_id: 1101 } },
      expect: { status: 422 },
    });
  });
});

describe('a form that was filled by half', () => {
  const without = (label: string) => filled.replace(new RegExp(`### ${label}\\n[\\s\\S]*?(?=### )`), '');
  const cases: [string, string, string][] = [
    ['lacks a part', without('Received'), 'There is no part "### Received".'],
    [
      'leaves a field empty',
      filled.replace('2026-11-24\n\n### Where', '_No response_\n\n### Where'),
      '"Date" is not filled in.',
    ],
    [
      'gives no day',
      filled.replace('2026-11-24\n\n### Where', 'yesterday\n\n### Where'),
      '"Date" must be a day such as 2026-11-24',
    ],
    [
      'names no operation',
      filled.replace('getTeam', 'fetchTeam'),
      'names "fetchTeam", which the document does not have',
    ],
    [
      'names another operation',
      filled.replace('getTeam', 'listTeams'),
      'names listTeams, but "Sent" is a call of getTeam',
    ],
    [
      'sends to no operation',
      filled.replace('/teams/1101\n', '/crews/1101\n'),
      'has no operation for "GET /api/v1/crews/1101"',
    ],
    ['sends nothing', filled.replace('GET /api', 'it was /api'), '"Sent" must begin with method and path'],
    ['has no status', filled.replace('HTTP/1.1 200 OK', 'it worked'), '"Received" must begin with the status'],
    ['has no JSON', filled.replace('"groups": []', '...'), 'The body of "Received" is not JSON'],
    ['has an unknown key', filled.replace('Team key, VIEWER', 'my key'), '"Key type" must be one of'],
    ['is something else', 'It does not work.', 'There is no part "### Operation".'],
  ];

  test.each(cases)('%s: exit code 2, a reason, and nothing written', async (_, markdown, reason) => {
    const issue = join(folder, 'half.md');
    const file = join(folder, 'half.json');
    writeFileSync(issue, markdown);
    const { code, stdout, stderr } = await contract('case', '--issue', issue, '--out', file);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
    expect(existsSync(file)).toBe(false);
  });

  test('says so where no file is named or none is there', async () => {
    expect((await contract('case')).stderr).toContain('--issue');
    expect(await contract('case', '--issue', join(folder, 'none.md'))).toMatchObject({ code: 2 });
  });
});

test('the shape of a list is that of its entries, or a choice between them', () => {
  expect(shapeOf([1, 2.5, 3])).toEqual({ type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'number' }] } });
  expect(shapeOf([{ a: true }, { a: false }])).toEqual({
    type: 'array',
    items: { type: 'object', required: ['a'], properties: { a: { type: 'boolean' } } },
  });
});
