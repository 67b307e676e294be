import { styleText } from 'node:util';
import type { JournalEntry } from '../journal/journal.ts';

type Style = Parameters<typeof styleText>[0];

/**
 * One line of the request log: number of the tenant, status, operation, who asked, how long it took, and what the contract said.
 *
 * @param colour Whether the terminal shows colours.
 * @param tenant Number of the tenant, where there are several.
 */
export function renderRequest(entry: JournalEntry, colour: boolean, tenant?: number): string {
  const paint = (style: Style, text: string) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const { status, method, path, operationId, principal, keyType, duration } = entry;
  const who = principal === null ? 'nobody' : `${principal} (${(keyType ?? '').replace('_', ' ')})`;
  const cells = [
    ...(tenant === undefined ? [] : [paint('dim', `[${tenant}]`)]),
    paint(styleOf(status), String(status)),
    (operationId ?? 'no operation').padEnd(28),
    `${method.padEnd(6)} ${path}`,
    paint('dim', who),
    paint('dim', `${duration.toFixed(1)} ms`),
  ];
  return [cells.join('  '), ...remarks(entry).map(([style, text]) => `     ${paint(style, text)}`)].join('\n');
}

function styleOf(status: number): Style {
  if (status >= 500) return 'red';
  return status >= 400 ? 'yellow' : 'green';
}

/** What the contract said, and what the mock did of its own. */
function remarks({ contract, fault }: JournalEntry): [Style, string][] {
  const { request, answer, unknownQuery } = contract;
  return [
    ...(fault === null ? [] : ([['magenta', `fault: ${fault}`]] as [Style, string][])),
    ...request.map(({ in: place, pointer, message }): [Style, string] => [
      'yellow',
      `request: ${place}${pointer} ${message}`,
    ]),
    ...answer.map(({ pointer, message }): [Style, string] => [
      'red',
      `answer breaks the document: ${pointer} ${message}`,
    ]),
    ...(unknownQuery.length === 0
      ? []
      : ([['yellow', `unknown query parameters: ${unknownQuery.join(', ')}`]] as [Style, string][])),
  ];
}
