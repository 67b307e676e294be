/** The filter above the table of operations by key type. Without it the whole table stands there. */

/** Makes the filter work, on the page that has one. */
export function startMatrixFilter(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('[data-matrix-filter]');
  const table = page.querySelector<HTMLTableElement>('[data-matrix]');
  if (form === null || table === null) return;
  const columns = ['personal', 'service', 'tenantOwner', 'team'];
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const apply = () => {
    const wanted = new FormData(form);
    const text = String(wanted.get('text')).trim().toLowerCase();
    const column = columns.indexOf(String(wanted.get('kind')));
    let shown = 0;
    for (const row of rows) {
      const fitsText = text === '' || (row.cells[0]?.textContent ?? '').toLowerCase().includes(text);
      const fitsTag = wanted.get('tag') === '' || row.dataset.tag === wanted.get('tag');
      const fitsKind = column < 0 || row.cells[column + 1]?.className === 'may';
      row.hidden = !(fitsText && fitsTag && fitsKind);
      if (!row.hidden) shown += 1;
    }
    const output = form.querySelector('output');
    if (output !== null) output.textContent = `${shown} of ${rows.length} operations`;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
}
