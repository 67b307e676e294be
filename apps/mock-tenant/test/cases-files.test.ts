import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';
// Bytes that are no text in any encoding.
const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe, 0x80, 0x0d, 0x0a]);

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  const download = (id: number, caseId = 1401) =>
    tenant.fetch(
      new Request(`http://tenant.example/api/v2/cases/${caseId}/files/${id}/download`, {
        headers: { authorization: `Bearer ${key}` },
      }),
    );
  const attach = (more: object = {}) =>
    call('POST /api/v2/cases/1401/files', { filename: 'shot.png', file_contents: bytes.toString('base64'), ...more });
  return { ask, call, download, attach, tenant };
}

describe('a file', () => {
  test('comes back with the bytes that went up', async () => {
    const { call, attach, download } = open();
    const { status, body: made } = await attach();
    expect(status).toBe(201);
    expect(made).toMatchObject({ case_id: 1401, activity_type: 'FILE_ATTACHED', value: null });
    expect(made.file.url).toBe(`http://tenant.example/api/v2/cases/1401/files/${made.id}/download`);
    const answer = await download(made.id);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/);
    expect(answer.headers.get('content-security-policy')).toContain('script-src');
    const { body: info } = await call(`GET /api/v2/cases/1401/files/${made.id}/info`);
    const hash = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex');
    expect(info).toMatchObject({ sizeinbytes: bytes.length, md5: hash('md5'), sha256: hash('sha256') });
  });

  test('keeps its bytes over a snapshot, also as JSON', async () => {
    const { attach, download, tenant } = open();
    const { body: made } = await attach();
    const kept = JSON.parse(JSON.stringify(tenant.snapshot()));
    tenant.reset();
    expect((await download(made.id)).status).toBe(404);
    tenant.restore(kept);
    expect(Buffer.from(await (await download(made.id)).arrayBuffer())).toEqual(bytes);
  });

  test('that is JSON or text is answered as it is, for download', async () => {
    const { attach, download } = open();
    const text = '{"a": 1}\n';
    const { body: made } = await attach({ filename: 'a.json', file_contents: Buffer.from(text).toString('base64') });
    const answer = await download(made.id);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await answer.text()).toBe(text);
  });

  test('goes into a block, comes with a comment, and stands in the timeline', async () => {
    const { call, attach } = open();
    const { body: made } = await attach({ value: 'See this.', team_case_block_id: 15502 });
    expect(made).toMatchObject({ activity_type: 'FILE_ATTACHED_AND_COMMENTED', value: 'See this.', block_id: 15502 });
    const { body } = await call('GET /api/v2/cases/1401/blocks/blk_evidence');
    expect(body.block.elements).toHaveLength(2);
    expect(body.block.elements[1]).toMatchObject({ id: made.id, file: { filename: 'shot.png' } });
    expect((await call(`GET /api/v2/cases/1401/activities/${made.id}`)).body.file.filename).toBe('shot.png');
    expect((await call('GET /api/v2/cases/1401/files')).body.meta.count).toBe(2);
    const note = await attach({ team_case_block_id: 15501 });
    expect(note).toMatchObject({ status: 400, body: { errors: [{ details: 'team_case_block_id' }] } });
  });

  test('made with a block is a file of the case', async () => {
    const { call, download } = open();
    const elements = [{ filename: 'shot.png', file_contents: bytes.toString('base64'), annotation: 'The page.' }];
    const { body } = await call('POST /api/v2/cases/1402/blocks', { title: 'Shots', block_type: 'file', elements });
    const [element] = body.block.elements;
    expect(element).toMatchObject({ element_type: 'file', annotation: 'The page.' });
    expect((await call(`GET /api/v2/cases/1402/files/${element.id}`)).body.block_id).toBe(body.block.id);
    expect(Buffer.from(await (await download(element.id, 1402)).arrayBuffer())).toEqual(bytes);
    await call('DELETE /api/v2/cases/1402/blocks/blk_shots');
    expect((await call(`GET /api/v2/cases/1402/files/${element.id}`)).body).not.toHaveProperty('block_id');
  });

  test('is taken away by its uploader or an admin, from its block too', async () => {
    const { ask, call } = open();
    const ben = 'personal-editor-demo-key';
    const { body: made } = await ask('POST /api/v2/cases', { key: ben, body: { team_id: 1101, name: 'Ours' } });
    const line = `/api/v2/cases/${made.case_id}/files`;
    const file = { filename: 'a.txt', file_contents: 'YQ==' };
    const { body: own } = await ask(`POST ${line}`, { key: ben, body: file });
    const { body: other } = await ask(`POST ${line}`, { key, body: file });
    expect((await ask(`DELETE ${line}/${other.id}`, { key: ben })).status).toBe(404);
    expect((await ask(`DELETE ${line}/${own.id}`, { key: ben })).status).toBe(204);
    expect((await call('DELETE /api/v2/cases/1401/files/15301')).status).toBe(204);
    expect((await call('GET /api/v2/cases/1401/blocks/blk_evidence')).body.block.elements).toEqual([]);
    const { body } = await call('GET /api/v2/cases/1401/activities');
    expect(body.activities.at(-1)).toMatchObject({ activity_type: 'FILE_DELETED', value: 'headers.txt' });
  });

  test('that is no Base64 is refused', async () => {
    const { attach } = open();
    expect(await attach({ file_contents: 'not base64!' })).toMatchObject({
      status: 400,
      body: { errors: [{ details: 'file_contents' }] },
    });
  });

  test('may be as large as a body may be, and have any name', async () => {
    const { attach, download } = open();
    const large = Buffer.alloc(7_000_000, 7);
    const { body: made } = await attach({ file_contents: large.toString('base64') });
    expect(Buffer.from(await (await download(made.id)).arrayBuffer()).equals(large)).toBe(true);
    const names = ['../../etc/passwd', 'a\r\nset-cookie: x=1', 'b\ud800.txt', 'ü "q" (1).txt'];
    for (const filename of names) {
      const { body } = await attach({ filename });
      const answer = await download(body.id);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });
});
