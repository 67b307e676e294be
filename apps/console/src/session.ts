import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Person, Session } from './api/client.ts';

/** Who is signed in, and what the tenant says that this person may not do. */
export interface SignedIn {
  person: Person;
  refusals: Session['refusals'];
}

export const SessionContext = createContext<SignedIn | undefined>(undefined);

/** @throws TypeError in a part that is shown to nobody. */
export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (!session) throw new TypeError('Nobody is signed in.');
  return session;
}
