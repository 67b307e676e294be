import { demoKeys } from '../state/seed/keys.ts';

const reaches: Record<(typeof demoKeys)[number]['secret'], string> = {
  'personal-owner-demo-key': 'the whole tenant, as Amara Okafor, tenant owner',
  'personal-editor-demo-key': 'team Detection as EDITOR, as Ben Lindqvist',
  'service-audit-demo-key': 'audit logs only (AUDIT_LOG_READ)',
  'tenant-owner-demo-key': 'the whole tenant',
  'team-editor-demo-key': 'team Detection as EDITOR',
  'team-viewer-demo-key': 'reads team Detection (VIEWER)',
  'deactivated-user-demo-key': 'nothing: its user is deactivated, so 401',
};

/** What a person sees when the tenant has started: its keys and three calls to paste. */
export function renderStart(url: string): string {
  const rows = demoKeys.map(({ secret, type }) => [secret, type.replace('_', ' '), reaches[secret]] as const);
  return `
Mock Tines tenant on ${url}  (unofficial, everything in it is made up)

${renderTable([['key', 'type', 'what it may do'], ...rows])}

Try it:
  curl ${url}/api/v1/events/ -H 'x-user-token: team-viewer-demo-key'
  curl ${url}/api/v1/events/ -H 'Authorization: Bearer team-viewer-demo-key'
  curl ${url}/api/v1/stories -H 'Authorization: Bearer team-editor-demo-key' \\
    -H 'Content-Type: application/json' -d '{"team_id": 1101, "name": "My first story"}'

Requests seen: ${url}/_mock/requests    Back to the start: curl -X POST ${url}/_mock/reset
Stop with Ctrl+C.
`;
}

/** Rows of text in columns of equal width. */
function renderTable(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, at) => Math.max(known[at] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()).join('\n');
}

export function renderHelp(): string {
  return `Usage: tines-mock-tenant [options]

Starts a mock Tines tenant: it knows its keys and their rights, remembers what was written,
and holds every request and answer against the OpenAPI document.

Options:
  -p, --port <number>     port to listen on; 0 takes any free one      (4010)
      --host <address>    address to listen on                         (127.0.0.1)
      --denied <status>   404 or 403 for a valid key without the right (404)
      --engine <name>     tenant, or prism to answer examples only     (tenant)
      --rate-limit        enforce the rate limits of the document      (off)
      --data <file>       keep the tenant in an SQLite file            (memory)
      --cases-v1 <state>  served, or gone for 404 on v1 case paths     (served)
      --without-cases     a tenant whose plan has no cases: 401
  -q, --quiet             print the address and nothing else
  -v, --version           print the version
  -h, --help              print this

Beside the API, /_mock/health says whether it is up, POST /_mock/reset puts everything back,
and /_mock/requests lists what was asked.

Example:
  tines-mock-tenant --port 4020
  curl http://127.0.0.1:4020/api/v1/info -H 'Authorization: Bearer team-viewer-demo-key'
`;
}
