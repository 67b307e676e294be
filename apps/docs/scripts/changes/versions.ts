/** The former versions of the document, from the tags that a release makes. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { OpenApiDocument } from '../document.ts';

const run = promisify(execFile);

/** A version that was released. */
export interface Version {
  version: string;
  document: OpenApiDocument;
}

/** What a release tags is named so, by the tool that makes it. */
const prefix = '@tines-openapi/spec@';

/**
 * The released versions of the document, the newest first. None without git, in an archive without history, or before the
 * first release: the page then says what it cannot know.
 *
 * @param folder The root of the repository.
 */
export async function readVersions(folder: string): Promise<Version[]> {
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 })).stdout;
  const listed = await git('tag', '--list', `${prefix}*`, '--sort=-version:refname').catch(() => '');
  const tags = listed.split('\n').filter((line) => line !== '');
  return Promise.all(
    tags.map(async (tag) => ({
      version: tag.slice(prefix.length),
      document: JSON.parse(await git('show', `${tag}:spec/dist/openapi.json`)),
    })),
  );
}
