import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: '.ci',
    include: ['**/*.test.ts'],
    exclude: ['**/*.long.test.ts'],
    // Generous: a loaded machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.ci/reports/test.json' }]],
  },
});
