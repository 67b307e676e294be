import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from './client.ts';
import { revision } from './connection.ts';

/** Something that is read from the tenant: not there yet, there, or refused. What is there stays while it is read again. */
export type Resource<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'refused'; message: string; status: number };

/**
 * Reads something from the tenant, and again whenever the tenant may have changed.
 *
 * @param load Makes the call. Called anew when `of` changes.
 * @param of What the call is about, such as an id.
 * @returns What was read, and a function that reads it again at once.
 */
export function useResource<T>(load: () => Promise<Outcome<T>>, of = ''): [Resource<T>, () => Promise<void>] {
  const [resource, setResource] = useState<Resource<T>>({ state: 'loading' });
  const latest = useRef({ load, of, turn: 0 });
  if (latest.current.of !== of) setResource({ state: 'loading' });
  latest.current = { load, of, turn: latest.current.turn };

  const read = useCallback(async () => {
    latest.current.turn += 1;
    const { turn } = latest.current;
    const outcome = await latest.current.load();
    // An answer that was overtaken by a later one is of no use any more.
    if (turn !== latest.current.turn || outcome.kind === 'lost') return;
    setResource(outcome.kind === 'done' ? { state: 'ready', value: outcome.value } : { state: 'refused', message: outcome.message, status: outcome.status });
  }, []);

  useEffect(() => {
    void read();
    return revision.subscribe(() => void read());
  }, [read, of]);
  return [resource, read];
}
