import type { Sources } from '../sources.ts';

/** Makes files of `dist` from the sources: text by name. Writes nothing. */
export type Artifact = (sources: Sources) => Record<string, string>;
