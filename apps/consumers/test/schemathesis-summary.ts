/** The part of the JSON report of Schemathesis that is read here. */
export interface SchemathesisReport {
  schemathesis_version: string;
  seed: number;
  complete: boolean;
  running_time: number;
  operations: { selected: number; tested: number; errored: number };
  test_cases: { generated: number; unique_failures: number; without_checks: number };
  failures: { type: string; title: string; operations: string[] }[];
  errors: unknown[];
}

/** One run of Schemathesis over the whole document. */
export interface Round {
  scheme: string;
  /** Names of its ways to make requests, with commas between them. */
  phases: string;
  report: SchemathesisReport;
}

/**
 * Writes what the runs found as a page.
 *
 * @param rounds At least one run.
 * @param known The failures that are expected, and why.
 * @returns Markdown.
 */
export function renderSummary(
  rounds: readonly Round[],
  known: readonly { operation: string; failure: string; reason: string }[],
): string {
  const { schemathesis_version: version, seed } = (rounds[0] as Round).report;
  const sum = (of: (report: SchemathesisReport) => number) =>
    rounds.reduce((total, { report }) => total + of(report), 0);
  const checked = sum(({ test_cases }) => test_cases.generated - test_cases.without_checks);
  const serverErrors = sum(({ failures }) => failures.filter(({ type }) => type === 'ServerError').length);
  return `# Schemathesis

Schemathesis ${version} over the whole document against a mock tenant, seed ${seed}. Its settings, with a reason for each check
that is off, are in [schemathesis.toml](schemathesis/schemathesis.toml). This page is written by the run.

${table(
  ['Key sent as', 'Phases', 'Operations', 'Requests', 'Kinds of failures', 'Seconds'],
  rounds.map(({ scheme, phases, report }) => [
    `\`${scheme}\``,
    phases.replaceAll(',', ', '),
    String(report.operations.tested),
    inThousands(report.test_cases.generated),
    String(report.test_cases.unique_failures),
    report.running_time.toFixed(0),
  ]),
)}

${inThousands(checked)} answers were held against the document: ${serverErrors} server errors. The other requests belong to checks that
send some of their own, such as one without a key.

## Known failures

${table(
  ['Operation', 'Failure', 'Why'],
  known.map(({ operation, failure, reason }) => [`\`${operation}\``, failure, reason]),
)}
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function inThousands(number: number): string {
  return number.toLocaleString('en-US');
}
