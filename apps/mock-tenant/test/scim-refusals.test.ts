import { expect, test } from 'vitest';
import { operationById } from '../src/contract/document.ts';
import { judgeAnswer } from '../src/contract/response.ts';
import { type Ask, openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const users = '/api/scim/v2/Users';
const headers = { 'content-type': 'application/scim+json' };
const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];

const refusals: [status: number, line: string, details: Ask, operationId: string][] = [
  [400, `GET ${users}?filter=nonsense`, { key }, 'scimListUsers'],
  [400, `POST ${users}`, { key, headers, body: { schemas } }, 'scimCreateUser'],
  [400, `POST ${users}`, { key, headers, body: '{' }, 'scimCreateUser'],
  [401, `GET ${users}`, {}, 'scimListUsers'],
  [403, `GET ${users}`, { key: 'team-editor-demo-key' }, 'scimListUsers'],
  [404, `GET ${users}/nobody`, { key }, 'scimGetUser'],
  [406, `POST ${users}`, { key, body: { schemas, userName: 'a@b.example' } }, 'scimCreateUser'],
  [
    409,
    `POST ${users}`,
    { key, headers, body: { schemas, userName: 'ben.lindqvist@quiet-harbor.example' } },
    'scimCreateUser',
  ],
];

test.each(refusals)('a refusal with %i fits the document: %s', async (status, line, details, operationId) => {
  const { ask } = openTenant();
  const answer = await ask(line, details);
  expect(answer.status).toBe(status);
  const operation = operationById.get(operationId);
  if (!operation) throw new TypeError(`The document has no ${operationId}.`);
  const answered = { status, headers: Object.fromEntries(answer.headers), body: answer.body };
  expect(judgeAnswer(operation, answered)).toEqual([]);
});
