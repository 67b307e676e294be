/**
 * A tenant in a process of its own, for `soak.long.test.ts`: tells its address, and on each message collects its garbage,
 * goes back to its start, and tells how many bytes it still holds.
 */
import { startMockTenant } from '../src/index.ts';

const tenant = await startMockTenant();
process.send?.({ url: tenant.url });
process.on('message', () => {
  tenant.reset();
  globalThis.gc?.();
  process.send?.({ held: process.memoryUsage().heapUsed });
});
