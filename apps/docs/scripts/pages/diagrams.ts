/** Draws the diagrams: Graphviz sources become pictures in the text that follow the theme of the page. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';
import { docs } from '../paths.ts';
import { escapeHtml } from './html.ts';
import type { Slot } from './page.ts';

/**
 * Draws every source of `diagrams/`.
 *
 * @returns The pictures by slot name, `diagram key-types` for `key-types.dot`.
 * @throws When a source does not begin with a comment that describes the picture for those who do not see it.
 */
export async function drawDiagrams(): Promise<Map<string, Slot>> {
  const viz = await instance();
  const folder = join(docs, 'diagrams');
  const slots = new Map<string, Slot>();
  for (const file of (await readdir(folder)).sort()) {
    const source = await readFile(join(folder, file), 'utf8');
    const description = /^\/\*\s*(.*?)\s*\*\//s.exec(source)?.[1]?.replace(/\s+/g, ' ');
    if (description === undefined) throw new Error(`diagrams/${file} must begin with a description in /* … */.`);
    const picture = viz.renderString(source, { format: 'svg', engine: 'dot' });
    slots.set(`diagram ${file.replace(/\.dot$/, '')}`, {
      site: figure(themed(picture), description),
      copy: `_Diagram: ${description}_`,
    });
  }
  return slots;
}

/** The drawing alone, in the colours of the text around it. */
function themed(picture: string): string {
  return picture
    .slice(picture.indexOf('<svg'))
    .replace(/<!--.*?-->/gs, '')
    .replace(/<title>.*?<\/title>/gs, '')
    .replace(/ id="[^"]*"/g, '')
    .replace(/<polygon fill="white" stroke="(none|transparent)"[^>]*\/>/, '')
    .replaceAll('stroke="black"', 'stroke="currentColor"')
    .replaceAll('fill="black"', 'fill="currentColor"')
    .replaceAll('stroke="gray"', 'stroke="var(--sl-color-gray-3)"')
    .replace(/<text /g, '<text fill="currentColor" ')
    .replace(/\n+/g, '\n')
    .trim();
}

function figure(picture: string, description: string): string {
  const named = picture.replace('<svg ', `<svg role="img" aria-label="${escapeHtml(description)}" `);
  return `<figure class="diagram">\n${named}\n</figure>`;
}
