import { runDue } from '../engine/run.ts';
import type { AnyBehaviour, Behaviours, Call } from './types.ts';

/**
 * Has the actions whose time has come run first, so that whoever looks at a story sees it as it is by now. Nothing moves in
 * the tenant between two calls.
 */
export function settled(behaviours: Behaviours): Behaviours {
  const entries = Object.entries(behaviours as Record<string, AnyBehaviour>).map(([id, behaviour]) => [
    id,
    (call: Call<never>) => {
      runDue(call.state);
      return behaviour(call);
    },
  ]);
  return Object.fromEntries(entries);
}
