export function renderHelp(): string {
  return `Usage: tines-mock-tenant [options]

Starts a mock Tines tenant: it knows its keys and their rights, remembers what was written,
and holds every request and answer against the OpenAPI document.

Where it listens:
  -p, --port <number>     port to listen on; 0 takes any free one         (4010)
      --host <address>    address to listen on; /_mock takes a token on
                          every address but loopback                      (127.0.0.1)
      --tenants <number>  how many, on this port and those after it       (1)
      --https             make a certificate for this run
      --allow-host <name> a further name for the page and /_mock; the
                          API takes every name
      --no-console        leave the page in the browser out

What it holds:
      --seed-file <file>  begin with a JSON of teams, people, stories and
                          keys, or with a snapshot of a tenant            (demo tenant)
      --data <file>       keep the tenant in an SQLite file               (memory)

How it behaves:
      --denied <status>   404 or 403 for a valid key without the right    (404)
      --rate-limit        enforce the rate limits of the document         (off)
      --cases-v1 <state>  served, or gone for 404 on v1 case paths        (served)
      --without-cases     a tenant whose plan has no cases: 401
      --without-logs      runs leave no logs of actions
      --engine <name>     tenant, or prism to answer examples only        (tenant)

What it prints:
  -q, --quiet             print the addresses and nothing else
      --json              print JSON lines: one at the start, one a request
  -v, --version           print the version
  -h, --help              print this

Examples:
  A tenant, and a call with a key that it prints:
    tines-mock-tenant --port 4020
    curl http://127.0.0.1:4020/api/v1/info -H 'Authorization: Bearer team-viewer-demo-key'

  A key of your own, once:
    curl http://127.0.0.1:4020/_mock/keys -H 'Content-Type: application/json' \\
      -d '{"type": "team", "name": "CI", "team_id": 1101, "role": "VIEWER"}'

  Let the next two calls fail, then put everything back:
    curl http://127.0.0.1:4020/_mock/faults -H 'Content-Type: application/json' \\
      -d '{"kind": "status", "status": 503, "times": 2}'
    curl -X POST http://127.0.0.1:4020/_mock/reset

  Keep a tenant as you have it, and begin with it another time:
    curl http://127.0.0.1:4020/_mock/snapshot > tenant.json
    tines-mock-tenant --seed-file tenant.json

  Two tenants, to promote from one to the other, for programs that read JSON:
    tines-mock-tenant --tenants 2 --port 0 --json --quiet

Under /_mock are also /clock, /people, /settings, /requests and /events; mock-api.yaml in the
package describes them.
`;
}
