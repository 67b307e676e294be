import type { DriftFinding, DriftReport } from './report.ts';

/** The report in Markdown, one part for each operation, ready for an issue. It holds no value of any answer. */
export function renderMarkdown(report: DriftReport, date: Date): string {
  const { findings, answers, operations, notChecked, documentVersion, documentReadOn } = report;
  const ids = [...new Set(findings.map(({ operation }) => operation))];
  return [
    '# Differences between the API and the document',
    '',
    `Checked on ${date.toISOString().slice(0, 10)}: ${answers} answers of ${operations.length} operations, document ${documentVersion} (pages read on ${documentReadOn}).`,
    findings.length === 0 ? 'No difference was found.' : `${findings.length} differences in ${ids.length} operations.`,
    '',
    ...ids.flatMap((id) => renderOperation(findings.filter(({ operation }) => operation === id))),
    ...(notChecked.length > 0
      ? ['## Not checked', '', ...notChecked.map(({ operation, reason }) => `- ${operation}: ${reason}`), '']
      : []),
  ].join('\n');
}

function renderOperation(findings: readonly DriftFinding[]): string[] {
  const [first] = findings;
  if (!first) return [];
  return [
    `## ${first.operation}`,
    '',
    `\`${first.method} ${first.path}\``,
    '',
    '| status | where | difference | described | came | answers |',
    '| ------ | ----- | ---------- | --------- | ---- | ------- |',
    ...findings.map(
      ({ status, pointer, kind, expected, got, count }) =>
        `| ${status} | ${pointer === '' ? 'the answer' : `\`${cell(pointer)}\``} | ${kind} | ${cell(expected)} | ${cell(got)} | ${count} |`,
    ),
    '',
  ];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
