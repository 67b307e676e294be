import type { DocumentChange } from './compare.ts';
import type { Operation } from './document.ts';

const titles = { major: 'Breaks programs', minor: 'New', patch: 'Noticed by readers only' } as const;

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
  return `- ${operations.length > 0 ? nameOperations(operations) + name : `\`${part}\``}: ${text}`;
}

/** Changes of descriptions and examples are many and alike: they are counted, and the operations are named. */
function renderWords(changes: readonly DocumentChange[]): string {
  const touched = touchedBy(changes);
  const count = `${changes.length} change${changes.length > 1 ? 's' : ''} of descriptions, examples and marks`;
  return touched.length === 0 ? `${count}.` : `${count}, at ${nameOperations(touched)}.`;
}

/** @returns All operations that the changes touch, each once. */
export function touchedBy(changes: readonly DocumentChange[]): Operation[] {
  return [...new Map(changes.flatMap(({ operations }) => operations).map((one) => [one.id, one])).values()];
}

/** @returns The ids of the operations as Markdown: the first ones by name, the rest counted. */
export function nameOperations(operations: readonly Operation[], mostNamed = 12): string {
  const shown = operations.slice(0, mostNamed).map(({ id }) => `\`${id}\``);
  const rest = operations.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
