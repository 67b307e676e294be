/** The former versions of the document, from the tags that a release makes. */
import { listReleases, readDocument } from '../../../../.ci/release/base.ts';
import type { OpenApiDocument } from '../../../../.ci/release/document.ts';

/** A version that was released. */
export interface Version {
  version: string;
  document: OpenApiDocument;
}

/**
 * The released versions of the document, the newest first. None without git, in an archive without history, or before the
 * first release: the page then says what it cannot know.
 *
 * @param folder The root of the repository.
 */
export async function readVersions(folder: string): Promise<Version[]> {
  const releases = await listReleases(folder).catch(() => []);
  return Promise.all(
    releases.map(async ({ tag, version }) => ({ version, document: await readDocument(folder, tag) })),
  );
}
