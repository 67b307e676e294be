import type { DocumentChange } from './compare.ts';

/** A changeset that waits for the next release. */
export interface Changeset {
  /** Name of its file, without the ending. */
  id: string;
  summary: string;
  releases: { name: string; type: string }[];
}

/** A breaking change that no major changeset names. */
export interface Unnamed {
  change: DocumentChange;
  /** What of it the changesets leave out: operation ids, or the part of the document. */
  missing: string[];
}

const specPackage = '@tines-openapi/spec';

/**
 * Decides whether the document may be released: every change that breaks a program must be named by a changeset that is major
 * for the document. It names the operations by their ids; where a shared part changed, its name will do for all that use it.
 *
 * @returns The breaking changes that are not named. None: it may be released.
 */
export function findUnnamed(changes: readonly DocumentChange[], changesets: readonly Changeset[]): Unnamed[] {
  const major = changesets.filter(({ releases }) => releases.some(isMajorForTheDocument));
  const words = new Set(major.flatMap(({ summary }) => summary.match(/[\w.-]*\w/g) ?? []));
  return changes
    .filter(({ impact }) => impact === 'major')
    .map((change) => ({ change, missing: missingNames(change, words) }))
    .filter(({ missing }) => missing.length > 0);
}

function missingNames({ operations, part }: DocumentChange, words: ReadonlySet<string>): string[] {
  if (part !== undefined && words.has(part)) return [];
  const unnamed = operations.map(({ id }) => id).filter((id) => !words.has(id));
  return operations.length > 0 || part === undefined ? unnamed : [part];
}

function isMajorForTheDocument({ name, type }: Changeset['releases'][number]): boolean {
  return name === specPackage && type === 'major';
}

/** Says what is not named, and which changeset would name it. */
export function explainRefusal(unnamed: readonly Unnamed[]): string {
  const lines = unnamed.map(({ change, missing }) => `  - ${change.text} Not named: ${short(missing)}`);
  const names = [...new Set(unnamed.flatMap(({ change, missing }) => change.part ?? missing))];
  return [
    'The document breaks programs that use it, and no major changeset names what breaks:',
    ...lines,
    'A breaking change needs a file in .changeset that is major and names the operations, or the shared part, such as:',
    '',
    '  ---',
    `  "${specPackage}": major`,
    '  ---',
    '',
    `  Say here what changes for ${names.map((name) => `\`${name}\``).join(', ')} and how to go along.`,
  ].join('\n');
}

function short(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more.` : `${shown}.`;
}
