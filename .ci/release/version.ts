/**
 * The first half of `pnpm release:version`: turns the waiting changesets into the next version.
 *
 * The order: hold the document against the last release (nothing is written where the gate refuses), let changesets raise the
 * versions and write the changelogs, put the version into what carries it beside the manifests, and the changes of the document
 * into the changelog of the spec. Bundling is the other half. Exit codes: 0 done, 1 the gate refuses or no changeset waits.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readChangesets from '@changesets/read';
import { renderChanges } from './change-text.ts';
import { checkDocument } from './check-document.ts';
import { explainRefusal } from './gate.ts';
import { readManifest, root } from './packages.ts';
import { runOrThrow } from './shell.ts';
import { addToChangelog, stampAll } from './stamp.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  if ((await readChangesets(root)).length === 0) return refuse('no changeset waits, so there is no next version.');
  const { base, changes, unnamed } = await checkDocument(root);
  if (unnamed.length > 0) return refuse(explainRefusal(unnamed));
  await runOrThrow(root, join(root, 'node_modules/.bin/changeset'), 'version');
  const { version } = readManifest(join(root, 'spec'));
  const files = stampAll(root, version);
  if (base !== undefined) {
    const changelog = join(root, 'spec/CHANGELOG.md');
    writeFileSync(changelog, addToChangelog(readFileSync(changelog, 'utf8'), version, renderChanges(changes)));
  }
  const since =
    base === undefined ? 'the first release' : `${changes.length} changes of the document since ${base.label}`;
  process.stdout.write(`Version ${version} in ${files.length} files beside the changelogs; ${since}.\n`);
  return 0;
}

function refuse(message: string): number {
  process.stderr.write(`release:version: ${message}\n`);
  return 1;
}
