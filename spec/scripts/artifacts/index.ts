import type { Sources } from '../sources.ts';
import { access } from './access.ts';
import type { Artifact } from './artifact.ts';
import { dereferenced } from './dereferenced.ts';
import { examples } from './examples.ts';
import { openapi } from './openapi.ts';
import { openapi30 } from './openapi30/index.ts';
import { sections } from './sections.ts';

const artifacts: Artifact[] = [openapi, access, dereferenced, examples, sections, openapi30];

/** All files of `dist`: text by name. */
export function buildAll(sources: Sources): Map<string, string> {
  return new Map(artifacts.flatMap((artifact) => Object.entries(artifact(sources))));
}
