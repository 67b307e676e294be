import { describe, expect, test } from 'vitest';
import { openCases } from './open-cases.ts';

describe('blocks', () => {
  test('are added at the end, read by id and by slug, changed, moved and taken away', async () => {
    const { call, types } = openCases();
    const { status, body: made } = await call('POST /api/v2/cases/1401/blocks', {
      title: 'Next steps',
      block_type: 'note',
      position: 0,
      elements: [{ content: 'Block the domain.', color: 'blue' }],
      author_email: 'elif.demir@quiet-harbor.example',
    });
    expect(status).toBe(201);
    expect(made.block).toMatchObject({
      slug: 'blk_next_steps',
      position: 2,
      elements: [{ author: { user_id: '2105' } }],
    });
    expect((await types()).at(-1)).toBe('NOTE_ADDED');
    expect((await call(`GET /api/v2/cases/1401/blocks/${made.block.id}`)).body).toEqual(made);
    expect((await call('GET /api/v2/cases/1401/blocks/blk_next_steps')).body).toEqual(made);

    const { body: moved } = await call('PUT /api/v2/cases/1401/blocks/blk_next_steps', {
      title: 'First steps',
      position: 0,
    });
    expect(moved.block).toMatchObject({ slug: 'blk_first_steps', position: 0 });
    const { body: list } = await call('GET /api/v2/cases/1401/blocks');
    expect(list.blocks.map(({ title }: { title: string }) => title)).toEqual([
      'First steps',
      'What we know',
      'Evidence',
    ]);
    expect((await call('GET /api/v2/cases/1401/blocks?block_type=file')).body.meta.count).toBe(1);
    expect((await call('GET /api/v2/cases/1401/blocks/blk_next_steps')).status).toBe(404);

    expect((await call('DELETE /api/v2/cases/1401/blocks/blk_first_steps')).status).toBe(204);
    expect((await call('GET /api/v2/cases/1401')).body.blocks).toHaveLength(2);
    expect((await call('GET /api/v2/cases/1401/notes')).body.notes).toHaveLength(1);
  });

  test('lie in groups, which let them go or take them along', async () => {
    const { call } = openCases();
    const group = { title: 'For the auditors', block_type: 'block_group' };
    const { body: made } = await call('POST /api/v2/cases/1402/blocks', group);
    const inner = { title: 'Inner', block_type: 'metadata', block_group_id: 'blk_for_the_auditors' };
    expect((await call('POST /api/v2/cases/1402/blocks', inner)).body.block.block_group_id).toBe(made.block.id);
    const refused = await call('POST /api/v2/cases/1402/blocks', { ...inner, block_group_id: 'blk_inner' });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ details: 'block_group_id' }] } });
    expect(
      (await call('PUT /api/v2/cases/1402/blocks/blk_inner', { block_group_id: null })).body.block.block_group_id,
    ).toBeNull();
    await call('PUT /api/v2/cases/1402/blocks/blk_inner', { block_group_id: made.block.id });
    await call(`DELETE /api/v2/cases/1402/blocks/${made.block.id}`);
    expect((await call('GET /api/v2/cases/1402/blocks/blk_inner')).body.block.block_group_id).toBeNull();

    const { body: again } = await call('POST /api/v2/cases/1402/blocks', group);
    await call('PUT /api/v2/cases/1402/blocks/blk_inner', { block_group_id: again.block.id });
    await call(`DELETE /api/v2/cases/1402/blocks/${again.block.id}?include_children=true`);
    expect((await call('GET /api/v2/cases/1402/blocks')).body.blocks).toEqual([]);
  });

  test.each([
    [{ title: 'x', block_type: 'metadata', elements: [{ content: 'x' }] }, 400],
    [{ title: 'x', block_type: 'file', elements: [{ filename: 'x.txt' }] }, 400],
    [{ title: 'x', block_type: 'file', elements: [{ filename: 'x.txt', file_contents: '?' }] }, 400],
    [{ title: 'x', block_type: 'html', elements: [{ content: 'x', note_type: 'text' }] }, 422],
    [{ title: 'x', block_type: 'case_group' }, 400],
  ])('are refused with elements that do not fit: %j', async (body, status) => {
    const { call } = openCases();
    expect((await call('POST /api/v2/cases/1401/blocks', body)).status).toBe(status);
    expect((await call('GET /api/v2/cases/1401/blocks')).body.meta.count).toBe(2);
  });
});

