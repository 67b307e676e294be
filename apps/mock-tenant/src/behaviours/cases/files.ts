import { createHash } from 'node:crypto';
import type { CaseActivityFile, CaseFile, CaseFileActivityType } from '@tines-openapi/types';
import type { CaseActivityRow, CaseFileRow } from '../../state/rows/cases.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { demandOwn } from './comments.ts';
import { type Context, caseAt, partAt, wrongField } from './context.ts';
import { mediaTypeOf, shownInline } from './media-types.ts';
import { authorId, numberedCaseUser } from './people.ts';

export const caseFileBehaviours: Behaviours = {
  listCaseFiles(call) {
    const { state, params, query, request } = call;
    const { id } = caseAt(state, params.case_id);
    const { rows, meta } = paginate(state.caseFiles.where('case_id', id), request, query);
    return { status: 200, body: { case_id: id, files: rows.map((row) => shownEntry(call, row)), meta } };
  },

  getCaseFile(call) {
    return { status: 200, body: shownFile(call, fileAt(call, call.params)) };
  },

  createCaseFile(call) {
    return { status: 201, body: shownFile(call, attachFile(call, call.params.case_id, call.body)) };
  },

  deleteCaseFile(call) {
    removeFile(call, call.params);
    return { status: 204, body: undefined };
  },

  downloadCaseFile(call) {
    const { contents, content_type, filename } = fileAt(call, call.params);
    return {
      status: 200,
      body: Buffer.from(contents, 'base64'),
      headers: {
        'content-type': content_type,
        'content-disposition': `${shownInline(filename) ? 'inline' : 'attachment'}; filename*=UTF-8''${escapedName(filename)}`,
        'content-security-policy': "script-src 'none'",
      },
    };
  },

  getCaseFileInfo(call) {
    const { id, filename, content_type, contents } = fileAt(call, call.params);
    const bytes = Buffer.from(contents, 'base64');
    const hash = (algorithm: string, value: Buffer | string) => createHash(algorithm).update(value).digest('hex');
    const blob = Buffer.from(JSON.stringify({ _rails: { data: id, pur: 'blob_id' } })).toString('base64');
    return {
      status: 200,
      body: {
        filename,
        content_type,
        // The id of a stored blob with a signature behind it. Nobody but the server can check one.
        guid: `${blob}--${hash('sha1', blob)}`,
        md5: hash('md5', bytes),
        sha256: hash('sha256', bytes),
        sizeinbytes: bytes.length,
      },
    };
  },
};

interface FilePath {
  case_id: number;
  file_id: number;
}

/** What a file is made of. */
export interface NewFile {
  filename: string;
  /** Base64. */
  file_contents: string;
  /** Comment that is posted with the file. */
  value?: string;
  author_email?: string;
  team_case_block_id?: number;
}

/** @throws Refusal with 404 where the case has no such file. */
function fileAt({ state }: Context, { case_id, file_id }: FilePath): CaseFileRow {
  return partAt(state.caseFiles, file_id, case_id);
}

/** Puts a file on a case, into a block where one is named. */
export function attachFile(context: Context, caseId: number, file: NewFile): CaseFileRow {
  const { state } = context;
  const { id, team_id } = caseAt(state, caseId);
  const block = file.team_case_block_id === undefined ? undefined : state.caseBlocks.get(file.team_case_block_id);
  if (file.team_case_block_id !== undefined && (block?.case_id !== id || block.block_type !== 'file')) {
    throw wrongField(context, 'team_case_block_id', 'team_case_block_id must be a block of type file on this case.');
  }
  const row = storeFile(context, id, authorId(context, team_id, file.author_email), file, block?.id ?? null);
  if (block) state.caseElements.insert({ block_id: block.id, kind: 'file', item_id: row.id });
  return row;
}

/** Keeps a file that was found good. */
export function storeFile(
  { state }: Context,
  caseId: number,
  userId: number,
  { filename, file_contents, value, annotation }: NewFile & { annotation?: string },
  blockId: number | null,
): CaseFileRow {
  const type: CaseFileActivityType = value ? 'FILE_ATTACHED_AND_COMMENTED' : 'FILE_ATTACHED';
  const entry = logActivity(state, caseId, userId, type, value ?? null);
  return state.caseFiles.put({
    id: entry.id,
    case_id: caseId,
    filename,
    content_type: mediaTypeOf(filename),
    contents: file_contents,
    block_id: blockId,
    annotation: annotation ?? null,
    updated_at: entry.created_at,
  });
}

/** Takes a file from a case, which its uploader and admins of the team may do. */
export function removeFile(context: Context, path: FilePath): void {
  const { state, principal } = context;
  const file = fileAt(context, path);
  const entry = state.caseActivities.get(file.id);
  if (entry) demandOwn(context, entry);
  for (const element of state.caseElements.where('item_id', file.id)) {
    if (element.kind === 'file') state.caseElements.delete(element.id);
  }
  state.caseFiles.delete(file.id);
  state.caseActivities.delete(file.id);
  logActivity(state, file.case_id, principal.actor.id, 'FILE_DELETED', file.filename);
}

/** A name as a header can carry it (RFC 8187). Halves of characters, which JSON can hold, become question marks. */
function escapedName(filename: string): string {
  return encodeURIComponent(Buffer.from(filename).toString()).replaceAll(/['()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

/** Name and address of a file, as timelines and blocks show it. */
export function fileLink(
  { request }: Pick<Context, 'request'>,
  { id, case_id, filename }: CaseFileRow,
): CaseActivityFile {
  return { filename, url: `${request.origin}/api/v2/cases/${case_id}/files/${id}/download` };
}

function shownEntry(context: Context, file: CaseFileRow): Omit<CaseFile, 'case_id'> {
  const entry = context.state.caseActivities.get(file.id) as CaseActivityRow;
  return {
    id: file.id,
    activity_type: entry.activity_type as CaseFileActivityType,
    value: entry.value,
    created_at: entry.created_at,
    file: fileLink(context, file),
    user: numberedCaseUser(context, entry.user_id),
    ...(file.block_id !== null && { block_id: file.block_id }),
  };
}

function shownFile(context: Context, file: CaseFileRow): CaseFile {
  return { case_id: file.case_id, ...shownEntry(context, file) };
}
