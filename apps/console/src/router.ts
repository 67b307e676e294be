import { createStore } from './api/store.ts';

/** Where the page is, as the parts behind `#/`. It stands in the address, so a reload and the back button work. */
export const route = createStore(readRoute());

function readRoute(): string {
  return location.hash.replace(/^#\/?/, '');
}

window.addEventListener('hashchange', () => route.set(readRoute()));

/** @param path Such as `keys/new`. Never holds anything that a person typed. */
export function navigate(path: string): void {
  location.hash = `/${path}`;
}
