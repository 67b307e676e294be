const headers = { authorization: 'Bearer team-editor-demo-key', 'content-type': 'application/json' };
const stories = () => `${process.env.TINES_TENANT_URL}/api/v1/stories`;

test('a story is made', async () => {
  const body = JSON.stringify({ team_id: 1101, name: 'Lost laptop' });
  const response = await fetch(stories(), { method: 'POST', headers, body });
  expect(response.status).toBe(201);
});

test('the next test does not see it', async () => {
  const { meta } = await (await fetch(stories(), { headers })).json();
  expect(meta.count).toBe(2);
});
