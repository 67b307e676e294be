/** The whole reference on one page, and one of each kind of thing in it, so that one run of axe sees everything there is. */
import type { Page } from 'playwright-core';

/** A section of the reference: the word in its address, and the ids of the places of its operations. */
export interface ReferenceSection {
  slug: string;
  places: string[];
}

/**
 * The renderer draws an operation when it comes near to the window. Here everything counts as near, so that a section that is
 * gone to is drawn as a whole. To be called before the page is opened.
 */
export async function drawEverything(page: Page): Promise<void> {
  await page.addInitScript(() => {
    class EverythingIsNear implements Partial<IntersectionObserver> {
      readonly #callback: IntersectionObserverCallback;

      constructor(callback: IntersectionObserverCallback) {
        this.#callback = callback;
      }

      observe(target: Element): void {
        const entry = { target, isIntersecting: true, intersectionRatio: 1 } as IntersectionObserverEntry;
        queueMicrotask(() => this.#callback([entry], this as unknown as IntersectionObserver));
      }

      unobserve(): void {}
      disconnect(): void {}
    }
    globalThis.IntersectionObserver = EverythingIsNear as unknown as typeof IntersectionObserver;
  });
}

declare global {
  /** What is collected from the sections in the page, until `showCollected`. */
  var collectedReference: { copy(node: Node): Node | undefined; parts: Node[] };
}

/**
 * Goes through all sections, draws every operation of each, and collects each kind of thing once. Two things are of a kind when
 * their elements, classes, attributes and the presence of text are the same: what axe says of one then holds for the other. What
 * has parts that depend on each other, such as a table or a button, is left whole.
 */
export async function collectSections(page: Page, sections: readonly ReferenceSection[]): Promise<void> {
  await page.evaluate(prepareCollection);
  for (const { slug, places } of sections) {
    await page.evaluate((wanted) => location.assign(`#/${wanted}`), slug);
    await page.waitForFunction((ids) => ids.every((id) => window.document.getElementById(id)), places);
    await page.evaluate(() => {
      const { copy, parts } = globalThis.collectedReference;
      for (const part of window.document.getElementById('api-content')?.children ?? []) {
        const copied = copy(part);
        if (copied !== undefined) parts.push(copied);
      }
    });
  }
}

/** Puts what was collected in place of the page, menu and all. */
export function showCollected(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { copy, parts } = globalThis.collectedReference;
    const root = window.document.getElementById('redoc');
    const copied = root === null ? undefined : (copy(root) as Element | undefined);
    const content = copied?.querySelector('#api-content');
    if (!root || !copied || !content) throw new Error('The renderer no longer puts operations into #api-content.');
    content.append(...parts);
    root.replaceWith(copied);
  });
}

/** Switches the theme as the page does, by a class of the root, but at once: no colour is on its way while axe looks. */
export async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important; }' });
  await page.evaluate((wanted) => {
    window.document.documentElement.className = wanted;
  }, theme);
}

/** Runs in the page. */
function prepareCollection(): void {
  const whole = 'a, button, label, select, svg, dl, [role]:not([role="none"]):not([role="presentation"])';
  const ofOnePlaceOnly = new Set([
    'id',
    'href',
    'for',
    'title',
    'aria-controls',
    'aria-labelledby',
    'aria-describedby',
  ]);
  const numbers = new Map<string, number>();
  const kinds = new WeakMap<Element, number>();
  const seen = new Set<number>();

  function kindOf(element: Element): number {
    const known = kinds.get(element);
    if (known !== undefined) return known;
    const attributes = [...element.attributes].map(({ name, value }) =>
      ofOnePlaceOnly.has(name) || name.startsWith('data-') ? name : `${name}=${value}`,
    );
    const children = [...element.childNodes].map((node) => {
      if (node instanceof Element) return kindOf(node);
      return node.textContent?.trim() ? 'text' : '';
    });
    const signature = [element.tagName, attributes.sort().join(), ...children].join('|');
    const kind = numbers.get(signature) ?? numbers.size;
    numbers.set(signature, kind);
    kinds.set(element, kind);
    return kind;
  }

  function copy(node: Node): Node | undefined {
    if (!(node instanceof Element)) return node.cloneNode();
    const kind = kindOf(node);
    if (seen.has(kind)) return undefined;
    seen.add(kind);
    if (node.matches(whole)) return node.cloneNode(true);
    const shallow = node.cloneNode();
    for (const child of node.childNodes) {
      const copied = copy(child);
      if (copied !== undefined) shallow.appendChild(copied);
    }
    return shallow;
  }

  globalThis.collectedReference = { copy, parts: [] };
}
