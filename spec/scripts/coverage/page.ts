import { type JsonObject, type Operation, operationsOf } from '../json.ts';
import { evidenceOf } from './evidence.ts';
import type { Gap } from './gaps.ts';
import { byShape, type Coverage, describedAs, type KnownOperation } from './known.ts';

/** The text of COVERAGE.md: page by page of the public documentation, what is described and how well it is known. */
export function coveragePage(document: JsonObject, coverage: Coverage, gaps: Gap[]): string {
  const described = byShape(document);
  const done = coverage.operations.flatMap((known) => describedAs(known, described) ?? []);
  const sections = inOrderOf(document, coverage.operations);
  return [
    '# What is described',
    '',
    'Made from the document by `pnpm bundle`; do not edit.',
    '',
    `**${done.length} of ${coverage.operations.length} operations** that the public pages show are described, ${gaps.length} questions are open.`,
    '',
    ...levels(document, done),
    '',
    '*Known* is how sure an operation is (see `x-evidence` in README.md); in brackets, how many of its parts are less sure.',
    '*Open* leads to what no public source tells. A page that is not described says so.',
    '',
    ...sections.flatMap((section) => sectionLines(section, { document, coverage, gaps, described })),
    '## Guides',
    '',
    'Pages that describe no operation.',
    '',
    '| page | about | taken in by |',
    '|---|---|---|',
    ...coverage.guides.map(
      ({ page, about, describedIn }) =>
        `| ${page} | ${about} | ${describedIn ? `[${describedIn}](${describedIn})` : '**not described**'} |`,
    ),
    '',
  ].join('\n');
}

interface Context {
  document: JsonObject;
  coverage: Coverage;
  gaps: Gap[];
  described: ReadonlyMap<string, Operation>;
}

function levels(document: JsonObject, operations: Operation[]): string[] {
  const counts = new Map<string, number>();
  for (const { node } of operations) {
    const { level } = evidenceOf(document, node);
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [
    '| known | operations |',
    '|---|---|',
    ...[...counts].sort((a, b) => b[1] - a[1]).map(([level, count]) => `| ${level} | ${count} |`),
  ];
}

// The part of the address between `api/` and the page itself, so that sections are those of the public documentation.
function sectionOf(known: KnownOperation): string {
  const parts = (known.pages[0] ?? '').split('/');
  return parts.slice(parts[0] === 'api' ? 1 : 0, parts.length > 2 ? -1 : undefined).join('/');
}

// In the order in which paths/index.yaml puts their first operations. What is not described comes last.
function inOrderOf(document: JsonObject, operations: KnownOperation[]): string[] {
  const places = new Map(operationsOf(document).map(({ id }, index) => [id, index]));
  const placeOf = ({ operationId }: KnownOperation) => places.get(operationId) ?? places.size;
  return [...new Set([...operations].sort((a, b) => placeOf(a) - placeOf(b)).map(sectionOf))];
}

function sectionLines(section: string, context: Context): string[] {
  const operations = context.coverage.operations.filter((known) => sectionOf(known) === section);
  return [
    `## ${section}`,
    '',
    '| page | operation | known | open |',
    '|---|---|---|---|',
    ...operations.map((known) => row(known, context)),
    '',
  ];
}

function row(known: KnownOperation, { document, gaps, described }: Context): string {
  const operation = describedAs(known, described);
  const pages = known.pages.join('<br>');
  if (!operation) return `| ${pages} | \`${known.operationId}\` | **not described** | |`;
  const { level, weaker } = evidenceOf(document, operation.node);
  const parts = Object.entries(weaker).map(([part, count]) => `${count} ${part}`);
  const open = gaps
    .filter((gap) => gap.operations?.includes(known.operationId))
    .map((gap) => `[${gap.title}](gaps/${gap.file})`);
  return `| ${pages} | \`${known.operationId}\` | ${level}${parts.length > 0 ? ` (${parts.join(', ')})` : ''} | ${open.join('<br>')} |`;
}
