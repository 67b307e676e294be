import type { State } from '../state.ts';
import { seedActions } from './actions.ts';
import { seedAuditLogs } from './audit-logs.ts';
import { seedEvents } from './events.ts';
import { seedFolders } from './folders.ts';
import { seedKeys } from './keys.ts';
import { seedPeople } from './people.ts';
import { seedStories } from './stories.ts';

/**
 * The tenant of the document's examples: `quiet-harbor-4821.tines.com`. The ids here are the ids there; a test holds them
 * together.
 */
export function seed(state: State): void {
  seedPeople(state);
  seedKeys(state);
  seedFolders(state);
  seedStories(state);
  seedActions(state);
  seedEvents(state);
  seedAuditLogs(state);
}
