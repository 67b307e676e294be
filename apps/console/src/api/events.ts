import type { SeenRequest } from './client.ts';
import { ownHeaders } from './client.ts';
import { announceChange, connection, noteLost } from './connection.ts';

type RequestListener = (request: SeenRequest) => void;
const listeners = new Set<RequestListener>();

/**
 * Hears of requests as the tenant answers them.
 *
 * @returns A function that ends it.
 */
export function onRequest(listener: RequestListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Follows the events of the tenant until it is told to stop, and connects again when the connection was lost. Read with
 * `fetch`, since an `EventSource` cannot send the header that a tenant may ask for.
 *
 * @returns A function that ends it.
 */
export function followEvents(): () => void {
  const ending = new AbortController();
  const follow = () => {
    if (connection.get() === 'online') void readStream(ending.signal);
  };
  const unsubscribe = connection.subscribe(follow);
  follow();
  return () => {
    unsubscribe();
    ending.abort();
  };
}

async function readStream(signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch('/_mock/events', { headers: ownHeaders(), signal });
    if (!response.ok || !response.body) return;
    // What happened between the last look and now is read from the lists.
    announceChange();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const events = (rest + piece.value).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) handleEvent(event);
    }
  } catch {
    // Told apart below: either somebody ended it, or the connection broke.
  }
  if (!signal.aborted) noteLost();
}

function handleEvent(event: string): void {
  const fields = new Map(event.split('\n').map((line) => split(line)));
  if (fields.get('event') === 'request') {
    const request = JSON.parse(fields.get('data') ?? '') as SeenRequest;
    for (const listener of listeners) listener(request);
    announceChange();
  }
  if (fields.get('event') === 'change') announceChange();
}

function split(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
}
