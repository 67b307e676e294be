// Lists who is in which team, and the credentials that nobody uses. Usage: node review-access.ts
import { createTinesClient, paginate } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';
import { operations } from '@tines-openapi/client/operations';

// With the table of operations an error also says which right was missing.
const client = createTinesClient({ ...fromEnvironment(), operations });
const per_page = 500;

for await (const team of paginate(client, '/api/v1/teams', { params: { query: { per_page } } })) {
  const init = { params: { path: { team_id: team.id }, query: { per_page } } };
  const members = await paginate(client, '/api/v1/teams/{team_id}/members', init).toArray();
  console.log(`${team.name}: ${members.map(({ email }) => email).join(', ')}`);
}
const unused = { params: { query: { per_page, filter: 'UNUSED_IN_ACTIONS' } } } as const;
for await (const credential of paginate(client, '/api/v1/user_credentials', unused)) {
  console.log(`Unused: ${credential.name}`);
}
