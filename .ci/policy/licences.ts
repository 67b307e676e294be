/** Which licences the dependencies may have, and why an exception is one. */
export interface LicencePolicy {
  /** Licences of what users get with the packages. */
  published: readonly string[];
  /** Licences that tools of the workshop may have besides. */
  workshop: readonly string[];
  exceptions: readonly { package: string; licence: string; why: string }[];
}

/** A dependency, and the licence that it names. */
export interface Licensed {
  name: string;
  licence: string;
}

/** What `pnpm licenses list --json` prints: packages by licence. */
export type LicenceReport = Record<string, { name: string }[]>;

/** @returns Every package with its licence. */
export function readReport(report: LicenceReport): Licensed[] {
  return Object.entries(report).flatMap(([licence, packages]) => packages.map(({ name }) => ({ name, licence })));
}

/**
 * Holds licences against a list.
 *
 * @param allowed SPDX names. Of alternatives (`MIT OR GPL-2.0`) one has to be allowed, of a sum (`MIT AND Zlib`) all.
 * @returns The packages that have another one and are no exception.
 */
export function findForbidden(
  packages: readonly Licensed[],
  allowed: readonly string[],
  exceptions: LicencePolicy['exceptions'] = [],
): Licensed[] {
  return packages.filter(
    ({ name, licence }) =>
      !isAllowed(licence, allowed) &&
      !exceptions.some((exception) => exception.licence === licence && fits(name, exception.package)),
  );
}

function isAllowed(licence: string, allowed: readonly string[]): boolean {
  const bare = licence.trim().replace(/^\((.*)\)$/, '$1');
  if (allowed.includes(bare)) return true;
  for (const [word, every] of [
    [' AND ', true],
    [' OR ', false],
  ] as const) {
    const parts = bare.split(word);
    if (parts.length > 1)
      return every ? parts.every((part) => isAllowed(part, allowed)) : parts.some((part) => isAllowed(part, allowed));
  }
  return false;
}

/** A name with `*` at its end stands for all that begin like it: native packages have one name for each system. */
function fits(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