describe('elements', () => {
  test('are found by element_id, never by the id of the note', async () => {
    const { call } = openCases();
    expect((await call('GET /api/v2/cases/1401/blocks/15501/elements/15601')).status).toBe(200);
    expect(await call('GET /api/v2/cases/1401/blocks/15501/elements/15402')).toMatchObject({
      status: 404,
      body: { error: 'TeamCaseBlockElement not found' },
    });
    expect((await call('POST /api/v2/cases/1401/blocks/15501/elements', { content: 'x' })).status).toBe(404);
  });

  test('of notes change their text, which the note shows as well', async () => {
    const { call } = openCases();
    const { body } = await call('PUT /api/v2/cases/1401/blocks/15501/elements/15601', {
      content: 'New.',
      color: 'red',
    });
    expect(body).toMatchObject({ element_id: 15601, content: 'New.', color: 'red' });
    expect((await call('GET /api/v2/cases/1401/notes/15402')).body).toMatchObject({ content: 'New.', color: 'red' });
  });

  test('of files take an annotation and nothing of notes', async () => {
    const { call } = openCases();
    const line = '/api/v2/cases/1401/blocks/blk_evidence/elements/15602';
    expect((await call(`PUT ${line}`, { annotation: 'First mail.' })).body.annotation).toBe('First mail.');
    expect((await call(`GET ${line}`)).body.annotation).toBe('First mail.');
    expect((await call(`PUT ${line}`, { content: 'x' })).status).toBe(400);
    const note = await call('PUT /api/v2/cases/1401/blocks/15501/elements/15601', { annotation: 'x' });
    expect(note.status).toBe(400);
  });
});

describe('notes', () => {
  test('are written, read, changed, added to and taken away, with their block', async () => {
    const { call, types } = openCases();
    const { status, body: made } = await call('POST /api/v2/cases/1401/notes', {
      title: 'What the sender wants',
      content: 'Money.',
      position: 0,
      sensitive: true,
    });
    expect(status).toBe(201);
    expect(made).toMatchObject({ case_id: 1401, color: 'white', sensitive: true, hidden: false });
    const line = `/api/v2/cases/1401/notes/${made.id}`;
    expect((await call(`GET ${line}`)).body).toEqual(made);
    const { body: list } = await call('GET /api/v2/cases/1401/blocks');
    expect(list.blocks[0]).toMatchObject({
      title: 'What the sender wants',
      elements: [{ id: made.id, content: 'Money.' }],
    });
    const { body: changed } = await call(`PUT ${line}`, { title: 'Their aim', color: 'mint', hidden: true });
    expect(changed).toMatchObject({ title: 'Their aim', color: 'mint', hidden: true, content: 'Money.' });
    expect((await call('GET /api/v2/cases/1401/blocks/blk_their_aim')).body.block.hidden).toBe(true);
    const appended = await call(`POST ${line}/content`, { content: ' Today.' });
    expect(appended).toMatchObject({ status: 201, body: { content: 'Money. Today.' } });
    expect((await call('GET /api/v2/cases/1401/notes')).body.notes.at(-1).content).toBe('Money. Today.');
    expect((await call(`DELETE ${line}`)).status).toBe(204);
    expect((await call('GET /api/v2/cases/1401/blocks')).body.blocks).toHaveLength(2);
    expect((await types()).slice(-4)).toEqual(['NOTE_ADDED', 'NOTE_UPDATED', 'NOTE_UPDATED', 'NOTE_DELETED']);
  });

  test('of one block go one by one', async () => {
    const { call } = openCases();
    const elements = [{ content: 'One' }, { content: 'Two' }];
    const { body } = await call('POST /api/v2/cases/1402/blocks', { title: 'Both', block_type: 'note', elements });
    await call(`DELETE /api/v2/cases/1402/notes/${body.block.elements[0].id}`);
    const { body: left } = await call('GET /api/v2/cases/1402/blocks/blk_both');
    expect(left.block.elements).toMatchObject([{ content: 'Two' }]);
  });
});
