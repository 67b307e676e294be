import { startMockTenant } from '@tines-openapi/mock-tenant';

const tenant = await startMockTenant();
const answer = await fetch(`${tenant.url}/api/v1/stories`, {
  headers: { authorization: `Bearer ${tenant.keys.teamEditor}` },
});
console.log(answer.status, tenant.requests.at(-1)?.operationId); // 200 listStories
tenant.reset();
await tenant.close();
