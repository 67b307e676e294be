// Adds to collection.json what the converter does not: the second way to send a key, calls that take no key, and a tenant
// that is put back before each request, so that one that deletes does not take from the next what it needs.
import { readFileSync, writeFileSync } from 'node:fs';

const collection = JSON.parse(readFileSync('collection.json', 'utf8'));

const reset = "pm.sendRequest({ url: pm.variables.get('baseUrl') + '/_mock/reset', method: 'POST' });";
collection.event = [{ listen: 'prerequest', script: { type: 'text/javascript', exec: [reset] } }];

for (const { request } of requestsOf(collection.item)) {
  if (request.url.path[0] === 'webhook') request.auth = { type: 'noauth' };
}
writeFileSync('bearer.json', JSON.stringify(collection));

collection.auth = {
  type: 'apikey',
  apikey: Object.entries({ key: 'X-User-Token', value: '{{userToken}}', in: 'header' }).map(([key, value]) => ({
    key,
    value,
    type: 'string',
  })),
};
writeFileSync('user-token.json', JSON.stringify(collection));

function requestsOf(items) {
  return items.flatMap((item) => (item.item ? requestsOf(item.item) : item));
}
