import type { ActionRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';

/** What formulas call the two kinds of things that actions use by name. */
export type ReferenceKind = 'RESOURCE' | 'CREDENTIAL';

/** What a thing is called in formulas, and where it may be used. */
export interface Referable {
  readonly slug: string;
  readonly team_id: number;
  readonly read_access: string;
  readonly shared_team_slugs: readonly string[];
}

/** Rows are never changed in place, so what was read in one holds as long as the row does. */
const read = new WeakMap<ActionRow, ReadonlySet<string>>();

/** `RESOURCE.slug` and `CREDENTIAL.slug` anywhere in the options of an action. */
function namesIn(action: ActionRow): ReadonlySet<string> {
  const known = read.get(action);
  if (known) return known;
  const found = JSON.stringify(action.options).matchAll(/\b(?:RESOURCE|CREDENTIAL)\.[\p{L}\p{N}_]+/gu);
  const names = new Set(Array.from(found, ([name]) => name));
  read.set(action, names);
  return names;
}

/** The actions whose formulas use a resource or a credential, oldest first. */
export function referencingActions(state: State, kind: ReferenceKind, thing: Referable): ActionRow[] {
  const name = `${kind}.${thing.slug}`;
  return actionsThatMayUse(state, thing).filter((action) => namesIn(action).has(name));
}

function actionsThatMayUse(state: State, thing: Referable): ActionRow[] {
  if (thing.read_access === 'GLOBAL') return state.actions.all();
  const shared = state.teams
    .all()
    .filter((team) => team.id !== thing.team_id && thing.shared_team_slugs.includes(team.slug));
  return [thing.team_id, ...shared.map((team) => team.id)].flatMap((id) => state.actions.where('team_id', id));
}
