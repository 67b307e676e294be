import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from './client.ts';
import { revision } from './connection.ts';

/** Something that is read from the tenant: not there yet, there, or refused. What is there stays while it is read again. */
export type Resource<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'refused'; message: string; status: number };

/**
 * Reads something from the tenant, and again whenever the tenant may have changed. A part that shows another thing must be
 * another part, by its `key`.
 *
 * @param load Makes the call.
 * @returns What was read, and a function that reads it again at once.
 */
export function useResource<T>(load: () => Promise<Outcome<T>>): [Resource<T>, () => Promise<void>] {
  const [resource, setResource] = useState<Resource<T>>({ state: 'loading' });
  const turns = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const read = useCallback(async () => {
    turns.current += 1;
    const turn = turns.current;
    const outcome = await latest.current();
    // An answer that was overtaken by a later one is of no use any more.
    if (turn === turns.current && outcome.kind !== 'lost') setResource(resourceOf(outcome));
  }, []);

  useEffect(() => {
    void read();
    return revision.subscribe(() => void read());
  }, [read]);
  return [resource, read];
}

function resourceOf<T>(outcome: Exclude<Outcome<T>, { kind: 'lost' }>): Resource<T> {
  if (outcome.kind === 'done') return { state: 'ready', value: outcome.value };
  return { state: 'refused', message: outcome.message, status: outcome.status };
}
