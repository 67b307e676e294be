/** `llms.txt`: what is here, one line a page and one line an operation, each with the address of its Markdown. */
import type { OpenApiDocument, Operation } from '../document.ts';
import type { Page } from '../pages/page.ts';

/** The text of `llms.txt`. */
export function renderLlms(document: OpenApiDocument, pages: Page[], operations: Operation[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const sections = tags.map((tag) => {
    const lines = operations
      .filter((operation) => operation.tag === tag)
      .map(({ id, method, path, object }) => {
        const gone = object['x-sunset'] === undefined ? '' : ` Goes away on ${object['x-sunset']}.`;
        return `- [${id}](reference/operations/${id}.md): \`${method} ${path}\` ${object.summary}.${gone}`;
      });
    return `## ${tag}\n\n${lines.join('\n')}`;
  });
  return `# Tines REST API (unofficial description)

> ${document.info.description.trim().split('\n\n')[0]?.replaceAll('\n', ' ')} Every operation is listed here; a path that is not, does not exist.

Send a key as \`Authorization: Bearer <key>\` or as \`X-User-Token: <key>\`. The whole document: [openapi.json](openapi.json), [openapi.yaml](openapi.yaml), [openapi-3.0.json](openapi-3.0.json).

## Guides

${pages.map(({ path, title, description }) => `- [${title}](${path}.md): ${description}`).join('\n')}

${sections.join('\n\n')}
`;
}

/**
 * The sitemap. It needs whole addresses, so it can only be written where the address of the site is known.
 *
 * @param site The address of the site, with a slash at the end.
 */
export function renderSitemap(site: string, pages: Page[]): string {
  const paths = [...pages.map(({ path }) => (path === 'index' ? '' : `${path}.html`)), 'reference/index.html'];
  const urls = paths.map((path) => `  <url><loc>${new URL(path, site).href}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
