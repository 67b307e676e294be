// What must hold on every run time. Gets the entries of the package, so that it serves import and require alike.
export async function exercise({ client: entry, testing, operations }, tenant) {
  const { createTinesClient, createLimiter, encodeFile, isStatus, isTinesError, paginate, unwrap } = entry;
  const client = createTinesClient({
    tenant,
    auth: async () => 'tenant-owner-demo-key',
    limiter: createLimiter({ concurrency: 2 }),
    operations: operations.operations,
    app: 'runtime-check/1',
  });
  const names = [];
  for await (const { name } of paginate(client, '/api/v1/stories', { params: { query: { per_page: 1 } } }))
    names.push(name);
  const made = await unwrap(client.POST('/api/v1/stories', { body: { team_id: 1101, name: 'Made by a run time' } }));
  const params = { path: { story_id: made.id } };
  const deleted = await operations.call(client, 'deleteStory', { params });
  const gone = await client.GET('/api/v1/stories/{story_id}', { params });

  const again = testing.createObservedClient((_, count) =>
    count === 1 ? testing.answers.proxyPage() : Response.json({}),
  );
  const retried = await again.client.PUT('/api/v1/stories/{story_id}', { params, body: { name: 'Sent twice' } });
  const late = testing.createObservedClient(() => new Promise(() => {}), { retry: false, timeout: { attempt: 5 } });
  const timeout = await late.client.GET('/api/v1/info');
  const away = testing.createObservedClient(() => Response.json({}), {});
  const controller = new AbortController();
  controller.abort('left');
  const aborted = await away.client.GET('/api/v1/info', { signal: controller.signal });

  return {
    stories: names.length > 1,
    deleted: isStatus(deleted, 204),
    gone: [gone.error.operationId, gone.error.status, isTinesError(gone.error, 'http')],
    retried: [retried.error, await Promise.all(again.requests.map((request) => request.text()))],
    timeout: timeout.error.code,
    aborted: [aborted.error.code, aborted.error.cause],
    file: await encodeFile(new Blob(['file'])),
  };
}
