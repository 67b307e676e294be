/** How well the API is known: figures by section from the marks, the coverage report by section, and the open questions. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Evidence, Operation } from '../document.ts';
import { repository } from '../paths.ts';
import type { Page } from './page.ts';

const levels = ['documented', 'observed', 'inferred', 'assumed'] as const;

/** A thing that no public source tells. */
export interface Question {
  /** The name of its file, which is its anchor. */
  name: string;
  title: string;
  operations: string[];
  /** Everything below the title. */
  body: string;
}

/** Reads the registry of gaps. */
export async function readQuestions(): Promise<Question[]> {
  const folder = join(repository, 'spec/gaps');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md') && file !== 'README.md').sort();
  return Promise.all(files.map(async (file) => parseQuestion(file, await readFile(join(folder, file), 'utf8'))));
}

/**
 * Reads one gap.
 *
 * @throws When it lacks its front matter or its title.
 */
export function parseQuestion(file: string, source: string): Question {
  const match = /^---\n(.*?)\n---\n+# ([^\n]+)\n(.*)$/s.exec(source);
  if (match === null) throw new Error(`spec/gaps/${file} must begin with its operations and a title.`);
  const [, front = '', title = '', body = ''] = match;
  const { operations } = parse(front) as { operations: string[] };
  return { name: file.replace(/\.md$/, ''), title, operations, body: body.trim() };
}

/** All open questions on one page, each under its own anchor. */
export function questionsPage(questions: Question[]): Page {
  const parts = questions.map(({ name, title, operations, body }) => {
    const concerned = operations.map((id) => `\`${id}\``).join(', ');
    // Pages of the repository's documents are named there by their place in the repository.
    const text = body.replaceAll('`migration/cases-v1-to-v2.md`', '[Moving from cases v1 to v2](cases-v1-to-v2.md)');
    return `<a id="${name}"></a>\n\n## ${title}\n\n${text.replace(/^## (.*)$/gm, '**$1.**')}\n\nConcerns ${concerned}.`;
  });
  return {
    path: 'questions',
    title: 'Open questions',
    description: `The ${questions.length} things about the Tines API that no public source tells, what would settle each, and what is assumed meanwhile.`,
    body: parts.join('\n\n'),
  };
}

/** How many operations of each section are known how well. A section leads to its operations further down. */
export function evidenceTable(operations: Operation[], questions: Question[]): string {
  const shown = levels.filter((level) => countLevel(operations, level) > 0);
  const figures = (own: Operation[]) => [own.length, ...shown.map((level) => countLevel(own, level))].join(' | ');
  const rows = bySection(operations).map(([tag, own]) => {
    const open = questions.filter((question) => own.some(({ id }) => question.operations.includes(id)));
    return `| [${tag}](#${tag.toLowerCase().replaceAll(' ', '-')}) | ${figures(own)} | ${open.length} |`;
  });
  const head = `| Section | Operations | ${shown.join(' | ')} | open questions |`;
  const total = `| **All** | ${figures(operations)} | ${questions.length} |`;
  return [head, `|---|${'---:|'.repeat(shown.length + 2)}`, ...rows, total].join('\n');
}

function countLevel(operations: Operation[], level: Evidence['level']): number {
  return operations.filter(({ object }) => object['x-evidence'].level === level).length;
}

/** How well each operation is known: a table for each section, from the coverage report of the document. */
export async function coverageTables(operations: Operation[]): Promise<string> {
  return sectionTables(operations, await readFile(join(repository, 'spec/COVERAGE.md'), 'utf8'));
}

/**
 * What the coverage report counts, and its rows by section of the document.
 *
 * @param report Tables whose rows are the public page, the operation, how well it is known, and the open questions.
 * @throws When the report lacks an operation.
 */
export function sectionTables(operations: Operation[], report: string): string {
  const known = new Map([...report.matchAll(/^\|[^|]*\| `(\w+)` \| (.*) \|$/gm)].map(([, id, cells]) => [id, cells]));
  const row = ({ id }: Operation) => {
    const cells = known.get(id)?.replace(/\(gaps\/([\w-]+)\.md\)/g, '(questions.md#$1)');
    if (cells === undefined) throw new Error(`spec/COVERAGE.md says nothing of ${id}.`);
    return `| \`${id}\` | ${cells} |`;
  };
  const head = '| Operation | Known | Open questions |\n|---|---|---|';
  const tables = bySection(operations).map(([tag, own]) => `### ${tag}\n\n${[head, ...own.map(row)].join('\n')}`);
  const [counted = ''] = /^\*\*.*$/m.exec(report) ?? [];
  return [counted, ...tables].join('\n\n');
}

function bySection(operations: Operation[]): [section: string, own: Operation[]][] {
  const sections = [...new Set(operations.map(({ tag }) => tag))];
  return sections.map((section) => [section, operations.filter(({ tag }) => tag === section)]);
}
