// Takes a lock that other programs respect, by a resource that changes only from a known value. Usage: node lock-by-resource.ts <resource id> <owner>
import { createTinesClient, isStatus, unwrap } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const resource_id = Number(process.argv[2]);
const owner = process.argv[3] ?? 'me';
const client = createTinesClient(fromEnvironment());
const swap = (value: string, if_value: string) =>
  client.POST('/api/v1/global_resources/{resource_id}/replace', {
    params: { path: { resource_id } },
    body: { key: 'owner', value, if_value },
  });

const taken = await swap(owner, 'nobody');
if (isStatus(taken, 422)) {
  console.log('Somebody else holds the lock.');
  process.exit(1);
}
await unwrap(taken);
try {
  console.log(`${owner} holds the lock.`);
} finally {
  await unwrap(swap('nobody', owner));
}
