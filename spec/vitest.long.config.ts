import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    // The readers are large; one at a time is as fast on two cores.
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: 'reports/test-long.json' }]],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
