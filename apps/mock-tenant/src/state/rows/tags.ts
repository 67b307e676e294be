import type { Tag } from '@tines-openapi/types';

/** Tags made over the API belong to one team; older ones may belong to several. */
export type TagRow = Readonly<Omit<Tag, 'teams'>> & {
  readonly team_ids: readonly number[];
};
