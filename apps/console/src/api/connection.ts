import { createStore } from './store.ts';

/** Whether the tenant answers. */
export const connection = createStore<'online' | 'lost'>('online');

/** Counts how often what the tenant holds may have changed; whoever shows a list reads it again then. */
export const revision = createStore(0);

const pollMilliseconds = 1000;
const quietMilliseconds = 150;
let announced: ReturnType<typeof setTimeout> | undefined;

/** Says that something changed. Many changes in a row count as one. */
export function announceChange(): void {
  if (announced !== undefined) return;
  announced = setTimeout(() => {
    announced = undefined;
    revision.set(revision.get() + 1);
  }, quietMilliseconds);
}

/** Notes that the tenant did not answer, and asks until it does. */
export function noteLost(): void {
  if (connection.get() === 'lost') return;
  connection.set('lost');
  setTimeout(tryAgain, pollMilliseconds);
}

async function tryAgain(): Promise<void> {
  const isUp = await fetch('/_mock/health').then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isUp) return void setTimeout(tryAgain, pollMilliseconds);
  connection.set('online');
  announceChange();
}
