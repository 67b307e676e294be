import type { Proof, Step } from './proof.ts';

const scim = '/api/scim/v2';
const ben = `${scim}/Users/3f2a9c1e-7b6d-4e5f-8a90-1b2c3d4e5f60`;
const detection = `${scim}/Groups/b81d4c02-5f3e-4a7b-9c66-0d2e8f1a7340`;
const mapping = '/api/v1/admin/scim_user_group_mapping';
const userName = 'fay@quiet-harbor.example';
const schemas = (kind: string) => ({ schemas: [`urn:ietf:params:scim:schemas:core:2.0:${kind}`] });
const patch = (value: unknown) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', value }],
});
const user: Step = [`GET ${ben}`];
const group: Step = [`GET ${detection}`];

/** What identity providers write, and the mapping of their groups. */
export const scimProofs: readonly Proof[] = [
  { write: [`POST ${scim}/Users`, { ...schemas('User'), userName }], read: [`GET ${scim}/Users`] },
  { write: [`PUT ${ben}`, { ...schemas('User'), userName }], read: user },
  { write: [`PATCH ${ben}`, patch({ active: false })], read: user },
  { write: [`DELETE ${ben}`], read: user },
  { write: [`POST ${scim}/Groups`, { ...schemas('Group'), displayName: 'new' }], read: [`GET ${scim}/Groups`] },
  { write: [`PUT ${detection}`, { ...schemas('Group'), displayName: 'new' }], read: group },
  { write: [`PATCH ${detection}`, patch({ displayName: 'new' })], read: group },
  { write: [`DELETE ${detection}`], read: group },
  { write: [`POST ${mapping}`, { user_group_mapping: { mappings: [] } }], read: [`GET ${mapping}`] },
];
