import { api, outcomeOf, type Team } from '../api/client.ts';
import { type Resource, useResource } from '../api/resource.ts';

/** One of the teams that the person sees; undefined where it is none of them. */
export function useTeam(teamId: number): Resource<Team | undefined> {
  const [teams] = useResource(() => outcomeOf(api.GET('/_mock/teams')));
  if (teams.state !== 'ready') return teams;
  return { state: 'ready', value: teams.value.teams.find(({ id }) => id === teamId) };
}
