import { operations } from '@tines-openapi/types/operations';
import { createAndRead, listStoryNames, refusalOf } from './stories.js';

const tenant = process.argv[2] ?? '';
const key = 'team-editor-demo-key';

const result = {
  bearer: await listStoryNames(tenant, { bearer: key }),
  userToken: await listStoryNames(tenant, { userToken: key }),
  refused: [
    await refusalOf(tenant, { bearer: 'nobody-knows-this-key' }),
    await refusalOf(tenant, { userToken: 'nobody-knows-this-key' }),
  ],
  created: (await createAndRead(tenant, key, 'Made by a consumer')).name,
  operations: operations.length,
};
console.log(JSON.stringify(result));
