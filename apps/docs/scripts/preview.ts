/** Serves the built site on loopback: `pnpm docs:preview`, with `--port` for another port than 4030. */
import { parseArgs } from 'node:util';
import { dist } from './paths.ts';
import { serveFolder } from './serve.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4030' } } });
const port = Number(values.port);
const host = await serveFolder(dist, { port }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is in use. Choose another one with --port, or any free one with --port 0.`);
  process.exit(2);
});
console.log(`The docs are at ${host.url}`);
