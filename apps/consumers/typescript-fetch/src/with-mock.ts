import { startMockTenant } from '@tines-openapi/mock-tenant';
import { listStoryNames } from './stories.js';

const tenant = await startMockTenant();
const names = await listStoryNames(tenant.url, { userToken: tenant.keys.teamViewer });
const seen = tenant.requests.map(({ operationId, scheme }) => `${operationId} ${scheme}`);
await tenant.close();
console.log(JSON.stringify({ names, seen }));
