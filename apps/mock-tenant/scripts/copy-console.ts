/** Puts the page of the tenant, which `apps/console` builds, into `dist/console`, from where it is served and shipped. */
import { cp, rm } from 'node:fs/promises';

const built = new URL('../../console/dist/', import.meta.url);
const place = new URL('../dist/console/', import.meta.url);

await rm(place, { recursive: true, force: true });
await cp(built, place, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error;
  console.warn('The page is left out: apps/console is not built. `pnpm build` builds both.');
});
