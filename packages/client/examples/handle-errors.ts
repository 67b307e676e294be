// Shows how failures are told apart. Usage: node handle-errors.ts <story id>
import { createTinesClient, isStatus, isTinesError, unwrap } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const client = createTinesClient({
  ...fromEnvironment(),
  retry: { attempts: 5, maxWait: 30_000 },
  timeout: { attempt: 10_000, total: 60_000 },
});
const params = { path: { story_id: Number(process.argv[2]) } };

// Returned, and narrowed by status:
const result = await client.GET('/api/v1/stories/{story_id}', { params });
if (isStatus(result, 404)) console.log('Not there:', result.error.hint);
else if (result.error) console.log(result.error.code, result.error.problems);
else console.log(result.data.name);

// Or thrown:
try {
  const story = await unwrap(client.PUT('/api/v1/stories/{story_id}', { params, body: { name: 'Renamed' } }));
  console.log(story.name);
} catch (error) {
  if (isTinesError(error, 'rate_limit')) console.log(`Come back in ${error.wait} ms`);
  else if (isTinesError(error, 'network', 'timeout')) console.log(`No answer after ${error.attempt} tries`);
  else console.log(JSON.stringify(error));
}
