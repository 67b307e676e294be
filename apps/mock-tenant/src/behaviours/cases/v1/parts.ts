import type { CaseFileActivityType } from '@tines-openapi/types';
import { refuse } from '../../../server/errors.ts';
import type { CaseActivityRow, CaseRow } from '../../../state/rows/cases.ts';
import { paginate } from '../../paging.ts';
import type { Behaviours } from '../../types.ts';
import { addComment, changeComment, react, removeComment, takeBack } from '../comments.ts';
import { type Context, caseAt } from '../context.ts';
import { attachFile, removeFile } from '../files.ts';
import { linkable, linkCases, linkedCases, shownLink, unlinkCases } from '../links.ts';
import { pairOf, removePairs, setPairs } from '../metadata.ts';
import { activeUser, caseUser } from '../people.ts';
import { attachRecord, demandRecord, detachRecord, recordOn, recordsOf } from '../records.ts';
import { subscribe, subscriberUser } from '../subscribers.ts';
import { shownCommentV1, userV1 } from './view.ts';

/** The parts of a case under their older paths, as far as version 1 has them. */
export const casePartV1Behaviours: Behaviours = {
  createCaseCommentV1(call) {
    return { status: 201, body: shownCommentV1(call, addComment(call, call.params.case_id, call.body)) };
  },

  updateCaseCommentV1(call) {
    return { status: 200, body: shownCommentV1(call, changeComment(call.state, call.params, call.body.value), true) };
  },

  deleteCaseCommentV1(call) {
    removeComment(call, call.params);
    return { status: 204, body: undefined };
  },

  addCaseCommentReactionV1(call) {
    return { status: 201, body: shownCommentV1(call, react(call, call.params, call.body.value)) };
  },

  removeCaseCommentReactionV1(call) {
    return { status: 200, body: shownCommentV1(call, takeBack(call, call.params, call.body.value)) };
  },

  createCaseFileV1(call) {
    const file = attachFile(call, call.params.case_id, call.body);
    const entry = call.state.caseActivities.get(file.id) as CaseActivityRow;
    return {
      status: 201,
      body: {
        case_id: file.case_id,
        id: file.id,
        action: entry.activity_type as CaseFileActivityType,
        value: entry.value,
        user: {
          id: entry.user_id,
          ...userV1(call, entry.user_id),
          avatar_url: caseUser(call, entry.user_id).avatar_url,
        },
        ...(file.block_id !== null && { block_id: file.block_id }),
      },
    };
  },

  deleteCaseFileV1(call) {
    removeFile(call, call.params);
    return { status: 204, body: undefined };
  },

  listLinkedCasesV1(call) {
    return { status: 200, body: linksV1(call, caseAt(call.state, call.params.case_id)) };
  },

  createLinkedCaseV1(call) {
    const row = caseAt(call.state, call.params.case_id);
    linkCases(call, row, linkable(call, row, call.body.id, 'id'));
    return { status: 201, body: linksV1(call, row) };
  },

  deleteLinkedCaseV1(call) {
    unlinkCases(call, call.params.case_id, call.params.linked_case_id);
    return { status: 204, body: undefined };
  },

  listCaseMetadataV1({ state, params }) {
    const { id, metadata } = caseAt(state, params.case_id);
    return { status: 200, body: { case_id: id, metadata } };
  },

  getCaseMetadataKeyV1({ state, params }) {
    const row = caseAt(state, params.case_id);
    return { status: 200, body: { case_id: row.id, metadata: pairOf(row, params.key) } };
  },

  // The older page leaves the values of known keys as they are; the 409 was seen on version 2 only.
  createCaseMetadataV1(call) {
    const row = caseAt(call.state, call.params.case_id);
    const added = pairs(call.body.metadata, (key) => !Object.hasOwn(row.metadata, key));
    setPairs(call, row, added);
    return { status: 201, body: { case_id: row.id, metadata: added } };
  },

  // Only the page of version 2 says that missing keys are made.
  updateCaseMetadataV1(call) {
    const row = caseAt(call.state, call.params.case_id);
    const changed = pairs(call.body.metadata, (key) => Object.hasOwn(row.metadata, key));
    setPairs(call, row, changed);
    return { status: 200, body: { case_id: row.id, metadata: changed } };
  },

  deleteCaseMetadataV1(call) {
    removePairs(call, caseAt(call.state, call.params.case_id), call.body.metadata);
    return { status: 204, body: undefined };
  },

  listCaseRecordsV1(call) {
    const { id } = caseAt(call.state, call.params.case_id);
    const { rows, meta } = paginate(recordsOf(call, id), call.request, call.query);
    return { status: 200, body: { case_id: id, records: rows, meta } };
  },

  getCaseRecordV1(call) {
    const { id } = caseAt(call.state, call.params.case_id);
    return { status: 200, body: { case_id: id, record: recordOn(call, id, call.params.record_id) } };
  },

  createCaseRecordV1(call) {
    const row = caseAt(call.state, call.params.case_id);
    const { record_id } = call.body;
    demandRecord(call, record_id, 'record_id');
    attachRecord(call, row, record_id);
    return { status: 201, body: { case_id: row.id, record_id } };
  },

  deleteCaseRecordV1(call) {
    detachRecord(call, call.params.case_id, call.params.record_id);
    return { status: 204, body: undefined };
  },

  listCaseSubscribersV1(call) {
    const { state, params, query, request } = call;
    const { id } = caseAt(state, params.case_id);
    const { rows, meta } = paginate(state.caseSubscribers.where('case_id', id), request, query);
    const subscribers = rows.map((row) => ({ ...subscriberUser(call, row), user_id: String(row.user_id) }));
    return { status: 200, body: { case_id: id, subscribers, meta } };
  },

  createCaseSubscriberV1(call) {
    const { id } = caseAt(call.state, call.params.case_id);
    const [row] = subscribe(call, id, [call.body.user_email], 'user_email');
    return { status: 201, body: { case_id: id, user: subscriberUser(call, row) } };
  },

  // The user is named by address in the body; version 2 names the subscription in the path.
  deleteCaseSubscriberV1({ state, params, body }) {
    const user = activeUser(state, body.user_email);
    const found = state.caseSubscribers.where('case_id', params.case_id).find((row) => row.user_id === user?.id);
    if (!found) throw refuse(404, 'Not found.');
    state.caseSubscribers.delete(found.id);
    return { status: 204, body: undefined };
  },
};

function linksV1(context: Context, row: CaseRow) {
  return { case_id: row.id, name: row.name, linked_cases: linkedCases(context, row.id).map(shownLink) };
}

function pairs(sent: Readonly<Record<string, string>>, wanted: (key: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(sent).filter(([key]) => wanted(key)));
}
