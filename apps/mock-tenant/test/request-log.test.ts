import { describe, expect, test } from 'vitest';
import { renderRequest } from '../src/cli/request-log.ts';
import { openTenant } from './ask.ts';

const key = 'team-editor-demo-key';

describe('a line of the request log', () => {
  const log = async (line: string, details: Parameters<ReturnType<typeof openTenant>['ask']>[1], colour = false) => {
    const { ask, tenant } = openTenant();
    const lines: string[] = [];
    tenant.on('request', (entry) => lines.push(renderRequest({ ...entry, duration: 1.25 }, colour)));
    await ask(line, details);
    return lines.join('\n');
  };

  test('names status, operation, who asked and how long it took', async () => {
    expect(await log('GET /api/v1/stories', { key })).toBe(
      '200  listStories                   GET    /api/v1/stories  Detection editor (team)  1.3 ms',
    );
  });

  test('names the operation of a call that was not let in', async () => {
    expect(await log('GET /api/v1/stories', {})).toMatch(/^401 {2}listStories .* nobody /);
  });

  test('says what the contract said of the request', async () => {
    const text = await log('POST /api/v1/stories?colour=red', { key, body: { team_id: 1101, name: 7 } });
    expect(text).toContain('\n     request: body/name name must be string.');
    expect(text).toContain('\n     unknown query parameters: colour');
  });

  test('names the fault that struck', async () => {
    const text = await log('GET /api/v1/info', { key, headers: { 'x-mock-fault': 'status; status=503' } });
    expect(text).toMatch(/^503 .*\n {5}fault: status$/);
  });

  test('is coloured only where that is seen', async () => {
    expect(await log('GET /api/v1/info', { key }, true)).toContain('\u001B[32m200\u001B[39m');
    expect(await log('GET /api/v1/info', { key }, false)).not.toContain('\u001B');
  });

  test('holds no secret', async () => {
    const secret = 'aa00bb11cc22dd33ee44ff5566778899';
    const text = await log(`POST /webhook/1f0e2d3c4b5a69788796a5b4c3d2e1f0/${secret}`, { body: {} });
    expect(text).toContain('/webhook/');
    expect(text).not.toContain(secret);
  });
});
