import { jsonText } from '../json.ts';
import type { Artifact } from './artifact.ts';

/** Which role, permission and key type holds which right. */
export const access: Artifact = (sources) => ({ 'access.json': jsonText(sources.access) });
