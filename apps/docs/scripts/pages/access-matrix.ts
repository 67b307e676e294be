/** The table of operations by key type, made from the document and the access file. */
import { type Access, type KeyNeeds, needsOf, rightOf } from '../access.ts';
import { type Operation, referenceLink } from '../document.ts';
import { escapeHtml } from './html.ts';
import type { Slot } from './page.ts';

const columns: [key: keyof KeyNeeds, title: string][] = [
  ['personal', 'Personal'],
  ['service', 'Service'],
  ['tenantOwner', 'Tenant owner'],
  ['team', 'Team'],
];

/** The matrix: with a filter on the site, as a plain table in the copy. */
export function accessMatrix(operations: Operation[], access: Access): Slot {
  const rows = operations.map((operation) => ({ operation, needs: needsOf(rightOf(access, operation)) }));
  return { site: `${filterForm(operations)}\n${htmlTable(rows)}`, copy: markdownTable(rows) };
}

type Row = { operation: Operation; needs: KeyNeeds };

function filterForm(operations: Operation[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const options = tags.map((tag) => `<option>${escapeHtml(tag)}</option>`).join('');
  const kinds = columns.map(([key, title]) => `<option value="${key}">${title}</option>`).join('');
  return `<form class="matrix-filter not-content" data-matrix-filter hidden>
<label>Operation or path <input type="search" name="text" autocomplete="off"></label>
<label>Section <select name="tag"><option value="">All</option>${options}</select></label>
<label>Callable with <select name="kind"><option value="">Any key</option>${kinds}</select></label>
<output aria-live="polite">${operations.length} operations</output>
</form>`;
}

function htmlTable(rows: Row[]): string {
  const head = columns.map(([, title]) => `<th scope="col">${title}</th>`).join('');
  const body = rows.map(({ operation, needs }) => {
    const cells = columns
      .map(([key]) => `<td class="${cellClass(needs[key])}">${escapeHtml(spaced(needs[key]))}</td>`)
      .join('');
    const path = `${operation.method} ${operation.path}`;
    return `<tr data-tag="${escapeHtml(operation.tag)}"><th scope="row"><a href="${referenceLink(operation)}">${operation.id}</a><br><code>${escapeHtml(path)}</code></th>${cells}</tr>`;
  });
  return `<div class="wide-table" tabindex="0" role="region" aria-label="Operations by key type"><table data-matrix>
<thead><tr><th scope="col">Operation</th>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody>
</table></div>`;
}

/** A service key fails where the cell says no; everything else names what it needs. */
function cellClass(needs: string): string {
  return needs === 'no' ? 'no' : 'may';
}

function spaced(needs: string): string {
  return needs.replaceAll('_', '_\u200b');
}

function markdownTable(rows: Row[]): string {
  const lines = rows.map(({ operation: { id, method, path }, needs }) => {
    const cells = columns.map(([key]) => needs[key]).join(' | ');
    return `| \`${id}\` | \`${method} ${path}\` | ${cells} |`;
  });
  const titles = columns.map(([, title]) => title).join(' | ');
  return [`| Operation | Path | ${titles} |`, '|---|---|---|---|---|---|', ...lines].join('\n');
}
