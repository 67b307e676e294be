/** Makes every link of the built pages relative, so that the folder works under any path and from a disk. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { allowBreaks } from './breaks.ts';

/**
 * Rewrites all pages of a folder in place, and takes scripts into the pages that ask for them: a browser loads no module
 * script from a disk.
 *
 * @param folder The built site.
 * @param siteUrl Where the site will be, if that is known; the page for lost readers then knows its way at once.
 */
export async function makeRelative(folder: string, siteUrl: string | undefined): Promise<void> {
  const bundled = new Map<string, string>();
  for await (const file of glob('**/*.html', { cwd: folder })) {
    const html = await takeScriptsIn(folder, await readFile(join(folder, file), 'utf8'), bundled);
    const up = '../'.repeat(file.split(/[\\/]/).length - 1);
    const relative = allowBreaks(relativeLinks(html, up === '' ? './' : up));
    await writeFile(join(folder, file), file === '404.html' ? findRoot(relative, siteUrl) : relative);
  }
}

/**
 * Turns links from the root into links from the page. A `srcset` of ours names one picture.
 *
 * @param up The way from the page to the root, `./` or `../` as often as needed.
 */
export function relativeLinks(html: string, up: string): string {
  return html.replace(/\b(href|src|srcset|data-script)="\/(?!\/)([^"]*)"/g, (_, name: string, path: string) => {
    return `${name}="${up}${path === '' ? 'index.html' : path}"`;
  });
}

const moduleScript = /<script type="module" src="\/([^"]+)"><\/script>/g;

/** All scripts of a page become one, as what two of them import must be there once. */
async function takeScriptsIn(folder: string, html: string, bundled: Map<string, string>): Promise<string> {
  const files = [...html.matchAll(moduleScript)].map(([, file = '']) => file);
  const key = files.join();
  if (!bundled.has(key)) bundled.set(key, await bundleScripts(folder, files));
  const script = `<script type="module">${bundled.get(key)}</script>`;
  return html.replace(moduleScript, '').replace('</body>', () => `${script}</body>`);
}

/** Scripts with all that they import, as one text that can stand inside a page. */
async function bundleScripts(folder: string, files: string[]): Promise<string> {
  const contents = files.map((file) => `import './${file}';`).join('\n');
  const result = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  });
  return (result.outputFiles[0]?.text ?? '').trim().replaceAll('</script', '<\\/script');
}

/**
 * The page for lost readers is shown under any address, so its relative links need a root. It is the known address of the
 * site, or else the nearest folder above the address asked for that holds the site.
 */
function findRoot(html: string, siteUrl: string | undefined): string {
  if (siteUrl !== undefined) return html.replace('<head>', `<head><base href="${new URL(siteUrl).pathname}">`);
  const script = `<script>
{
  const found = document.createElement('base');
  for (let path = location.pathname.replace(/[^/]*$/, ''); location.protocol !== 'file:'; path = path.replace(/[^/]*\\/$/, '')) {
    const request = new XMLHttpRequest();
    request.open('HEAD', path + 'search.js', false);
    request.send();
    if (request.status === 200) {
      found.href = path;
      document.head.prepend(found);
      break;
    }
    if (path === '/') break;
  }
}
</script>`;
  return html.replace('<head>', () => `<head>${script}`);
}
