/** What the tests hold the project to, in figures: contract cases by section, planted differences, and where judges differ. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allCases, loadCases, type SectionCase } from '@tines-openapi/contract';
import { repository } from '../paths.ts';
import { type GeneratedClient, works } from './clients.ts';

/** A section of the contract cases in figures. */
export interface SectionCount {
  section: string;
  /** Operations that a case of the section calls. */
  operations: number;
  byHand: number;
  /** Made from the document at run time. */
  made: number;
  /** Calls that must be refused, of both kinds. */
  refused: number;
}

/** Counts the cases by section, in the order of their names. */
export function countCases(all: SectionCase[], byHand: SectionCase[]): SectionCount[] {
  const sections = [...new Set(all.map(({ section }) => section))].sort();
  const within = (cases: SectionCase[], section: string) => cases.filter((entry) => entry.section === section);
  return sections.map((section) => {
    const own = within(all, section);
    const hand = within(byHand, section).length;
    return {
      section,
      operations: new Set(own.map(({ operation }) => operation)).size,
      byHand: hand,
      made: own.length - hand,
      refused: own.filter(({ refused }) => refused !== undefined).length,
    };
  });
}

/** The contract cases by section, with the sum below. */
export function contractTable(): string {
  const counts = countCases(allCases(), loadCases());
  const sum = (of: (count: SectionCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const figures = (count: (of: (one: SectionCount) => number) => number) =>
    [count((one) => one.byHand), count((one) => one.made), count((one) => one.refused)].map(readable).join(' | ');
  const rows = counts.map((one) => `| ${one.section} | ${one.operations} | ${figures((of) => of(one))} |`);
  const head = ['| Section | Operations | By hand | From the document | Refused |', `|---|${'---:|'.repeat(4)}`];
  // One operation can be called by the cases of several sections, so the operations have no sum here.
  return [...head, ...rows, `| **All** | | ${figures(sum)} |`].join('\n');
}

/** What the drift check's own test planted and found, by kind of difference. */
export interface PlantedRecord {
  sections: number;
  planted: Record<string, number>;
}

/** The record that the drift check's test keeps true. */
export async function plantedReport(): Promise<string> {
  return plantedTable(await readRecord('packages/contract/planted-differences.json'), await countTrueAnswers());
}

/** The JSON examples of answers: the same that the drift check must find nothing in. */
async function countTrueAnswers(): Promise<number> {
  type Examples = Record<string, { responses?: Record<string, { mediaType: string }[]> }>;
  const examples = await readRecord<Examples>('spec/dist/examples.json');
  return Object.values(examples)
    .flatMap(({ responses }) => Object.entries(responses ?? {}))
    .filter(([status]) => /^\d+$/.test(status))
    .flatMap(([, list]) => list)
    .filter(({ mediaType }) => /[/+]json$/.test(mediaType)).length;
}

/**
 * The record as a sentence and a table.
 *
 * @param trueAnswers How many answers the check must find nothing in.
 */
export function plantedTable({ sections, planted }: PlantedRecord, trueAnswers: number): string {
  const kinds = Object.entries(planted);
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  const said = `${readable(all)} differences of ${kinds.length} kinds were planted over ${sections} sections; all were found, each at its place. In ${readable(trueAnswers)} true answers none was reported.`;
  const rows = kinds.map(([kind, count]) => `| ${kind} | ${count} | ${count} |`);
  return [said, ['| Kind of difference | Planted | Found |', '|---|---:|---:|', ...rows].join('\n')].join('\n\n');
}

/** Where the mock tenant's judge and Prism are known to differ, with the reason of each. */
export async function judgesReport(): Promise<string> {
  const { requests } = await readRecord<{ requests: { id: string; mock: string; prism: string; reason: string }[] }>(
    'packages/contract/judge-differences.json',
  );
  const rows = requests.map(({ mock, prism, reason }) => `| ${mock} | ${prism} | ${reason.replaceAll('|', '\\|')} |`);
  return ['| Mock tenant | Prism | Why |', '|---|---|---|', ...rows].join('\n');
}

/** One line for each language: which generated clients work. */
export function consumersTable(results: GeneratedClient[] | undefined): string {
  if (results === undefined || results.length === 0) return 'No run over the generators is recorded in this version.';
  const languages = [...new Set(results.map(({ language }) => language))].sort();
  const names = (clients: GeneratedClient[]) =>
    clients
      .map(({ generator, name }) => `[${generator}](guides/generating-clients.md#${name})`)
      .sort()
      .join(', ');
  const rows = languages.map((language) => {
    const own = results.filter((client) => client.language === language);
    const failing = own.filter((client) => !works(client));
    return `| ${language} | ${names(own.filter(works)) || 'none'} | ${names(failing) || 'none'} |`;
  });
  return ['| Language | Works with both headers | Fails |', '|---|---|---|', ...rows].join('\n');
}

async function readRecord<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(join(repository, file), 'utf8'));
}

function readable(count: number): string {
  return count.toLocaleString('en');
}
