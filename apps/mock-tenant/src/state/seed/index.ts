import type { State } from '../state.ts';
import { seedActions } from './actions.ts';
import { seedAdministration } from './administration.ts';
import { seedAuditLogs } from './audit-logs.ts';
import { seedCases } from './cases.ts';
import { seedChangeControl } from './change-control.ts';
import { seedCredentials } from './credentials.ts';
import { seedDashboards } from './dashboards.ts';
import { seedEvents } from './events.ts';
import { seedFolders } from './folders.ts';
import { seedKeys } from './keys.ts';
import { seedPeople } from './people.ts';
import { seedRecords } from './records.ts';
import { seedResources } from './resources.ts';
import { seedStories } from './stories.ts';
import { seedTags } from './tags.ts';
import { seedWorkbench } from './workbench.ts';

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
  seedChangeControl(state);
  seedTags(state);
  seedResources(state);
  seedCredentials(state);
  seedRecords(state);
  seedCases(state);
  seedDashboards(state);
  seedWorkbench(state);
  seedAuditLogs(state);
  seedAdministration(state);
}
