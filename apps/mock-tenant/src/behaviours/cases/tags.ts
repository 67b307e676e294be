import type { CaseTag } from '@tines-openapi/types';
import type { TagRow } from '../../state/rows/tags.ts';
import type { State } from '../../state/state.ts';

/** Colour of a tag that came into being on a case; which one a tenant takes is on no page. */
const firstColor = '#6FC3DF';

/** Ids of the tags of these names, each once. A name that is not known becomes a tag of the team. */
export function tagIds(state: State, teamId: number, names: readonly string[]): number[] {
  const ids = names.map((name) => (tagNamed(state, teamId, name) ?? addTag(state, teamId, name)).id);
  return [...new Set(ids)];
}

/** Ids of those of these names that are tags already. */
export function knownTagIds(state: State, teamId: number, names: readonly string[]): number[] {
  return names.flatMap((name) => tagNamed(state, teamId, name)?.id ?? []);
}

export function shownTags(state: State, ids: readonly number[]): CaseTag[] {
  return ids.flatMap((id) => {
    const tag = state.tags.get(id);
    return tag ? { id, name: tag.name } : [];
  });
}

/** The tag of the team, else one of another team: samples show cases with tags of the team that handed them over. */
function tagNamed(state: State, teamId: number, name: string): TagRow | undefined {
  const named = state.tags.all().filter((tag) => tag.name === name);
  return named.find(({ team_ids }) => team_ids.includes(teamId)) ?? named[0];
}

function addTag(state: State, teamId: number, name: string): TagRow {
  const now = new Date(state.clock.now()).toISOString();
  return state.tags.insert({ name, color: firstColor, team_ids: [teamId], created_at: now, updated_at: now });
}
