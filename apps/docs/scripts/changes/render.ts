/** The changelog as Markdown: by version, the operations touched, what breaks first. */
import { nameOperations, touchedBy } from '../../../../.ci/release/change-text.ts';
import type { DocumentChange, Impact } from '../../../../.ci/release/compare.ts';
import type { Note } from './changelogs.ts';

/** A version, or what waits for one. */
export interface Release {
  /** Undefined for what has no number yet. */
  version: string | undefined;
  released: boolean;
  /** The version before it; undefined for the first. */
  former: string | undefined;
  notes: Note[];
  changes: DocumentChange[];
}

const headings: Record<Impact, string> = {
  major: 'Breaking',
  minor: 'Added',
  patch: 'Words and examples',
};

/** All releases, the newest first as they come. */
export function renderReleases(releases: Release[]): string {
  return releases.map(renderRelease).join('\n\n');
}

function renderRelease({ version, released, former, notes, changes }: Release): string {
  const parts = [`### ${version ?? 'Without a number yet'}${released ? '' : ' (in preparation)'}`];
  if (former === undefined) {
    parts.push('The first version: there is none before it that its operations could be compared with.');
  } else if (changes.length === 0) {
    parts.push(`No operation differs from ${former}.`);
  } else {
    for (const impact of ['major', 'minor', 'patch'] as const) parts.push(...renderImpact(impact, changes));
  }
  parts.push(...notes.map(({ packages, text }) => `${packages.map((name) => `\`${name}\``).join(', ')}: ${text}`));
  return parts.join('\n\n');
}

function renderImpact(impact: Impact, changes: DocumentChange[]): string[] {
  const own = changes.filter((change) => change.impact === impact);
  if (own.length === 0) return [];
  if (impact === 'patch') return [`**${headings.patch}** in ${nameOperations(touchedBy(own)) || 'no operation'}.`];
  const rows = own.map(({ operations, part, text }) => {
    // A shared part can be in hundreds of operations: the first ones stand for them.
    const where = nameOperations(operations, 6) || `\`${part}\``;
    return `| ${where} | ${text.replaceAll('|', '\\|')} |`;
  });
  return [`**${headings[impact]}**`, ['| Operations | What |', '|---|---|', ...rows].join('\n')];
}
