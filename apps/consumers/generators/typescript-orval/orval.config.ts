import { defineConfig } from 'orval';

export default defineConfig({
  tines: {
    input: 'openapi.json',
    output: {
      target: 'src/generated/tines.ts',
      client: 'fetch',
      baseUrl: { runtime: 'process.env.TINES_URL' },
    },
  },
});
