import type { CaseResult, Report } from '../run/report.ts';
import { wayOf } from './people.ts';

/** The report as JUnit XML: a suite for each section, a test for each case in each scheme and through each caller. */
export function renderJunit({ results, sections, total, duration }: Report): string {
  const suites = Object.entries(sections).map(([name, { passed, failed, skipped }]) => {
    const here = results.filter(({ section }) => section === name);
    const counts = attributes({
      name,
      tests: passed + failed + skipped,
      failures: failed,
      skipped,
      time: seconds(here),
    });
    return `  <testsuite ${counts}>\n${here.map(testcase).join('\n')}\n  </testsuite>`;
  });
  const all = attributes({
    name: 'Contract of the Tines REST API',
    tests: results.length,
    failures: total.failed,
    skipped: total.skipped,
    time: (duration / 1000).toFixed(3),
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${all}>\n${suites.join('\n')}\n</testsuites>\n`;
}

function testcase(result: CaseResult): string {
  const { section, name, outcome, findings, duration } = result;
  const open = `    <testcase ${attributes({ classname: section, name: `${name} (${wayOf(result)})`, time: (duration / 1000).toFixed(3) })}`;
  if (outcome === 'passed') return `${open}/>`;
  const [first = ''] = findings;
  const inner =
    outcome === 'failed'
      ? `<failure ${attributes({ message: first })}>${escapeXml(findings.join('\n'))}</failure>`
      : `<skipped ${attributes({ message: first })}/>`;
  return `${open}>${inner}</testcase>`;
}

function seconds(results: readonly CaseResult[]): string {
  return (results.reduce((sum, { duration }) => sum + duration, 0) / 1000).toFixed(3);
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(String(value))}"`)
    .join(' ');
}

/** Text as it may stand in XML 1.0, which knows no other control characters than tab and line ends. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .replaceAll(/[&<>"]/g, (character) => entities[character] as string)
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '\uFFFD');
}
