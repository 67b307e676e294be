import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxConcurrency: 2,
    reporters: ['default', ['json', { outputFile: 'reports/test-long.json' }]],
  },
});
