import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['lint/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/*.long.test.ts', '**/node_modules/**'],
    // No test changes what others see, and loading Redocly anew for each file would be most of the run.
    isolate: false,
    reporters: ['default', ['json', { outputFile: 'reports/test.json' }]],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
