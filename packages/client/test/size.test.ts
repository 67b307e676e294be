import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** A program as bundlers make it, from the sources: its text, its size on the wire and the modules in it. */
function bundle(program: string): { text: string; bytes: number; modules: string[] } {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents: program, resolveDir: new URL('../src', import.meta.url).pathname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const text = outputFiles[0]?.text ?? '';
  const [output] = Object.values(metafile.outputs);
  const modules = Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => (path.includes('openapi-fetch') ? 'openapi-fetch' : path.replace(/^.*src\//, '')));
  return { text, bytes: gzipSync(text, { level: 9 }).length, modules };
}

const listStories = `
  import { createTinesClient } from './index.ts';
  const client = createTinesClient({ tenant: 'acme.tines.com', auth: 'key' });
  console.log(await client.GET('/api/v1/stories'));
`;

describe('the core', () => {
  test('is at most 6,144 bytes minified and gzipped, with all it depends on', () => {
    const { bytes, modules } = bundle(listStories);
    console.log(`core: ${bytes} bytes`);
    expect(modules).toContain('openapi-fetch');
    expect(bytes).toBeLessThanOrEqual(6144);
  });

  test('has no code for single operations, and nothing that it was not asked for', () => {
    const { text, modules } = bundle(listStories);
    for (const optional of [
      'limiter',
      'paginate',
      'since',
      'webhook',
      'files',
      'log',
      'operations',
      'node',
      'testing',
    ]) {
      expect(modules).not.toContain(`${optional}.ts`);
    }
    expect(text).not.toMatch(/listStories|createStory/);
    expect(text.match(/\/api\/v\d[^"'`\s]*/g)).toEqual(['/api/v1/stories']);
  });
});

test.each([
  ['errors', "import { isTinesError } from './index.ts'; console.log(isTinesError(1));", ['errors.ts']],
  [
    'paging',
    "import { paginate } from './index.ts'; console.log(paginate);",
    ['errors.ts', 'page-styles.ts', 'paginate.ts', 'since.ts'],
  ],
  [
    'the limiter',
    "import { createLimiter } from './index.ts'; console.log(createLimiter);",
    ['errors.ts', 'limiter.ts', 'rate-class.ts', 'timing.ts'],
  ],
  ['the log', "import { logTo } from './index.ts'; console.log(logTo);", ['errors.ts', 'log.ts']],
  ['files', "import { encodeFile } from './index.ts'; console.log(encodeFile);", ['errors.ts', 'files.ts']],
  ['results', "import { isStatus, unwrap } from './index.ts'; console.log(isStatus, unwrap);", ['result.ts']],
] as const)('%s alone bring nothing else along', (_, program, expected) => {
  const modules = bundle(program).modules.filter((module) => module !== '<stdin>');
  expect(modules.toSorted()).toEqual([...expected]);
});
