import { jsonText } from '../../json.ts';
import type { Artifact } from '../artifact.ts';
import { convertDocument } from './document.ts';

/** The document for readers of OpenAPI 3.0, and beside it the list of what they do not get. */
export const openapi30: Artifact = ({ document }) => {
  const converted = convertDocument(document);
  return { 'openapi-3.0.json': jsonText(converted.document), 'openapi-3.0.lost.json': jsonText(converted.losses) };
};
