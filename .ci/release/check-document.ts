import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readChangesets from '@changesets/read';
import { type Base, documentPath, readBase } from './base.ts';
import { compareDocuments, type DocumentChange } from './compare.ts';
import type { OpenApiDocument } from './document.ts';
import { findUnnamed, type Unnamed } from './gate.ts';

/** What the gate found between the last release and the document as it is. */
export interface DocumentCheck {
  /** The document that was compared with; nothing before the first release. */
  base?: Base;
  changes: DocumentChange[];
  /** Breaking changes that no major changeset names. */
  unnamed: Unnamed[];
}

/**
 * Compares the committed document with that of a release, and holds its breaking changes against the waiting changesets.
 *
 * @param workspace Folder of the repository.
 * @param base A file or a tag; without one, the newest release.
 * @param revision A file in place of the committed document.
 */
export async function checkDocument(workspace: string, base?: string, revision?: string): Promise<DocumentCheck> {
  const found = await readBase(workspace, base);
  if (found === undefined) return { changes: [], unnamed: [] };
  const text = readFileSync(revision ?? join(workspace, documentPath), 'utf8');
  const changes = await compareDocuments(found.document, JSON.parse(text) as OpenApiDocument);
  return { base: found, changes, unnamed: findUnnamed(changes, await readChangesets(workspace)) };
}
