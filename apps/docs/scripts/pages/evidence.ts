/** How well the API is known: figures by section from the marks, the coverage report, and the open questions. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Operation } from '../document.ts';
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

/** How many operations of each section are known how well. */
export function evidenceTable(operations: Operation[], questions: Question[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const rows = tags.map((tag) => {
    const own = operations.filter((operation) => operation.tag === tag);
    const open = questions.filter((question) => own.some(({ id }) => question.operations.includes(id)));
    return `| ${tag} | ${own.length} | ${countLevels(own).join(' | ')} | ${open.length} |`;
  });
  const total = `| **All** | **${operations.length}** | ${countLevels(operations).join(' | ')} | ${questions.length} |`;
  const head = `| Section | Operations | ${levels.join(' | ')} | open questions |`;
  return [head, `|---|${'---:|'.repeat(levels.length + 2)}`, ...rows, total].join('\n');
}

function countLevels(operations: Operation[]): number[] {
  return levels.map((level) => operations.filter(({ object }) => object['x-evidence'].level === level).length);
}

/** The coverage report of the document, its links turned to the pages of the site. */
export async function coverageReport(): Promise<string> {
  const report = await readFile(join(repository, 'spec/COVERAGE.md'), 'utf8');
  return (
    report
      .replace(/^# .*\n/, '')
      .replace(/^Made from the document by .*\n/m, '')
      .replace(/^## /gm, '### ')
      .replace(/\(gaps\/([\w-]+)\.md\)/g, '(questions.md#$1)')
      // Other files of the repository are no pages here: their names stay, the links go.
      .replace(/\[([^\]]*)\]\((?!questions\.md)[^)]*\)/g, '$1')
      .trim()
  );
}
