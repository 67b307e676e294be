/** What the changelogs of the packages and the waiting changesets say, put together by version. */

/** One change in words, and the packages that it is in. */
export interface Note {
  packages: string[];
  text: string;
}

/**
 * The notes of all changelogs by version. All packages carry one version, so one change stands in several changelogs: here it
 * stands once, with all its packages. What only says that a sister package got a new version is left out.
 *
 * @param logs The text of `CHANGELOG.md` by the name of its package.
 */
export function mergeChangelogs(logs: ReadonlyMap<string, string>): Map<string, Note[]> {
  const merged = new Map<string, Note[]>();
  for (const [name, log] of logs) {
    for (const part of log.split(/^## /m).slice(1)) {
      const [version = '', ...rest] = part.split('\n');
      const notes = merged.get(version.trim()) ?? [];
      merged.set(version.trim(), notes);
      for (const text of entriesIn(rest.join('\n'))) {
        const known = notes.find((note) => note.text === text);
        if (known === undefined) notes.push({ packages: [name], text });
        else known.packages.push(name);
      }
    }
  }
  return merged;
}

/** The top-level list entries of a version, without the hash of the commit that the tool puts before them. */
function entriesIn(text: string): string[] {
  return text
    .split(/^- /m)
    .slice(1)
    .map((entry) =>
      entry
        .replace(/^#.*$/gm, '')
        .replace(/^[0-9a-f]{7,40}: /, '')
        .replace(/\n {2}/g, '\n')
        .trim(),
    )
    .filter((entry) => !entry.startsWith('Updated dependencies') && !/^@tines-openapi\/[\w-]+@[\d.]+$/.test(entry));
}

/** Reads a changeset: a change that waits for a version. */
export function readChangeset(source: string): Note {
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? [];
  const packages = [...front.matchAll(/["']?(@[\w/-]+)["']?:/g)].map(([, name = '']) => name);
  return { packages, text: body.trim() };
}
