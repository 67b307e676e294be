import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import { expect, test } from 'vitest';

const calls = 20_000;

/** Runs alone in a process, so that nothing of the tests counts: warms up, then compares what is held before and after. */
const program = `
  import { createLimiter, createTinesClient } from '@tines-openapi/client';
  const [tenant, calls] = process.argv.slice(1);
  const { signal } = new AbortController();
  const client = createTinesClient({
    tenant, auth: async () => 'tenant-owner-demo-key', limiter: createLimiter({ perMinute: { default: 1_000_000 } }),
  });
  const many = async (count) => {
    for (let done = 0; done < count; done += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, index) => index === 0
        ? client.GET('/api/v1/stories/{story_id}', { params: { path: { story_id: 999 } }, signal })
        : client.GET('/api/v1/info', { signal })));
    }
    global.gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
    global.gc();
    return process.memoryUsage().heapUsed;
  };
  await many(4000);
  const before = await many(2000);
  const after = await many(Number(calls));
  console.log(JSON.stringify({ before, after }));
`;

test(`memory stays flat over ${calls} calls under one signal, one limiter and one client`, async () => {
  const tenant = await startMockTenant();
  const args = ['--expose-gc', '--input-type=module', '--eval', program, tenant.url, String(calls)];
  const cwd = new URL('..', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  await tenant.close();
  const { before, after } = JSON.parse(stdout);
  console.log(`heap: ${before} bytes before, ${after} after, ${((after - before) / calls).toFixed(1)} a call`);
  expect(after - before).toBeLessThan(1_000_000);
});
