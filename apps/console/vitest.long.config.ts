import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One browser at a time: the machines that run this have two cores.
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: 'reports/test-long.json' }]],
  },
});
