/**
 * Renders rows under a head, in columns that line up: the first column to the left, the others, which hold numbers, to the right.
 *
 * @param indent Spaces in front of each line.
 */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[], indent = 2): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [head, ...rows].map((cells) => ' '.repeat(indent) + line(cells)).join('\n');
}

/** @returns Bytes in kilobytes of 1,000, as a person reads them. */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
}
