import type { DocumentChange } from './compare.ts';

const titles = { major: 'Breaks programs', minor: 'New', patch: 'Noticed by readers only' } as const;

/** Most operations that one line names; the rest is counted. */
const mostNamed = 12;

/**
 * Renders the changes of the document as Markdown for the changelog: what breaks first, each with the operations it touches.
 *
 * @returns Text without an end of line at its end; one sentence where nothing changed.
 */
export function renderChanges(changes: readonly DocumentChange[]): string {
  if (changes.length === 0) return 'The document is the same as in the release before.';
  const parts = (['major', 'minor'] as const).flatMap((impact) => {
    const lines = changes.filter((change) => change.impact === impact).map(renderChange);
    return lines.length === 0 ? [] : [`#### ${titles[impact]}\n\n${[...new Set(lines)].join('\n')}`];
  });
  const words = changes.filter(({ impact }) => impact === 'patch');
  if (words.length > 0) parts.push(`#### ${titles.patch}\n\n${renderWords(words)}`);
  return `### The document\n\n${parts.join('\n\n')}`;
}

function renderChange({ text, operations, part }: DocumentChange): string {
  const name = part === undefined ? '' : ` (\`${part}\`)`;
  return `- ${names(operations)}${operations.length > 0 ? name : `\`${part}\``}: ${text}`;
}

/** Changes of descriptions and examples are many and alike: they are counted, and the operations are named. */
function renderWords(changes: readonly DocumentChange[]): string {
  const operations = new Map(
    changes.flatMap(({ operations: list }) => list).map((operation) => [operation.id, operation]),
  );
  const count = `${changes.length} change${changes.length > 1 ? 's' : ''} of descriptions, examples and marks`;
  return operations.size === 0 ? `${count}.` : `${count}, at ${names([...operations.values()])}.`;
}

function names(operations: DocumentChange['operations']): string {
  const shown = operations.slice(0, mostNamed).map(({ id }) => `\`${id}\``);
  const rest = operations.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
