import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contractWith } from './command.ts';
import { createFolder } from './folder.ts';
import { freePort } from './free-port.ts';

const folder = createFolder();

describe('tines-contract record', () => {
  test.each([
    ['no file', [], {}, 2, 'Say with --har where'],
    ['a file that cannot be written', ['--har', 'no/where.har'], {}, 2, 'no/where.har cannot be written'],
    ['no tenant', ['--har', 'x.har'], {}, 2, 'Set TINES_TENANT to the tenant'],
    [
      'no port',
      ['--har', 'x.har', '--port', '0'],
      { TINES_TENANT: 'acme.tines.com' },
      2,
      '--port must be a whole number',
    ],
  ])('ends with one line where it cannot begin: %s', async (_, args, environment, exitCode, message) => {
    const { code, stderr } = await contractWith(environment as Record<string, string>, 'record', ...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(exitCode);
  });

  test('ends with 3 before it records where nothing answers', async () => {
    const TINES_TENANT = `http://127.0.0.1:${await freePort()}`;
    const har = join(folder.path, 'recorded.har');
    const { code, stderr } = await contractWith({ TINES_TENANT }, 'record', '--har', har);
    expect(stderr).toBe(`tines-contract: ${TINES_TENANT} does not answer (ECONNREFUSED).\n`);
    expect(code).toBe(3);
    expect(folder.files()).not.toContain('recorded.har');
  });
});
