import { defineConfig } from 'vite';

/** The files go as they are into the package of the mock tenant, which serves them at its root. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    // Nothing is written into the page itself: its policy allows no inline script and no `data:` address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/_mock': 'http://127.0.0.1:4010', '/api': 'http://127.0.0.1:4010' } },
});
