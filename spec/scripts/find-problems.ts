import { join } from 'node:path';
import { lint, lintFromString, loadConfig, type NormalizedProblem } from '@redocly/openapi-core';
import { jsonText } from './json.ts';
import { createLocator } from './locate.ts';
import { mainRoot, packageFolder, readSources } from './sources.ts';

/** Everything that the two rulesets of redocly.yaml say of a root and of the bundle that it makes, with places in the sources. */
export async function findProblems(root = mainRoot): Promise<NormalizedProblem[]> {
  const config = await loadConfig({ configPath: join(packageFolder, '../redocly.yaml') });
  const inSources = await lint({ ref: root, config: config.forAlias('sources') });
  // Where a reference is broken or a schema is none, there is no bundle to judge examples by.
  if (inSources.some(({ ruleId }) => ruleId === 'no-unresolved-refs' || ruleId === 'struct')) return inSources;
  const { document } = await readSources(root);
  const inBundle = await lintFromString({
    source: jsonText(document),
    absoluteRef: join(packageFolder, 'dist/openapi.json'),
    config: config.forAlias('bundle'),
  });
  return [...inSources, ...inBundle.map(createLocator(root))];
}
