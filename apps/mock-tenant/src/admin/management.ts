import { judge } from '../contract/judge.ts';
import { refuseFindings } from '../server/errors.ts';
import { Refusal } from '../server/exchange.ts';
import type { State } from '../state/state.ts';
import { type Acting, actorNamed } from './actor.ts';
import { mockDocument } from './contract.ts';
import { createKey, deleteKey, type KeyChoices, keyChoices, type MadeKey, type NewKey } from './keys.ts';
import {
  createPerson,
  deletePerson,
  listPeople,
  type PersonChanges,
  type ShownPerson,
  updatePerson,
} from './people.ts';
import { changeSettings, getSettings, type Settings } from './settings.ts';
import { listKeys, type ShownKey } from './shown-key.ts';

/** Id or e-mail address of the person as whom something is done. The first active tenant owner where it is left out. */
type As = number | string | undefined;

/**
 * What a real tenant manages in its pages: keys, people and settings, with the rules and the audit log of the tenant. The same
 * is served under `/_mock`. Every method throws an Error that says what is not allowed and what is.
 */
export interface Management {
  keys(): ShownKey[];
  /** Makes a key; its secret is in the result and nowhere else. */
  createKey(key: NewKey, as?: As): MadeKey;
  deleteKey(id: number, as?: As): void;
  /** Which keys a person may make. */
  keyChoices(as?: As): KeyChoices;
  people(): ShownPerson[];
  createPerson(person: PersonChanges & { email: string }, as?: As): ShownPerson;
  updatePerson(id: number, changes: PersonChanges, as?: As): ShownPerson;
  deletePerson(id: number, as?: As): void;
  settings(): Settings;
  changeSettings(changes: Partial<Settings>, as?: As): Settings;
}

/** @param save Keeps what was changed, where the tenant has a data file. */
export function createManagement(state: State, save: () => void): Management {
  const acting = (as: As): Acting => ({
    actor: actorNamed(state, as === undefined ? undefined : String(as)),
    request: { address: '127.0.0.1', headers: { 'user-agent': 'mock-tenant' } },
  });
  const write = <T>(as: As, change: (acting: Acting) => T): T =>
    readable(() => {
      state.clock.advance(1000);
      const changed = change(acting(as));
      save();
      return changed;
    });
  return {
    keys: () => listKeys(state),
    createKey: (key, as) => write(as, (acting) => createKey(state, acting, fitting('NewKey', key))),
    deleteKey: (id, as) => write(as, (acting) => deleteKey(state, acting, id)),
    keyChoices: (as) => readable(() => keyChoices(state, acting(as))),
    people: () => listPeople(state),
    createPerson: (person, as) => write(as, (acting) => createPerson(state, acting, fitting('NewPerson', person))),
    updatePerson: (id, changes, as) =>
      write(as, (acting) => updatePerson(state, acting, id, fitting('PersonChanges', changes))),
    deletePerson: (id, as) => write(as, (acting) => deletePerson(state, acting, id)),
    settings: () => getSettings(state),
    changeSettings: (changes, as) =>
      write(as, (acting) => changeSettings(state, acting, fitting('SettingsChanges', changes))),
  };
}

/**
 * What was handed in, once it fits the document of `/_mock`.
 *
 * @param schema Name of the schema there.
 * @throws Refusal with 422 that says what does not fit.
 */
function fitting<T>(schema: string, value: T): T {
  const findings = judge(`${mockDocument}#/components/schemas/${schema}`, value, 'body');
  if (findings.length > 0) throw refuseFindings('', findings);
  return value;
}

/** Turns the refusal of a request into an error that a person reads in a test's output. */
function readable<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { error: text, errors } = error.answer.body as { error?: string; errors?: { message: string }[] };
    throw new Error(text ?? errors?.map(({ message }) => message).join(' '));
  }
}
