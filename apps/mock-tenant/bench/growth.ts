import { createTenant, type Seed, type Tenant } from '../src/index.ts';

const sizes = [100, 1_000, 10_000, 100_000];
const rounds = 500;

/** Tenant with so many stories, of which twenty are in the team `Small`. */
function tenantOf(size: number): Tenant {
  const seed: Seed = {
    teams: [{ name: 'Small' }, { name: 'Large' }],
    people: [{ email: 'owner@bench.example', tenant_owner: true }],
    stories: Array.from({ length: size }, (_, at) => ({
      team: at % (size / 20) === 0 ? 'Small' : 'Large',
      name: `S${at}`,
    })),
    keys: [{ secret: 'bench-owner-key', type: 'tenant_owner' }],
  };
  return createTenant({ seed });
}

/** Microseconds that a call takes, the middle one of many. */
async function middle(tenant: Tenant, path: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const request = new Request(`http://bench.example${path}`, { headers: { 'x-user-token': 'bench-owner-key' } });
    const started = performance.now();
    const response = await tenant.fetch(request);
    times.push(performance.now() - started);
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  }
  return (times.sort((one, other) => one - other)[rounds >> 1] ?? 0) * 1000;
}

/** What a list of twenty stories costs in tenants that grow, filtered and not. */
export async function measureGrowth(): Promise<string[]> {
  const lines = [
    '| stories in the tenant | twenty of one team | first page of all | get one |',
    '|---:|---:|---:|---:|',
  ];
  for (const size of sizes) {
    const tenant = tenantOf(size);
    const small = tenant.state.teams.all()[0]?.id;
    const one = tenant.state.stories.all()[0]?.id;
    const paths = [`/api/v1/stories?team_id=${small}`, '/api/v1/stories', `/api/v1/stories/${one}`];
    const cells: string[] = [];
    for (const path of paths) cells.push(`${Math.round(await middle(tenant, path))} µs`);
    lines.push(`| ${size.toLocaleString('en')} | ${cells.join(' | ')} |`);
  }
  return lines;
}

/** How long it takes to take a snapshot of the demo tenant and to put it back. */
export function measureSnapshots(): string[] {
  const tenant = createTenant();
  const kept = tenant.snapshot();
  const time = (action: () => void) => {
    const times = Array.from({ length: 200 }, () => {
      const started = performance.now();
      action();
      return performance.now() - started;
    }).sort((one, other) => one - other);
    return [times[100], times.at(-1)].map((each) => `${(each ?? 0).toFixed(2)} ms`);
  };
  const [taking, putting] = [time(() => void tenant.snapshot()), time(() => tenant.restore(kept))];
  return [
    '| demo tenant | the middle one of 200 | the slowest |',
    '|---|---:|---:|',
    `| snapshot | ${taking.join(' | ')} |`,
    `| restore | ${putting.join(' | ')} |`,
  ];
}
