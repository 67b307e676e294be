import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: '.ci',
    include: ['**/*.long.test.ts'],
    testTimeout: 300_000,
    // One deletes what turbo built, another packs it.
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: '.ci/reports/test-long.json' }]],
  },
});
