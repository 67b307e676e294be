import type { Body } from './audit-names.ts';

type Names = Record<string, string | ((body: Body) => string[])>;

/**
 * Names under which the audit log keeps what happens to cases. Those of creating and updating a case, of comments, reactions,
 * files and subscribers, of tags and of new buttons are known; the pages list no others, so the rest is made by analogy.
 */
const names: Names = {
  createCase: 'TeamCaseCreation',
  updateCase: updateNames,
  deleteCase: 'TeamCaseDestruction',
  createCaseComment: 'TeamCaseCommentCreation',
  updateCaseComment: 'TeamCaseCommentUpdate',
  deleteCaseComment: 'TeamCaseCommentDestruction',
  addCaseCommentReaction: 'TeamCaseAddCommentReaction',
  removeCaseCommentReaction: 'TeamCaseRemoveCommentReaction',
  createCaseFile: 'TeamCaseFileAttach',
  deleteCaseFile: 'TeamCaseFileDestruction',
  createCaseSubscriber: 'TeamCaseSubscriberCreation',
  batchCreateCaseSubscribers: 'TeamCaseSubscriberCreation',
  deleteCaseSubscriber: 'TeamCaseSubscriberDeletion',
  createCaseAction: 'TeamCaseButtonCreation',
  updateCaseAction: 'TeamCaseButtonUpdate',
  deleteCaseAction: 'TeamCaseButtonDestruction',
  batchUpdateCaseActions: 'TeamCaseButtonUpdate',
  createCaseBlock: 'TeamCaseBlockCreation',
  updateCaseBlock: 'TeamCaseBlockUpdate',
  deleteCaseBlock: 'TeamCaseBlockDestruction',
  updateCaseBlockElement: 'TeamCaseBlockElementUpdate',
  createCaseNote: 'TeamCaseNoteCreation',
  updateCaseNote: 'TeamCaseNoteUpdate',
  appendCaseNoteContent: 'TeamCaseNoteUpdate',
  deleteCaseNote: 'TeamCaseNoteDestruction',
  createCaseTask: 'TeamCaseTaskCreation',
  batchCreateCaseTasks: 'TeamCaseTaskCreation',
  updateCaseTask: 'TeamCaseTaskUpdate',
  deleteCaseTask: 'TeamCaseTaskDestruction',
  createLinkedCase: 'TeamCaseLinkCreation',
  batchCreateLinkedCases: 'TeamCaseLinkCreation',
  deleteLinkedCase: 'TeamCaseLinkDestruction',
  createCaseRecord: 'TeamCaseRecordCreation',
  deleteCaseRecord: 'TeamCaseRecordDestruction',
  createCaseMetadata: 'TeamCaseMetadataUpdate',
  updateCaseMetadata: 'TeamCaseMetadataUpdate',
  deleteCaseMetadata: 'TeamCaseMetadataUpdate',
  createCaseField: 'TeamCaseFieldCreation',
  updateCaseField: 'TeamCaseFieldUpdate',
  deleteCaseField: 'TeamCaseFieldDestruction',
  bulkUpdateCaseFields: 'TeamCaseFieldUpdate',
  createCaseInput: 'TeamCaseInputCreation',
  updateCaseInput: 'TeamCaseInputUpdate',
  deleteCaseInput: 'TeamCaseInputDestruction',
  createCaseStatus: 'TeamCaseSubStatusCreation',
  updateCaseStatus: 'TeamCaseSubStatusUpdate',
  deleteCaseStatus: 'TeamCaseSubStatusDestruction',
  createCaseTemplate: 'TeamCaseTemplateCreation',
  updateCaseTemplate: 'TeamCaseTemplateUpdate',
  deleteCaseTemplate: 'TeamCaseTemplateDestruction',
  importCaseTemplate: 'TeamCaseTemplateImport',
};

/** Version 1 does the same under older names of the operations. */
const olderNames: Record<string, keyof typeof names> = {
  createCaseV1: 'createCase',
  updateCaseV1: 'updateCase',
  deleteCaseV1: 'deleteCase',
  createCaseButtonV1: 'createCaseAction',
  updateCaseButtonV1: 'updateCaseAction',
  deleteCaseButtonV1: 'deleteCaseAction',
  createCaseCommentV1: 'createCaseComment',
  updateCaseCommentV1: 'updateCaseComment',
  deleteCaseCommentV1: 'deleteCaseComment',
  addCaseCommentReactionV1: 'addCaseCommentReaction',
  removeCaseCommentReactionV1: 'removeCaseCommentReaction',
  createCaseFileV1: 'createCaseFile',
  deleteCaseFileV1: 'deleteCaseFile',
  createLinkedCaseV1: 'createLinkedCase',
  deleteLinkedCaseV1: 'deleteLinkedCase',
  createCaseMetadataV1: 'createCaseMetadata',
  updateCaseMetadataV1: 'updateCaseMetadata',
  deleteCaseMetadataV1: 'deleteCaseMetadata',
  createCaseRecordV1: 'createCaseRecord',
  deleteCaseRecordV1: 'deleteCaseRecord',
  createCaseSubscriberV1: 'createCaseSubscriber',
  deleteCaseSubscriberV1: 'deleteCaseSubscriber',
};

export const caseAuditNames: Names = {
  ...names,
  ...Object.fromEntries(Object.entries(olderNames).map(([older, present]) => [older, names[present] as string])),
};

/** Tags have an entry of their own, beside or in the place of the one of the case. */
function updateNames(body: Body): string[] {
  const fields = Object.keys(body);
  const tags = fields.filter((field) => /^(add_|remove_)?tag_names$/.test(field));
  return [
    ...(fields.length > tags.length || fields.length === 0 ? ['TeamCaseUpdate'] : []),
    ...(tags.length > 0 ? ['TeamCaseTagsUpdate'] : []),
  ];
}
