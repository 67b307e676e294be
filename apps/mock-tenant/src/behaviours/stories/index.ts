import type { Behaviours } from '../types.ts';
import { storyActivityBehaviours } from './activity.ts';
import { changeControlBehaviours } from './change-control.ts';
import { changeRequestBehaviours } from './change-requests.ts';
import { draftBehaviours } from './drafts.ts';
import { storyPeopleBehaviours } from './people.ts';
import { storyBehaviours as ownBehaviours } from './stories.ts';
import { storyTransferBehaviours } from './transfer.ts';
import { storyVersionBehaviours } from './versions.ts';

/** Everything under the path of a story but its runs, and the change requests of all stories. */
export const storyBehaviours: Behaviours = {
  ...ownBehaviours,
  ...storyActivityBehaviours,
  ...storyPeopleBehaviours,
  ...storyTransferBehaviours,
  ...storyVersionBehaviours,
  ...draftBehaviours,
  ...changeControlBehaviours,
  ...changeRequestBehaviours,
};
