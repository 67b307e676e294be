import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPublishable } from './packages.ts';

/** A place outside of `version` in the manifests that carries the version of the document. */
interface Stamp {
  file: string;
  /** Finds what stands in front of the version. */
  before: RegExp;
  /** Whether the place may have gone. */
  optional?: true;
}

const version = String.raw`\d+\.\d+\.\d+(?:-[\w.]+)?`;

/** Every such place, those in the manifests of the published packages included. */
export function listStamps(workspace: string): Stamp[] {
  return [
    { file: 'spec/openapi.yaml', before: /^ {2}version: /m },
    { file: 'apps/mock-tenant/openapi/mock-api.yaml', before: /^ {2}version: /m },
    { file: 'packages/client/src/version.ts', before: /version = '/ },
    { file: 'apps/docs/pages/guides/before-a-registry.md', before: /tines-openapi-[a-z-]+-(?=\d)/, optional: true },
    ...listPublishable(workspace).map(({ folder }) => ({ file: `${folder}/package.json`, before: /"document": "/ })),
  ];
}

/** Puts a version behind every match. @throws Error where a place that must carry one is not found. */
export function stamp(text: string, { file, before, optional }: Stamp, next: string): string {
  const pattern = new RegExp(`(${before.source})${version}`, optional ? 'gm' : 'm');
  if (!pattern.test(text) && !optional) throw new Error(`${file} has no version at ${before}.`);
  pattern.lastIndex = 0;
  return text.replace(pattern, (_, front: string) => front + next);
}

/** Writes a version into all places. @returns The files that carry it. */
export function stampAll(workspace: string, next: string): string[] {
  const texts = listStamps(workspace).map((place) => {
    const file = join(workspace, place.file);
    return [file, stamp(readFileSync(file, 'utf8'), place, next)] as const;
  });
  // All were found before the first one is written.
  for (const [file, text] of texts) writeFileSync(file, text);
  return texts.map(([file]) => file);
}

/** Puts a text under the heading of a version in a changelog. @throws Error where the changelog has no such heading. */
export function addToChangelog(changelog: string, heading: string, text: string): string {
  const line = `## ${heading}\n`;
  if (!changelog.includes(line)) throw new Error(`The changelog has no heading "${line.trim()}".`);
  return changelog.replace(line, () => `${line}\n${text}\n`);
}
