/** Looks at packed packages, each function at one side of them. What it returns are sentences that say what is wrong. */
import type { Packed } from './pack.ts';
import type { Manifest } from './packages.ts';

/** What a package must hold, whatever else. */
const required = ['package.json', 'README.md', 'LICENSE'];

/** What never belongs into a package, with the reason a person reads. */
const unwanted: readonly [pattern: RegExp, why: string][] = [
  [/(^|\/)(test|tests|__tests__|fixtures|bench|reports|coverage|scripts)\//, 'is of the workshop'],
  [/\.(test|spec|bench)\.[cm]?[jt]sx?$/, 'is a test'],
  [/\.map$/, 'is a source map: sources are not published, so it leads nowhere'],
  [/(?<!\.d)\.[cm]?tsx?$/, 'is a source: compiled files and their types are published'],
  [/(^|\/)(tsconfig[^/]*\.json|vite(st)?\.config\.[cm]?[jt]s|turbo\.json|biome\.json)$/, 'configures a tool'],
  [/(^|\/)\.(?!well-known\/)/, 'is a dot file'],
  [/\.(tgz|log|tsbuildinfo|pem|key|har)$/, 'is left over from a run'],
];

/** What may be in a package: what programs and people read. */
const known = /(\.([cm]?js|d\.[cm]?ts|json|ya?ml|md|html|css|svg)|(^|\/)LICENSE)$/;

/** Holds the files of a package against what belongs into one. */
export function inspectFiles(files: readonly string[]): string[] {
  const missing = required.filter((file) => !files.includes(file)).map((file) => `${file} is missing.`);
  const wrong = files.flatMap((file) => {
    const why = unwanted.find(([pattern]) => pattern.test(file))?.[1];
    if (why !== undefined) return [`${file} ${why}.`];
    return known.test(file) ? [] : [`${file} is of a kind that no package holds so far.`];
  });
  return [...missing, ...wrong];
}

/** What all packages of a release share. */
export interface Release {
  version: string;
  /** The day on which the public pages were read, as `YYYY-MM-DD`. */
  readOn: string;
  names: readonly string[];
}

/** Holds a packed manifest against the release. */
export function inspectManifest(manifest: Manifest, { version, readOn, names }: Release): string[] {
  const problems: string[] = [];
  if (manifest.version !== version) problems.push(`its version is ${manifest.version}, the document's ${version}.`);
  const { document, readOn: ownDate } = manifest.tinesOpenapi ?? {};
  if (document !== version) problems.push(`tinesOpenapi.document is ${document}, the document's version ${version}.`);
  if (ownDate !== readOn) problems.push(`tinesOpenapi.readOn is ${ownDate}, the document's date ${readOn}.`);
  if (manifest.license !== 'Apache-2.0') problems.push(`its licence is ${manifest.license}, not Apache-2.0.`);
  if (!manifest.engines?.node) problems.push('it does not say which Node it needs (engines.node).');
  for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (/^(workspace|catalog|file|link):/.test(range)) problems.push(`${name} is asked for as ${range}.`);
    else if (names.includes(name) && range !== version)
      problems.push(`${name} is asked for as ${range}, not ${version}.`);
  }
  return problems;
}

/** Most that a package may weigh. */
export interface Limit {
  /** Bytes of the archive. */
  packed: number;
  /** Bytes of all its files. */
  unpacked: number;
  files: number;
}

/** Holds the weight of a package against its limit. */
export function inspectSize(
  { packed, unpacked, files }: Pick<Packed, 'packed' | 'unpacked' | 'files'>,
  limit?: Limit,
): string[] {
  if (limit === undefined) return ['it has no limit; give it one in .ci/release/limits.json.'];
  const measured = { packed, unpacked, files: files.length };
  return (['packed', 'unpacked', 'files'] as const)
    .filter((what) => measured[what] > limit[what])
    .map((what) => `${what} is ${measured[what]}, more than the limit of ${limit[what]} in .ci/release/limits.json.`);
}

/** @returns The entries of a package that no compiler reads, so that no judge of types asks for theirs. */
export function entriesWithoutTypes({ exports = {} }: Pick<Manifest, 'exports'>): string[] {
  return Object.keys(exports).filter((entry) => /\.(ya?ml|md)$/.test(entry));
}
