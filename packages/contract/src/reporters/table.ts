/** Rows of text in columns of equal width; numbers stand to the right. */
export function renderTable(rows: readonly (readonly (string | number)[])[]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, at) => Math.max(known[at] ?? 0, String(cell).length)),
    [],
  );
  const render = (cell: string | number, at: number) =>
    typeof cell === 'number' ? String(cell).padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  return rows.map((row) => `  ${row.map(render).join('  ')}`.trimEnd()).join('\n');
}
