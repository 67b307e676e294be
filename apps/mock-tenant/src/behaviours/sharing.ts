import type { Resource } from '@tines-openapi/types';
import type { State } from '../state/state.ts';
import { refuseField } from './refusals.ts';

type Sharing = Pick<Resource, 'read_access' | 'shared_team_slugs'>;

/**
 * Where a resource or a credential may be used after a call. Slugs count for `SPECIFIC_TEAMS` only.
 *
 * @param sent What the call says of it.
 * @param before How it was; what is new begins in its team alone.
 * @throws Refusal with 422 where no team is named, or one that does not exist.
 */
export function sharingAfter(
  state: State,
  sent: { read_access?: Sharing['read_access'] | undefined; shared_team_slugs?: string[] | undefined },
  before: Readonly<Sharing> = { read_access: 'TEAM', shared_team_slugs: [] },
): Sharing {
  const read_access = sent.read_access ?? before.read_access;
  if (read_access !== 'SPECIFIC_TEAMS') return { read_access, shared_team_slugs: [] };
  const shared_team_slugs = sent.shared_team_slugs ?? before.shared_team_slugs;
  const known = new Set(state.teams.all().map((team) => team.slug));
  const unknown = shared_team_slugs.filter((slug) => !known.has(slug));
  if (shared_team_slugs.length > 0 && unknown.length === 0) return { read_access, shared_team_slugs };
  const message =
    unknown.length > 0
      ? `No team has the slug ${unknown.join(' or ')}.`
      : 'shared_team_slugs must name at least one team when read_access is SPECIFIC_TEAMS.';
  throw refuseField('/shared_team_slugs', message);
}
