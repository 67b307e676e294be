import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { sidebar } from './src/sidebar.ts';

export default defineConfig({
  outDir: '../dist',
  cacheDir: '../.astro/cache',
  // Pages are files with an ending: a folder that is opened from a disk has no host that would look for an index.
  build: { format: 'file', inlineStylesheets: 'never' },
  image: { service: passthroughImageService() },
  // Scripts stand inside the pages, as a browser loads no module from a disk.
  vite: { build: { assetsInlineLimit: 1_000_000 } },
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: 'tines-openapi',
      description: 'The Tines REST API in OpenAPI 3.1, with types, a client and a mock tenant. Unofficial.',
      favicon: '/favicon.svg',
      // The search that comes with the generator needs a host; ours also works from a disk and knows the operations.
      pagefind: false,
      components: { Search: './src/components/Search.astro', Footer: './src/components/Footer.astro' },
      customCss: ['./src/styles/site.css'],
      markdown: { processedDirs: ['../.pages'] },
      sidebar,
    }),
  ],
});
