import { startMockTenant } from '@tines-openapi/mock-tenant';

const tenant = await startMockTenant();
const status = async (secret: string) =>
  (await fetch(`${tenant.url}/api/v1/stories`, { headers: { authorization: `Bearer ${secret}` } })).status;

// Made as the first tenant owner, and as the person who is named.
const team = tenant.manage.createKey({ type: 'team', name: 'CI', team_id: 1101, role: 'VIEWER' });
const laptop = tenant.manage.createKey({ type: 'personal', name: 'Laptop' }, 'ben.lindqvist@quiet-harbor.example');
console.log(await status(team.secret), await status(laptop.secret)); // 200 200

tenant.manage.updatePerson(2102, { is_active: false });
console.log(await status(laptop.secret)); // 401, until Ben is active again
await tenant.close();
