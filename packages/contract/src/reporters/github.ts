import type { Report } from '../run/report.ts';
import { wayOf } from './people.ts';

/** The failures as annotations of GitHub Actions, one a line, and a notice that sums up. */
export function renderGithub({ results, total }: Report): string {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const errors = failed.map((result) =>
    command('error', `${result.section}: ${result.name}`, [wayOf(result), ...result.findings].join('\n')),
  );
  const sum = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
  return `${[...errors, command('notice', 'Contract', sum)].join('\n')}\n`;
}

/** A workflow command. Its text is escaped as the runner asks: percent signs and line ends, in properties also : and , */
function command(level: 'error' | 'notice', title: string, message: string): string {
  const property = escapeData(title).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} title=${property}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
