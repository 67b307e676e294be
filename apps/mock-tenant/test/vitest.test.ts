import { expect, test } from 'vitest';
import { useMockTenant } from '../src/vitest.ts';

const tenant = useMockTenant();
const early = (() => {
  try {
    return tenant.url;
  } catch (error) {
    return error;
  }
})();

const deleteStory = () =>
  fetch(`${tenant.url}/api/v1/stories/3101`, {
    method: 'DELETE',
    headers: { 'x-user-token': tenant.keys.tenantOwner },
  });

test('a test has a tenant of its own file', async () => {
  expect((await deleteStory()).status).toBe(204);
  expect(tenant.requests).toHaveLength(1);
});

test('the next test finds it as it was', async () => {
  expect(tenant.requests).toHaveLength(0);
  expect((await deleteStory()).status).toBe(204);
});

test('it is not there while the file is read, and says so', () => {
  expect(early).toEqual(expect.objectContaining({ message: expect.stringContaining('inside tests and hooks only') }));
});
