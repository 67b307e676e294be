/** What scrolls sideways can be reached by the keyboard, and what does not is no stop on the way. */

/** Keeps code, tables and pictures reachable where they are wider than their place. */
export function startScrollRegions(page: Document): void {
  const regions = page.querySelectorAll<HTMLElement>('.sl-markdown-content :is(pre, table, figure.diagram)');
  const mark = (element: HTMLElement) => {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  };
  for (const element of regions) mark(element);
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) mark(target);
  });
  for (const element of regions) observer.observe(element);
}
