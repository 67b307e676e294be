import type { Result } from './results.ts';

const introduction = `# Generators

What code generators make of the document. Each folder of [generators](generators) is a repository as a user of that generator has
it: its configuration, a lock file, a strict compile and a program of five calls (a list over its pages, one story, a new story, an
error, a wrong key). The run takes the document from its packed package, generates, compiles, and calls a mock tenant with each
scheme; a call counts where the tenant saw it too. This page is written by \`pnpm --filter @tines-openapi/consumers matrix\`.

Warnings are the lines of the generator's output that speak of one, lines those that it wrote, seconds were taken on two
cores, and the last column is the day of the run.
`;

const headings = [
  'Language',
  'Generator',
  'Version',
  'Document',
  'Generates',
  'Compiles',
  'Bearer',
  'X-User-Token',
  'Warnings',
  'Lines',
  'Seconds',
  'Ran',
];
const figures = ['Warnings', 'Lines', 'Seconds'];
const rule = headings.map((heading) => (figures.includes(heading) ? '--:' : '---'));

/** Renders the page of the matrix. */
export function renderPage(results: readonly Result[]): string {
  const table = [headings, rule, ...results.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`);
  return [introduction, ...table, '', ...results.flatMap(notesOn)].join('\n');
}

function cellsOf(result: Result): string[] {
  const { name, generates, compiles, calls, seconds } = result;
  const yes = (value: boolean) => (value ? 'yes' : '**no**');
  return [
    result.language,
    `[${result.generator}](generators/${name})`,
    result.version,
    `\`${result.document}\``,
    yes(generates),
    yes(compiles),
    yes(calls.bearer),
    yes(calls.userToken),
    String(result.warnings),
    result.lines.toLocaleString('en'),
    `${seconds.generate.toFixed(1)} + ${seconds.compile?.toFixed(1) ?? 'none'}`,
    result.ran,
  ];
}

function notesOn({ language, generator, command, workarounds, reason }: Result): string[] {
  const notes = workarounds.map((sentence) => `- ${sentence}`);
  return [
    `## ${language}, ${generator}`,
    '',
    ...(reason === null ? [] : [`Does not work: ${reason}`, '']),
    '```sh',
    command,
    '```',
    '',
    ...(notes.length > 0 ? notes : ['Nothing had to be worked around.']),
    '',
  ];
}
