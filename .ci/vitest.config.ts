import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: '.ci',
    include: ['**/*.test.ts'],
    exclude: ['**/*.long.test.ts'],
    reporters: ['default', ['json', { outputFile: '.ci/reports/test.json' }]],
  },
});
