/** The search box: a dialog with one field and a list, for the mouse and for the keyboard alone. */
import type { Entry } from './engine.ts';

/** Makes the box work: `Ctrl+K` or the button opens it, arrows choose, Enter goes there. */
export function startSearch(box: HTMLElement): void {
  const dialog = part(box, 'dialog', HTMLDialogElement);
  const field = part(box, 'input', HTMLInputElement);
  const list = part(box, '[role=listbox]', HTMLElement);
  const status = part(box, '[role=status]', HTMLElement);
  const script = box.dataset.script ?? '';
  let chosen = -1;

  const open = () => {
    dialog.showModal();
    field.select();
    load(script).then(show, () => {
      status.textContent = 'The search could not be loaded.';
    });
  };
  const show = () => {
    const query = field.value.trim();
    const found = query === '' ? [] : (globalThis.siteSearch?.(query) ?? []);
    list.replaceChildren(...found.map((entry, index) => option(entry, index, rootOf(script))));
    status.textContent = query === '' ? '' : found.length === 0 ? 'Nothing found.' : `${found.length} results`;
    field.setAttribute('aria-expanded', String(found.length > 0));
    choose(found.length > 0 ? 0 : -1);
  };
  const choose = (index: number) => {
    const options = [...list.children];
    chosen = options.length === 0 ? -1 : (index + options.length) % options.length;
    for (const [number, one] of options.entries()) one.setAttribute('aria-selected', String(number === chosen));
    const current = options[chosen];
    field.setAttribute('aria-activedescendant', current?.id ?? '');
    current?.scrollIntoView({ block: 'nearest' });
  };
  const go = (target: Element | undefined) => {
    const link = target?.querySelector('a');
    if (!link) return;
    dialog.close();
    location.assign(link.href);
  };

  part(box, 'button', HTMLButtonElement).addEventListener('click', open);
  field.addEventListener('input', show);
  list.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.target instanceof Element) go(event.target.closest('[role=option]') ?? undefined);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    }
    if (event.key === 'Enter') go(list.children[chosen]);
    // A field for searching takes the first Escape for itself, to empty it.
    if (event.key === 'Escape') dialog.close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    }
  });
}

function option(entry: Entry, index: number, root: string): HTMLElement {
  const item = document.createElement('li');
  item.id = `search-result-${index}`;
  item.setAttribute('role', 'option');
  const link = document.createElement('a');
  link.href = root + entry.url;
  link.tabIndex = -1;
  link.append(line('strong', entry.title), line('span', entry.path ?? entry.place));
  if (entry.id !== undefined) link.append(line('code', entry.id));
  item.append(link);
  return item;
}

function line(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Loads the index as a plain script, because a page that is opened from a disk may load nothing else. */
function load(script: string): Promise<void> {
  if (globalThis.siteSearch !== undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = script;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error('The search script did not load.'));
    document.head.append(element);
  });
}

function rootOf(script: string): string {
  return script.replace(/search\.js$/, '');
}

function part<T extends Element>(box: Element, selector: string, kind: new () => T): T {
  const found = box.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The search box has no ${selector}.`);
  return found;
}
