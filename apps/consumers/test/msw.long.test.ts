import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRepository, packPackages, type Repository } from './repository.ts';

let repository: Repository;
let forget: () => void = () => {};

beforeAll(async () => {
  const packed = await packPackages(['@tines-openapi/types']);
  forget = packed.remove;
  repository = createRepository('msw');
  // Its postinstall copies a worker for browsers, which nothing here needs.
  const options = ['--no-audit', '--no-fund', '--ignore-scripts'];
  await repository.run('npm', 'install', ...options, ...Object.values(packed.archives));
});

afterAll(() => {
  repository?.remove();
  forget();
});

describe('MSW with openapi-msw and the packed types', () => {
  test('compiles typed handlers strictly, and the tests with both schemes pass', async () => {
    await repository.run('npx', '--no-install', 'tsc');
    const said = await repository.run('node', '--test', '--test-reporter', 'tap', 'build/report.test.js');
    expect(said).toMatch(/^# pass 5$/m);
    expect(said).toMatch(/^# fail 0$/m);
  });

  test('refuses each wrong handler on its own line', async () => {
    const compiled = repository.run(
      'npx',
      '--no-install',
      'tsc',
      '--project',
      'tsconfig.wrong.json',
      '--pretty',
      'false',
    );
    const said = await compiled.then(
      () => 'It compiles.',
      (error: Error) => error.message,
    );
    const lines = [...said.matchAll(/^.*?wrong\/handlers\.ts\((\d+),\d+\): error (TS\d+): (.*)$/gm)];
    expect(lines.map(([, line, code, text]) => `${line} ${code}: ${text}`)).toEqual([
      `7 TS2345: Argument of type '"/api/v1/storys"' is not assignable to parameter of type 'PathsForMethod<paths, "get">'.`,
      `8 TS2345: Argument of type '"/api/v1/stories"' is not assignable to parameter of type 'PathsForMethod<paths, "put">'.`,
      "9 TS2353: Object literal may only specify known properties, and 'nmae' does not exist in type '{ id: number; name: string; groups?: { id: number; name: string; }[]; }'.",
      "10 TS2571: Object is of type 'unknown'.",
      "10 TS2345: Argument of type '418' is not assignable to parameter of type '200 | 401 | 403 | 404 | 429 | 500'.",
      "11 TS2571: Object is of type 'unknown'.",
      "12 TS2551: Property 'teamId' does not exist on type 'ConvertToStringified<{ team_id: number; }>'. Did you mean 'team_id'?",
    ]);
  });
});
