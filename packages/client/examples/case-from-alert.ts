// Opens a case for an alert and keeps it in step with a ticket. Usage: node case-from-alert.ts <team id> <ticket id>
import { createTinesClient, encodeFile, unwrap } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const [team, ticket_id = ''] = process.argv.slice(2);
const client = createTinesClient(fromEnvironment());
const { case_id } = await unwrap(
  client.POST('/api/v2/cases', {
    body: { team_id: Number(team), name: 'Impossible travel', priority: 'high', tag_names: ['alert'] },
  }),
);
const params = { path: { case_id } };

await unwrap(client.POST('/api/v2/cases/{case_id}/metadata', { params, body: { metadata: { ticket_id } } }));
await unwrap(client.POST('/api/v2/cases/{case_id}/comments', { params, body: { value: `Ticket **${ticket_id}**` } }));
const file_contents = await encodeFile(new TextEncoder().encode('{"alert":1}'));
await unwrap(client.POST('/api/v2/cases/{case_id}/files', { params, body: { filename: 'alert.json', file_contents } }));
await unwrap(client.PUT('/api/v2/cases/{case_id}', { params, body: { status: 'closed' } }));
console.log(`Case ${case_id} was opened for ${ticket_id} and closed.`);
