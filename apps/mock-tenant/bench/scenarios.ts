import type autocannon from 'autocannon';

/** One kind of request to measure. */
export interface Scenario {
  name: string;
  requests: autocannon.Request[];
}

const stories = '/api/v1/stories';
const read = (path: string): autocannon.Request => ({ method: 'GET', path });
const write = (path: string, body: object): autocannon.Request => ({
  method: 'POST',
  path,
  body: JSON.stringify(body),
});
const unresolved = { nodes: [{ field: 'status', op: 'EQUALS', value: 'OPEN' }] };

/** Reads first: they are measured on a tenant that holds its seed and no more. */
export const reads: Scenario[] = [
  { name: 'list stories', requests: [read(stories)] },
  { name: 'get a story', requests: [read(`${stories}/3101`)] },
  { name: 'info', requests: [read('/api/v1/info')] },
  { name: 'search cases', requests: [write('/api/v3/cases/search', { filter: unresolved })] },
  { name: 'a refused body', requests: [write(stories, { name: 'Bench' })] },
];

export const writes: Scenario[] = [
  { name: 'create a story', requests: [write(stories, { team_id: 1101, name: 'Bench' })] },
  {
    name: 'a write, then a read',
    requests: [write(stories, { team_id: 1101, name: 'Bench' }), read(`${stories}/3101`)],
  },
];
