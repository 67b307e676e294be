import { stringify } from 'yaml';
import { jsonText } from '../json.ts';
import type { Artifact } from './artifact.ts';

/** The whole document in one file, in both spellings. */
export const openapi: Artifact = ({ document }) => ({
  'openapi.json': jsonText(document),
  'openapi.yaml': stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }),
});
