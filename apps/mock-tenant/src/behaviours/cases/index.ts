import type { Behaviours } from '../types.ts';
import { caseActivityBehaviours } from './activities.ts';
import { caseBlockBehaviours } from './blocks.ts';
import { caseActionBehaviours } from './case-actions.ts';
import { caseBehaviours } from './cases.ts';
import { caseCommentBehaviours } from './comments.ts';
import { caseElementBehaviours } from './elements.ts';
import { caseFieldBehaviours } from './fields.ts';
import { caseFileBehaviours } from './files.ts';
import { caseInputBehaviours } from './inputs.ts';
import { caseLinkBehaviours } from './links.ts';
import { caseMetadataBehaviours } from './metadata.ts';
import { caseNoteBehaviours } from './notes.ts';
import { caseRecordBehaviours } from './records.ts';
import { caseSearchBehaviours } from './search.ts';
import { caseStatusBehaviours } from './statuses.ts';
import { caseSubscriberBehaviours } from './subscribers.ts';
import { caseTaskBehaviours } from './tasks.ts';
import { caseTemplateBehaviours } from './templates.ts';
import { caseV1Behaviours } from './v1/cases.ts';
import { casePartV1Behaviours } from './v1/parts.ts';

/** Everything about cases but their PDF, whose bytes stay an example. */
export const allCaseBehaviours: Behaviours = {
  ...caseBehaviours,
  ...caseSearchBehaviours,
  ...caseActivityBehaviours,
  ...caseCommentBehaviours,
  ...caseActionBehaviours,
  ...caseBlockBehaviours,
  ...caseElementBehaviours,
  ...caseNoteBehaviours,
  ...caseFileBehaviours,
  ...caseTaskBehaviours,
  ...caseLinkBehaviours,
  ...caseRecordBehaviours,
  ...caseSubscriberBehaviours,
  ...caseMetadataBehaviours,
  ...caseFieldBehaviours,
  ...caseInputBehaviours,
  ...caseStatusBehaviours,
  ...caseTemplateBehaviours,
  ...caseV1Behaviours,
  ...casePartV1Behaviours,
};
