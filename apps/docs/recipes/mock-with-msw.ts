import { startMockTenant } from '@tines-openapi/mock-tenant';
import { http } from 'msw';
import { setupServer } from 'msw/node';

const tenant = await startMockTenant();
const server = setupServer(http.all('https://acme.tines.com/*', ({ request }) => tenant.fetch(request)));
server.listen();

// The program under test keeps the address of its tenant.
const answer = await fetch('https://acme.tines.com/api/v1/stories', {
  headers: { 'x-user-token': tenant.keys.teamEditor },
});
console.log(answer.status, tenant.requests.at(-1)?.operationId); // 200 listStories

server.close();
await tenant.close();
