import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from './document.ts';
import { runOrThrow, runToEnd } from './shell.ts';

/** Where the committed document lies in the repository, now and at every tag. */
export const documentPath = 'spec/dist/openapi.json';

/** The document of a release, and how it is called. */
export interface Base {
  label: string;
  document: OpenApiDocument;
}

/** A base that is not there; its message says what was looked for. */
export class NoSuchBase extends Error {}

/** A release of the document: its version, and the tag that holds it. */
export interface ReleaseTag {
  tag: string;
  version: string;
}

/** @returns The releases that git knows, `@tines-openapi/spec@1.2.3` or `v1.2.3`, the newest first. @throws Error without git. */
export async function listReleases(workspace: string): Promise<ReleaseTag[]> {
  return readReleases((await runOrThrow(workspace, 'git', 'tag', '--list')).split('\n'));
}

/** @returns Of the names of tags the releases, one for each version, the highest first; other names are passed over. */
export function readReleases(tags: readonly string[]): ReleaseTag[] {
  const versions = new Map<string, string>();
  for (const tag of tags) {
    const [, version] = /^(?:@tines-openapi\/spec@|v)(\d+\.\d+\.\d+)$/.exec(tag) ?? [];
    if (version !== undefined) versions.set(version, tag);
  }
  const highest = new Intl.Collator('en', { numeric: true });
  return [...versions]
    .map(([version, tag]) => ({ tag, version }))
    .toSorted(({ version: one }, { version: other }) => highest.compare(other, one));
}

/**
 * Reads the document of a release.
 *
 * @param base A file, or a tag or another revision of git. Without one: the newest release.
 * @returns Nothing where there was no release yet.
 * @throws NoSuchBase where the base is neither, or holds no document.
 */
export async function readBase(workspace: string, base?: string): Promise<Base | undefined> {
  const label = base ?? (await listReleases(workspace))[0]?.tag;
  return label === undefined ? undefined : { label, document: await readDocument(workspace, label) };
}

/**
 * Reads a document from a file, or from a tag or another revision of git.
 *
 * @throws NoSuchBase where the label is neither, or holds no document.
 */
export async function readDocument(workspace: string, label: string): Promise<OpenApiDocument> {
  const file = [join(workspace, label), label].find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (file !== undefined) return parse(label, readFileSync(file, 'utf8'));
  const { code, stdout } = await runToEnd(workspace, 'git', ['show', '--end-of-options', `${label}:${documentPath}`]);
  if (code !== 0) throw new NoSuchBase(`${label} is no file, and no tag that holds ${documentPath}.`);
  return parse(label, stdout);
}

function parse(label: string, text: string): OpenApiDocument {
  let read: Partial<OpenApiDocument> | undefined;
  try {
    read = JSON.parse(text);
  } catch {
    throw new NoSuchBase(`${label} is not JSON.`);
  }
  if (typeof read?.info?.version !== 'string')
    throw new NoSuchBase(`${label} is no OpenAPI document: info.version is missing.`);
  return read as OpenApiDocument;
}
