/** Puts all pages together: those by hand, and those made from the document, the gaps, the migration notes and the decisions. */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAccess } from '../access.ts';
import { listOperations, type OpenApiDocument, referenceLink } from '../document.ts';
import { docs } from '../paths.ts';
import { accessMatrix } from './access-matrix.ts';
import { benchmarkRecord } from './benchmarks.ts';
import { changelog, decisionPages, sunsetTable } from './changes.ts';
import { clientsReport, readClients } from './clients.ts';
import { drawDiagrams } from './diagrams.ts';
import { coverageTables, evidenceTable, questionsPage, readQuestions } from './evidence.ts';
import { includeCode } from './include.ts';
import { migrationPage } from './migration.ts';
import { fillMarkdown, linkOperations, type Page, readPage, renderCopy, renderForSite, type Slot } from './page.ts';
import { consumersTable, contractTable, judgesReport, plantedReport } from './proof.ts';

/** A finished page: the file that the generator reads, and the Markdown that is published beside the page. */
export interface FinishedPage extends Page {
  site: string;
  copy: string;
}

/** Makes every page of the site. */
export async function assemblePages(document: OpenApiDocument): Promise<FinishedPage[]> {
  const operations = listOperations(document);
  const links = new Map(operations.map((operation) => [operation.id, referenceLink(operation)]));
  const questions = await readQuestions();
  const decisions = await decisionPages();
  const clients = await readClients();
  const slots = new Map<string, Slot>([
    ['access matrix', accessMatrix(operations, await loadAccess())],
    ['evidence by section', evidenceTable(operations, questions)],
    ['coverage', await coverageTables(operations)],
    ['changelog', await changelog(document)],
    ['generated clients', clientsReport(clients)],
    ['clients by language', consumersTable(clients)],
    ['contract cases', contractTable()],
    ['planted differences', await plantedReport()],
    ['differences of judges', await judgesReport()],
    ['benchmarks of the mock tenant', await benchmarkRecord('mock')],
    ['benchmarks of the client', await benchmarkRecord('client')],
    ['sunset', sunsetTable(operations)],
    ['decisions', decisions.list],
    ...(await drawDiagrams()),
  ]);
  const pages = [...(await readWritten()), await migrationPage(), questionsPage(questions), ...decisions.pages];
  return Promise.all(
    pages.map(async (page) => {
      const finished = linkOperations(await includeCode(fillMarkdown(page, slots)), links);
      return { ...finished, site: renderForSite(finished, slots), copy: renderCopy(finished, slots) };
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
