import { afterEach, describe, expect, test } from 'vitest';
import { createTinesClient, download, encodeFile, type Progress } from '../src/index.ts';
import { answers, createObservedClient, noDelay } from '../src/testing.ts';
import * as faults from './support/fault-server.ts';

const params = { path: { case_id: 1, file_id: 2 } };
const file = '/api/v2/cases/{case_id}/files/{file_id}/download' as const;
const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);

let server: faults.FaultServer | undefined;
afterEach(() => server?.close());

describe('a download', () => {
  test('is a stream with name, type, size and progress', async () => {
    server = await faults.startFaultServer(
      faults.answer(200, Buffer.from(bytes), {
        'content-type': 'image/png',
        'content-disposition': 'inline; filename="screen shot.png"',
      }),
    );
    const client = createTinesClient({ tenant: server.url, auth: 'k' });
    const progress: Progress[] = [];
    const { data, error } = await download(client, file, { params }, { onProgress: (step) => progress.push(step) });
    expect(error).toBeUndefined();
    expect(data).toMatchObject({ name: 'screen shot.png', type: 'image/png', size: 200_000 });
    expect(new Uint8Array(await new Response(data?.stream).arrayBuffer())).toEqual(bytes);
    expect(progress.at(-1)).toEqual({ done: 200_000, total: 200_000 });
    expect(progress.length).toBeGreaterThan(1);
  });

  test('that is refused is an error like any other', async () => {
    const { client } = createObservedClient(answers.notFound);
    const { data, error } = await download(client, file, { params });
    expect(data).toBeUndefined();
    expect(error).toMatchObject({ code: 'http', status: 404, problems: [{ message: 'Not found.' }] });
  });

  test('starts again after a fault, and ends when the signal of the caller aborts', async () => {
    const endless: faults.Fault = (socket) => socket.write(`${faults.head(200, { 'content-length': 900 })}start`);
    server = await faults.startFaultServer(faults.resetAtOnce, endless);
    const client = createTinesClient({ tenant: server.url, auth: 'k', retry: noDelay });
    const controller = new AbortController();
    const { data } = await download(
      client,
      '/api/v2/cases/{case_id}/pdf',
      { params: { path: { case_id: 1 } }, signal: controller.signal },
      { onProgress: () => controller.abort(new Error('enough')) },
    );
    await expect(new Response(data?.stream).text()).rejects.toThrow('enough');
  });

  test('has the name in its other spelling, and no size where it is packed or not told', async () => {
    const { client } = createObservedClient(
      () =>
        new Response('x', {
          headers: {
            'content-disposition': "attachment; filename*=UTF-8''%C3%BCbersicht.txt",
            'content-encoding': 'gzip',
            'content-length': '20',
          },
        }),
    );
    expect((await download(client, file, { params })).data).toMatchObject({ name: 'übersicht.txt', size: undefined });
  });

  test('may be empty', async () => {
    const { client } = createObservedClient(() => new Response(null));
    const { data } = await download(client, file, { params });
    expect(await new Response(data?.stream).text()).toBe('');
  });
});

describe('a file to attach', () => {
  const expected = Buffer.from(bytes).toString('base64');
  test.each([
    ['bytes', () => bytes],
    ['a buffer', () => bytes.buffer],
    ['a blob', () => new Blob([bytes])],
    ['a stream in odd parts', () => new Blob([bytes]).stream().pipeThrough(chop(1001))],
    ['a part of an array', () => new Uint8Array([0, ...bytes, 0]).subarray(1, bytes.length + 1)],
  ])('is encoded from %s', async (_, source) => {
    const steps: Progress[] = [];
    expect(await encodeFile(source(), { onProgress: (step) => steps.push(step) })).toBe(expected);
    expect(steps.at(-1)?.done).toBe(bytes.length);
  });

  test.each([0, 1, 2, 3, 4])('of %i bytes', async (length) => {
    const some = bytes.slice(0, length);
    expect(await encodeFile(some)).toBe(Buffer.from(some).toString('base64'));
  });

  test('is refused where it is none of those', async () => {
    await expect(encodeFile('text' as never)).rejects.toThrow('A file must be a Blob, bytes or a stream, not string.');
  });
});

function chop(size: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    transform(part, controller) {
      for (let start = 0; start < part.length; start += size) controller.enqueue(part.slice(start, start + size));
    },
  });
}
