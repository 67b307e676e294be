import { expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';

async function called() {
  const { ask, tenant } = openTenant();
  await ask('POST /api/v1/stories', { key, body: { team_id: 1101, name: 'One', tags: ['a'] } });
  await ask('POST /api/v1/stories', { key, body: { team_id: 1101, name: 'Two' } });
  await ask('GET /api/v1/stories?search=one', { key });
  return tenant;
}

test('what was called as expected passes', async () => {
  const tenant = await called();
  tenant.assertCalled('createStory');
  tenant.assertCalled('createStory', { times: 2, status: 201 });
  tenant.assertCalled('createStory', { times: 1, body: { name: 'One', tags: ['a'] } });
  tenant.assertCalled('listStories', { query: { search: 'one' } });
  tenant.assertCalled('deleteStory', { times: 0 });
});

test('a call that never came is said in one line', async () => {
  const tenant = await called();
  expect(() => tenant.assertCalled('deleteStory')).toThrow(
    'deleteStory was to be called at least once as expected, and was 0 times. There was no call of it.',
  );
});

test('calls that differ are listed with what differs', async () => {
  const tenant = await called();
  expect(() => tenant.assertCalled('createStory', { times: 1, body: { name: 'Three' }, status: 200 })).toThrow(
    [
      'createStory was to be called once as expected, and was 0 times.',
      '  #1 POST /api/v1/stories 201: status is 201, not 200; body.name is "One", not "Three"',
      '  #2 POST /api/v1/stories 201: status is 201, not 200; body.name is "Two", not "Three"',
    ].join('\n'),
  );
});
