import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from './document.ts';
import { runToEnd } from './shell.ts';

/** Where the committed document lies in the repository, now and at every tag. */
export const documentPath = 'spec/dist/openapi.json';

/** The document of a release, and how it is called. */
export interface Base {
  label: string;
  document: OpenApiDocument;
}

/** A base that is not there; its message says what was looked for. */
export class NoSuchBase extends Error {}

/** @returns The tag of the newest release, `@tines-openapi/spec@1.2.3` or `v1.2.3`, or nothing where there was none. */
export async function findLastRelease(workspace: string): Promise<string | undefined> {
  const { code, stdout, stderr } = await runToEnd(workspace, 'git', [
    'tag',
    '--list',
    '--sort=-creatordate',
    '@tines-openapi/spec@*',
    'v*',
  ]);
  if (code !== 0) throw new Error(`git tag ended with ${code}: ${stderr.trim()}`);
  return newestRelease(stdout.split('\n'));
}

/** @returns Of the names of tags the one with the highest version; those that are no release are passed over. */
export function newestRelease(tags: readonly string[]): string | undefined {
  const releases = tags.flatMap((tag) => {
    const numbers = /^(?:@tines-openapi\/spec@|v)(\d+)\.(\d+)\.(\d+)$/.exec(tag)?.slice(1).map(Number);
    return numbers === undefined ? [] : [{ tag, numbers }];
  });
  return releases.toSorted(({ numbers: one }, { numbers: other }) => compare(other, one))[0]?.tag;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const different = one.findIndex((number, index) => number !== other[index]);
  return different < 0 ? 0 : (one[different] ?? 0) - (other[different] ?? 0);
}

/**
 * Reads the document of a release.
 *
 * @param base A file, or a tag or another revision of git. Without one: the newest release.
 * @returns Nothing where there was no release yet.
 * @throws NoSuchBase where the base is neither, or holds no document.
 */
export async function readBase(workspace: string, base?: string): Promise<Base | undefined> {
  const label = base ?? (await findLastRelease(workspace));
  if (label === undefined) return undefined;
  if (statSync(join(workspace, label), { throwIfNoEntry: false })?.isFile())
    return { label, document: parse(label, readFileSync(join(workspace, label), 'utf8')) };
  if (statSync(label, { throwIfNoEntry: false })?.isFile())
    return { label, document: parse(label, readFileSync(label, 'utf8')) };
  const { code, stdout } = await runToEnd(workspace, 'git', ['show', '--end-of-options', `${label}:${documentPath}`]);
  if (code !== 0) throw new NoSuchBase(`${label} is no file, and no tag that holds ${documentPath}.`);
  return { label, document: parse(label, stdout) };
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
