const headers = { 'x-user-token': 'team-editor-demo-key', 'content-type': 'application/json' };

test('the journal tells what was asked', async () => {
  const url = process.env.TINES_TENANT_URL;
  await fetch(`${url}/api/v1/actions?story_id=3101`, { headers });
  const { requests } = await (await fetch(`${url}/_mock/requests`)).json();
  expect(requests.map((request) => request.operationId)).toEqual(['listActions']);
});
