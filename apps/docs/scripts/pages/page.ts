/** A page of the site before the generator sees it, and how its Markdown is finished. */
import { parse, stringify } from 'yaml';
import { escapeHtml } from './html.ts';

/** A page. */
export interface Page {
  /** Where it lives, from the root of the site and without an ending: `guides/paging`. */
  path: string;
  title: string;
  /** One sentence, for search engines, `llms.txt` and the top of the page. */
  description: string;
  /** Markdown. Links to other pages are relative and end in `.md`. */
  body: string;
  /** More words by which the search finds the page. */
  words?: string;
  /** How deep the list of what is on the page goes, as a level of headings. 3 where nothing is said. */
  contents?: number;
}

/** What is put into a page where it says `{{name}}`: Markdown, or HTML for the site with Markdown for the copy. */
export type Slot = string | { site: string; copy: string };

/**
 * Reads a page from a Markdown file with front matter.
 *
 * @throws When the file has no title or no description.
 */
export function readPage(path: string, source: string): Page {
  const match = /^---\n(.*?)\n---\n(.*)$/s.exec(source);
  const front = parse(match?.[1] ?? '') as Partial<Page> | null;
  if (!front?.title || !front.description) {
    throw new Error(`pages/${path}.md must begin with a title and a description between lines of ---.`);
  }
  const { title, description } = front;
  return { ...front, path, title, description, body: (match?.[2] ?? '').trim() };
}

/** The file that the generator reads. */
export function renderForSite(page: Page, slots: Map<string, Slot>): string {
  const { title, description, contents = 3 } = page;
  const front = stringify({ title, description, tableOfContents: { maxHeadingLevel: contents } });
  const body = outsideCode(fillSlots(page, slots, 'site'), (text) =>
    text.replace(pageLink, ']($1.html$2)').replace(picture, bothThemes),
  );
  return `---\n${front}---\n\n${body}\n`;
}

/** The Markdown that is published beside the page. */
export function renderCopy(page: Page, slots: Map<string, Slot>): string {
  const body = outsideCode(fillSlots(page, slots, 'copy'), (text) =>
    text.replace(picture, `![$1](${toRoot(page)}$2-light.png)`),
  );
  return `# ${page.title}\n\n${page.description}\n\n${body}\n`;
}

function fillSlots(page: Page, slots: Map<string, Slot>, target: 'site' | 'copy'): string {
  return page.body.replace(slotPattern, (_, name: string) => {
    const slot = slots.get(name);
    if (slot === undefined)
      throw new Error(`${page.path} asks for {{${name}}}; there are ${[...slots.keys()].join(', ')}.`);
    return typeof slot === 'string' ? slot : slot[target];
  });
}

/** Fills the slots that hold Markdown, so that what they say is treated like the rest of the page. */
export function fillMarkdown(page: Page, slots: Map<string, Slot>): Page {
  const body = page.body.replace(slotPattern, (whole, name: string) => {
    const slot = slots.get(name);
    return typeof slot === 'string' ? slot : whole;
  });
  return { ...page, body };
}

/** A link to another page of ours: not to the Markdown of an operation, which is a file of its own. */
const pageLink = /\]\((?!(?:\.\.\/)*reference\/)([^)\s:]+)\.md(#[^)]*)?\)/g;

/** A picture of the light theme that has a sister of the dark one. */
const picture = /!\[([^\]]*)\]\(\/([\w/-]+)-light\.png\)/g;

/** Both pictures; the styles show that of the theme, and a browser fetches no picture that is not shown. */
function bothThemes(_: string, description: string, name: string): string {
  const image = (theme: string) =>
    `<img class="only-${theme}" src="/${name}-${theme}.png" alt="${escapeHtml(description)}" loading="lazy" />`;
  return `<p>${image('light')}${image('dark')}</p>`;
}

const slotPattern = /^\{\{([\w -]+)\}\}$/gm;

/** The way from a page to the root of the site: empty, or one or more `../`. */
export function toRoot(page: { path: string }): string {
  return '../'.repeat(page.path.split('/').length - 1);
}

/** Changes Markdown but leaves fenced code alone. */
export function outsideCode(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(/^(`{3,}[^\n]*\n.*?^`{3,}$)/gms)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

/** Makes the id of every operation that stands alone in code lead to the reference. */
export function linkOperations(page: Page, links: ReadonlyMap<string, string>): Page {
  const link = (whole: string, id: string) => (links.has(id) ? `[\`${id}\`](${toRoot(page)}${links.get(id)})` : whole);
  // Not inside the words of a link, and not in headings, whose anchors would change.
  const change = (text: string) =>
    text
      .split('\n')
      .map((line) => (line.startsWith('#') ? line : line.replace(/(?<!\[)`(\w+)`(?!\])/g, link)))
      .join('\n');
  return { ...page, body: outsideCode(page.body, change) };
}
