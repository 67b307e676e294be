/** Puts all pages together: those by hand, and those made from the document, the gaps, the migration notes and the decisions. */
import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadAccess } from '../access.ts';
import { listOperations, type OpenApiDocument } from '../document.ts';
import { assembled, docs } from '../paths.ts';
import { accessMatrix } from './access-matrix.ts';
import { changelog, decisionPages, sunsetTable } from './changes.ts';
import { drawDiagrams } from './diagrams.ts';
import { coverageReport, evidenceTable, questionsPage, readQuestions } from './evidence.ts';
import { exampleSlots, includeCode } from './include.ts';
import { migrationPage } from './migration.ts';
import { fillMarkdown, linkOperations, type Page, readPage, renderCopy, renderForSite, type Slot } from './page.ts';

/** A finished page: what the generator reads and what is published beside it. */
export interface FinishedPage extends Page {
  copy: string;
}

/**
 * Writes every page for the generator into a fresh folder.
 *
 * @returns The pages with their Markdown copies.
 */
export async function assemblePages(document: OpenApiDocument): Promise<FinishedPage[]> {
  const operations = listOperations(document);
  const ids = new Set(operations.map(({ id }) => id));
  const questions = await readQuestions();
  const decisions = await decisionPages();
  const written = await readWritten();
  const jobs = written.filter(({ path }) => path.startsWith('cookbook/')).map(({ path }) => path.slice('cookbook/'.length));
  const slots = new Map<string, Slot>([
    ['access matrix', accessMatrix(operations, await loadAccess())],
    ['evidence by section', evidenceTable(operations, questions)],
    ['coverage', await coverageReport()],
    ['changelog', await changelog()],
    ['sunset', sunsetTable(operations)],
    ['decisions', decisions.list],
    ...(await drawDiagrams()),
    ...(await exampleSlots(jobs)),
  ]);
  const pages = [...written, await migrationPage(), questionsPage(questions), ...decisions.pages];
  await rm(assembled, { recursive: true, force: true });
  return Promise.all(
    pages.map(async (page) => {
      const finished = linkOperations(await includeCode(fillMarkdown(page, slots)), ids);
      const file = join(assembled, `${page.path}.md`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, renderForSite(finished, slots));
      return { ...finished, copy: renderCopy(finished, slots) };
    }),
  );
}

async function readWritten(): Promise<Page[]> {
  const pages: Page[] = [];
  const folder = join(docs, 'pages');
  for await (const file of glob('**/*.md', { cwd: folder })) {
    pages.push(readPage(file.replaceAll('\\', '/').replace(/\.md$/, ''), await readFile(join(folder, file), 'utf8')));
  }
  return pages.sort((a, b) => a.path.localeCompare(b.path));
}
