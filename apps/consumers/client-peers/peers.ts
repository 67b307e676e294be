/** One program for each client: makes it for a tenant and hands back the call "list five stories". */
export interface Peer {
  readonly name: string;
  /** Whether it sends a failed call again and has a time limit, as written here. */
  readonly retriesAndTimeout: boolean;
  /** Source of a module with the default export `(tenant: string, key: string) => () => Promise<unknown>`. */
  readonly source: string;
  /** Packages that an install of it brings, or the generated file or folder that it is. */
  readonly installed: { readonly packages?: readonly string[]; readonly generated?: string };
}

const query = '{ params: { query: { per_page: 5 } } }';

export const peers: readonly Peer[] = [
  {
    name: 'fetch alone',
    retriesAndTimeout: false,
    source: `export default (tenant, key) => async () => {
      const headers = { authorization: 'Bearer ' + key };
      return (await fetch(tenant + '/api/v1/stories?per_page=5', { headers })).json();
    };`,
    installed: {},
  },
  {
    name: 'openapi-fetch alone',
    retriesAndTimeout: false,
    source: `import createClient from 'openapi-fetch';
    export default (tenant, key) => {
      const client = createClient({ baseUrl: tenant, headers: { authorization: 'Bearer ' + key } });
      return () => client.GET('/api/v1/stories', ${query});
    };`,
    installed: { packages: ['openapi-fetch', 'openapi-typescript-helpers'] },
  },
  {
    name: '@tines-openapi/client',
    retriesAndTimeout: true,
    source: `import { createTinesClient } from '@tines-openapi/client';
    export default (tenant, auth) => {
      const client = createTinesClient({ tenant, auth });
      return () => client.GET('/api/v1/stories', ${query});
    };`,
    installed: {
      packages: ['@tines-openapi/client', '@tines-openapi/types', 'openapi-fetch', 'openapi-typescript-helpers'],
    },
  },
  {
    name: 'Redocly, generated',
    retriesAndTimeout: true,
    source: `import { client, listStories } from './generated/redocly/client.ts';
    export default (tenant, key) => {
      client.configure({ serverUrl: tenant, auth: { bearer: key }, retry: { retries: 2 }, timeout: 30000 });
      return () => listStories({ query: { per_page: 5 } });
    };`,
    installed: { generated: 'generated/redocly' },
  },
  {
    name: 'Hey API, generated',
    retriesAndTimeout: false,
    source: `import { client } from './generated/hey-api/client.gen.ts';
    import { listStories } from './generated/hey-api/sdk.gen.ts';
    export default (tenant, key) => {
      client.setConfig({ baseUrl: tenant, auth: ({ scheme }) => (scheme === 'bearer' ? key : undefined) });
      return () => listStories({ query: { per_page: 5 } });
    };`,
    installed: { generated: 'generated/hey-api' },
  },
  {
    name: '@octokit/request',
    retriesAndTimeout: false,
    source: `import { request } from '@octokit/request';
    export default (tenant, key) => {
      const call = request.defaults({ baseUrl: tenant, headers: { authorization: 'Bearer ' + key } });
      return () => call('GET /api/v1/stories', { per_page: 5 });
    };`,
    installed: {
      packages: [
        '@octokit/request',
        '@octokit/endpoint',
        '@octokit/request-error',
        '@octokit/types',
        '@octokit/openapi-types',
        'universal-user-agent',
      ],
    },
  },
  {
    name: 'ky',
    retriesAndTimeout: true,
    source: `import ky from 'ky';
    export default (tenant, key) => {
      const client = ky.create({ prefix: tenant, headers: { authorization: 'Bearer ' + key } });
      return () => client.get('api/v1/stories', { searchParams: { per_page: 5 } }).json();
    };`,
    installed: { packages: ['ky'] },
  },
];
