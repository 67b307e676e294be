import { allCases, loadCases } from '@tines-openapi/contract';
import { describe, expect, test } from 'vitest';
import { recordAsPart } from '../scripts/pages/benchmarks.ts';
import { clientsReport, type GeneratedClient } from '../scripts/pages/clients.ts';
import { consumersTable, countCases, plantedTable } from '../scripts/pages/proof.ts';

const working: GeneratedClient = {
  name: 'go-kiln',
  language: 'Go',
  generator: 'kiln',
  version: 'v1.2.0',
  document: 'openapi-3.0.json',
  generates: true,
  compiles: true,
  calls: { bearer: true, userToken: true },
  warnings: 2,
  lines: 12_345,
  seconds: { generate: 1.5, compile: 4 },
  workarounds: ['It reads `array<string>` only: <T> is no type to it.'],
  reason: null,
  command: 'go tool kiln --out tines openapi.json',
};
const failing: GeneratedClient = {
  ...working,
  name: 'cobol-kiln',
  language: 'COBOL',
  compiles: false,
  calls: { bearer: false, userToken: false },
  workarounds: [],
  reason: 'Names of more than 30 letters do not compile.',
};

describe('the table of generated clients', () => {
  test('shows each with its command, and what fails as failing, with the reason', () => {
    const report = clientsReport([working, failing]);
    expect(report).toContain('1 of 2 generate, compile and call with both headers.');
    expect(report).toContain('| COBOL: [kiln](#cobol-kiln) v1.2.0 | yes | **fails** | **fails** | 2 |');
    expect(report).toContain('**Fails.** Names of more than 30 letters do not compile.');
    expect(report).toContain('```sh\ngo tool kiln --out tines openapi.json\n```');
    expect(clientsReport([{ ...working, calls: { bearer: true, userToken: false } }])).toContain(
      '| yes | yes | **only** `Authorization` | 2 |',
    );
    expect(report).toContain('12,345 | 1.5 + 4 |');
    expect(report).toContain('It reads `openapi-3.0.json`.');
    expect(report).toContain('- It reads `array<string>` only: &lt;T> is no type to it.');
  });

  test.each([[undefined], [[]]])('says so where no run is recorded (%j)', (results) => {
    expect(clientsReport(results)).toContain('No run over the generators is recorded');
    expect(consumersTable(results)).toContain('No run over the generators is recorded');
  });

  test('is summed up by language', () => {
    expect(consumersTable([working, failing])).toContain(
      '| COBOL | none | [kiln](guides/generating-clients.md#cobol-kiln) |',
    );
  });
});

test('contract cases are counted by section, each once', () => {
  const all = allCases();
  const counts = countCases(all, loadCases());
  expect(counts.reduce((sum, { byHand, made }) => sum + byHand + made, 0)).toBe(all.length);
  expect(counts.every(({ operations, byHand, made }) => operations > 0 && byHand + made > 0)).toBe(true);
  expect(counts.find(({ section }) => section === 'Keys')?.byHand).toBeGreaterThan(0);
});

test('planted differences are summed up, each kind with a row', () => {
  const text = plantedTable({ sections: 2, planted: { 'wrong type': 2, 'missing field': 3 } }, 1_500);
  expect(text).toContain('5 differences of 2 kinds were planted over 2 sections');
  expect(text).toContain('In 1,500 true answers none was reported.');
  expect(text).toContain('| missing field | 3 | 3 |');
});

test('a record of measurements stands below the heading of its page', () => {
  expect(recordAsPart('# Benchmarks\n\nOn a machine.\n\n## How to read it\n')).toBe(
    'On a machine.\n\n### How to read it',
  );
});
