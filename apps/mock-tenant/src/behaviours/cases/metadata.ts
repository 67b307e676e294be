import { refuse } from '../../server/errors.ts';
import type { CaseRow } from '../../state/rows/cases.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { type Context, caseAt } from './context.ts';

type Pairs = Readonly<Record<string, string>>;

/**
 * Metadata changes here only. A live tenant was seen to answer 409 where a new pair has a known key, although the page says
 * that such a pair is left as it is; PUT sets pairs and never removes one.
 */
export const caseMetadataBehaviours: Behaviours = {
  listCaseMetadata({ state, params }) {
    const { id, metadata } = caseAt(state, params.case_id);
    return { status: 200, body: { case_id: id, metadata } };
  },

  getCaseMetadataKey({ state, params }) {
    const row = caseAt(state, params.case_id);
    return { status: 200, body: { case_id: row.id, metadata: pairOf(row, params.key) } };
  },

  createCaseMetadata(call) {
    const { state, params, body } = call;
    const row = caseAt(state, params.case_id);
    const known = Object.keys(body.metadata).find((key) => Object.hasOwn(row.metadata, key));
    if (known !== undefined) throw refuse(409, `Metadata key ${known} already exists`);
    setPairs(call, row, body.metadata);
    return { status: 201, body: { case_id: row.id, metadata: body.metadata } };
  },

  updateCaseMetadata(call) {
    const { state, params, body } = call;
    const row = caseAt(state, params.case_id);
    setPairs(call, row, body.metadata);
    return { status: 200, body: { case_id: row.id, metadata: body.metadata } };
  },

  deleteCaseMetadata(call) {
    removePairs(call, caseAt(call.state, call.params.case_id), call.body.metadata);
    return { status: 204, body: undefined };
  },
};

/** @throws Refusal with 404 where the case has no such key. */
export function pairOf({ metadata }: CaseRow, key: string): Pairs {
  const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
  if (value === undefined) throw refuse(404, 'Not found.');
  return { [key]: value };
}

/** Sets pairs of a case, new and known ones alike. */
export function setPairs({ state, principal }: Context, row: CaseRow, pairs: Pairs): void {
  const keys = Object.keys(pairs);
  if (keys.length === 0) return;
  state.cases.update(row.id, { metadata: { ...row.metadata, ...pairs } });
  logActivity(state, row.id, principal.actor.id, 'METADATA_UPDATED', keys.join(', '));
}

/** Takes pairs off a case; keys that it does not have are passed over. */
export function removePairs({ state, principal }: Context, row: CaseRow, keys: readonly string[]): void {
  const gone = keys.filter((key) => Object.hasOwn(row.metadata, key));
  if (gone.length === 0) return;
  const metadata = Object.fromEntries(Object.entries(row.metadata).filter(([key]) => !gone.includes(key)));
  state.cases.update(row.id, { metadata });
  logActivity(state, row.id, principal.actor.id, 'METADATA_UPDATED', gone.join(', '));
}
