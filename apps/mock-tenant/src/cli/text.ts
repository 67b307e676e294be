import type { StartKey } from './shown-keys.ts';
import { renderTable } from './table.ts';

/** What is told when the tenants have started. */
export interface Start {
  urls: readonly string[];
  /** Whether the page of the tenant is served. */
  hasPage: boolean;
  keys: readonly StartKey[];
  /** Whether the tenant is the one of the document's examples, which the calls to paste need. */
  isDemo: boolean;
  mockTokens: readonly (string | undefined)[];
  authorityFile: string | undefined;
}

/** What a person sees when the tenant has started: its keys and three calls to paste. */
export function renderStart({ urls, hasPage, keys, isDemo, mockTokens, authorityFile }: Start): string {
  const [url = ''] = urls;
  const rows = keys.map(({ key, name, type, reach }) => [key ?? `(${name})`, type, reach]);
  const title =
    urls.length === 1
      ? `Mock Tines tenant on ${url}  (unofficial, everything in it is made up)`
      : `${urls.length} mock Tines tenants  (unofficial, everything in them is made up)\n\n${renderTable(urls.map((each, at) => [`[${at + 1}]`, each]))}`;
  return [
    '',
    title,
    '',
    renderTable([['key', 'type', 'what it may do'], ...rows]),
    ...trust(authorityFile),
    ...tokens(urls, mockTokens),
    ...(isDemo ? ['', renderCalls(url, authorityFile)] : []),
    '',
    ...(hasPage ? [`API keys, people and activity in the browser: ${url}/`] : []),
    `Requests seen: ${url}/_mock/requests    Back to the start: curl -X POST ${url}/_mock/reset`,
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
}

function renderCalls(url: string, authorityFile: string | undefined): string {
  const curl = authorityFile === undefined ? 'curl' : `curl --cacert ${authorityFile}`;
  return `Try it:
  ${curl} ${url}/api/v1/events/ -H 'x-user-token: team-viewer-demo-key'
  ${curl} ${url}/api/v1/events/ -H 'Authorization: Bearer team-viewer-demo-key'
  ${curl} ${url}/api/v1/stories -H 'Authorization: Bearer team-editor-demo-key' \\
    -H 'Content-Type: application/json' -d '{"team_id": 1101, "name": "My first story"}'`;
}

function trust(authorityFile: string | undefined): string[] {
  if (authorityFile === undefined) return [];
  return [
    '',
    `The certificate is made for this run. Its authority: ${authorityFile}`,
    `  Node: NODE_EXTRA_CA_CERTS=${authorityFile}   Python: SSL_CERT_FILE, REQUESTS_CA_BUNDLE   curl: --cacert`,
  ];
}

function tokens(urls: readonly string[], mockTokens: readonly (string | undefined)[]): string[] {
  const rows = mockTokens.flatMap((token, at) => (token === undefined ? [] : [[urls[at] ?? '', token]]));
  if (rows.length === 0) return [];
  return ['', 'Others can reach this address, so /_mock takes a token in the header X-Mock-Token:', renderTable(rows)];
}

/** The same for machines, on one line. */
export function renderStartJson({ urls, keys, mockTokens, authorityFile }: Start): string {
  const tenants = urls.map((url, at) => ({ url, mock_token: mockTokens[at] ?? null }));
  return `${JSON.stringify({ event: 'start', tenants, keys, authority_file: authorityFile ?? null })}\n`;
}
