import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRepository, packPackages, type Repository, startMockByNpx } from './repository.ts';
import { type Round, renderSummary, type SchemathesisReport } from './schemathesis-summary.ts';

const template = new URL('../schemathesis/', import.meta.url);
const summaryFile = new URL('../SCHEMATHESIS.md', import.meta.url);
const document = 'node_modules/@tines-openapi/spec/dist/openapi.json';

interface KnownFailure {
  operation: string;
  failure: string;
  reason: string;
}
const known: KnownFailure[] = JSON.parse(readFileSync(new URL('known-failures.json', template), 'utf8'));

/** Why Schemathesis cannot be installed here, undefined where it can. */
function missingPython(): string | undefined {
  try {
    execFileSync('python3', ['-c', 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))'], {
      stdio: 'ignore',
    });
    return undefined;
  } catch {
    return 'Schemathesis is left out: it needs python3, 3.10 or newer, with venv.';
  }
}

const missing = missingPython();
if (missing !== undefined) {
  if (process.env.REQUIRE_ALL_TOOLCHAINS) throw new Error(missing);
  console.info(missing);
}

/**
 * Both schemes and every way that Schemathesis has to make requests, each once, so that the whole stays within a minute and a
 * half: the examples of the document and every bound of every schema with one key, random requests with the other.
 */
const rounds = [
  {
    scheme: 'Authorization: Bearer',
    header: 'Authorization: Bearer tenant-owner-demo-key',
    phases: 'examples,coverage',
  },
  { scheme: 'X-User-Token', header: 'X-User-Token: tenant-owner-demo-key', phases: 'fuzzing,stateful' },
];

describe.skipIf(missing !== undefined)('Schemathesis against a mock tenant', () => {
  let repository: Repository;
  let forget: () => void = () => {};
  const done: Round[] = [];

  beforeAll(async () => {
    const packed = await packPackages(['spec', 'types', 'mock-tenant'].map((name) => `@tines-openapi/${name}`));
    forget = packed.remove;
    repository = createRepository('schemathesis');
    await repository.run('npm', 'install', '--no-audit', '--no-fund', ...Object.values(packed.archives));
    await repository.run('python3', '-m', 'venv', '.venv');
    await repository.run('.venv/bin/python', '-m', 'pip', 'install', '--quiet', '--requirement', 'requirements.txt');
    for (const { scheme, header, phases } of rounds) done.push({ scheme, phases, report: await check(header, phases) });
    const summary = renderSummary(done, known);
    writeFileSync(summaryFile, summary);
    console.info(summary);
  }, 600_000);

  afterAll(() => {
    repository?.remove();
    forget();
  });

  /** Runs Schemathesis over the whole document against a tenant as it begins. */
  async function check(header: string, phases: string): Promise<SchemathesisReport> {
    const mock = await startMockByNpx(repository);
    const reportFile = `${phases.replace(',', '-')}.json`;
    const args = ['run', document, '--url', mock.url, '--header', header, '--phases', phases];
    // Its exit code is 1 where anything failed, the known failures too: what failed is read from the report.
    const ran = repository.run('.venv/bin/schemathesis', ...args, '--report', 'json', '--report-json-path', reportFile);
    const said = await ran.catch((error: Error) => error.message);
    await mock.stop();
    if (!existsSync(join(repository.folder, reportFile))) throw new Error(`Schemathesis wrote no report: ${said}`);
    return JSON.parse(readFileSync(join(repository.folder, reportFile), 'utf8'));
  }

  test.each(rounds.map(({ scheme }, at) => [scheme, at] as const))(
    'reaches every operation of the document with %s and ends without an error of its own',
    (_, at) => {
      const { operations, complete, errors, test_cases } = (done[at] as Round).report;
      const { paths } = JSON.parse(readFileSync(join(repository.folder, document), 'utf8')) as { paths: object };
      const methods = Object.values(paths).flatMap((item: object) =>
        Object.keys(item).filter((key) => key !== 'parameters'),
      );
      expect({ operations, complete, errors }).toMatchObject({
        operations: { selected: methods.length, tested: methods.length, errored: 0 },
        complete: true,
        errors: [],
      });
      expect(test_cases.generated).toBeGreaterThan(methods.length);
    },
  );

  test('finds no server error', () => {
    const failures = done.flatMap(({ report }) => report.failures);
    expect(failures.filter(({ type }) => type === 'ServerError')).toEqual([]);
  });

  test('finds nothing else either but what is known, and each known failure is still there', () => {
    const failures = done.flatMap(({ report }) =>
      report.failures.flatMap(({ title, operations }) => operations.map((operation) => `${operation}: ${title}`)),
    );
    expect([...new Set(failures)].toSorted()).toEqual(
      known.map(({ operation, failure }) => `${operation}: ${failure}`).toSorted(),
    );
  });
});
