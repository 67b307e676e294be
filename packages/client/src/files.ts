import type { CallInit, PathOf } from './calls.ts';
import type { TinesClient } from './client.ts';
import { configError, kindOf, type TinesError } from './errors.ts';

/** How far a file has come, in bytes. */
export interface Progress {
  readonly done: number;
  /** Undefined where nobody said. */
  readonly total: number | undefined;
}

export interface FileOptions {
  onProgress?: (progress: Progress) => void;
}

/** A file on its way. */
export interface Download {
  /** To be read once. It ends with an error when the caller's signal aborts. */
  readonly stream: ReadableStream<Uint8Array>;
  /** Media type. */
  readonly type: string | undefined;
  /** Bytes, where the answer says. */
  readonly size: number | undefined;
  /** Name, where the answer says. */
  readonly name: string | undefined;
}

export type DownloadResult =
  | { data: Download; error?: undefined; response: Response }
  | { data?: undefined; error: TinesError; response: Response | undefined };

type UntypedGet = (
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: TinesError; response: Response | undefined }>;

/**
 * Starts a download of a path that answers a file, such as the PDF of a case.
 *
 * The time limit of a try holds until the headers are there, and the body is never asked for a second time.
 */
export async function download<Path extends PathOf<'get'>>(
  client: Pick<TinesClient, 'GET'>,
  path: Path,
  init: CallInit<Path, 'get', 'stream'>,
  { onProgress }: FileOptions = {},
): Promise<DownloadResult> {
  const get = client.GET as unknown as UntypedGet;
  const { error, data, response } = await get(path, { ...(init as object), parseAs: 'stream' });
  if (error || !response) return { error: error as TinesError, response };
  const { headers } = response;
  const length = headers.get('content-length');
  // A packed body has another length than the bytes that come out of it.
  const size = length === null || headers.has('content-encoding') ? undefined : Number(length);
  const body = (data ?? new Blob([]).stream()) as ReadableStream<Uint8Array>;
  const { signal } = (init ?? {}) as { signal?: AbortSignal };
  const counted = body.pipeThrough(counter(size, onProgress), signal ? { signal } : {});
  const type = headers.get('content-type') ?? undefined;
  return { data: { stream: counted, type, size, name: nameIn(headers.get('content-disposition')) }, response };
}

/** What can be attached as a file. */
export type FileSource = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;

/**
 * The base64 text that operations take as `file_contents`. A stream is read part by part, so only its text is held.
 *
 * @throws TinesError with the code `config` where the source is none of those.
 */
export async function encodeFile(source: FileSource, { onProgress }: FileOptions = {}): Promise<string> {
  const { stream, total } = open(source);
  const reader = stream.pipeThrough(counter(total, onProgress)).getReader();
  const texts: string[] = [];
  let rest = new Uint8Array(0);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const bytes = new Uint8Array(rest.length + value.length);
    bytes.set(rest);
    bytes.set(value, rest.length);
    // Three bytes make four letters; what is over waits for the next part.
    const whole = bytes.length - (bytes.length % 3);
    texts.push(toBase64(bytes.subarray(0, whole)));
    rest = bytes.slice(whole);
  }
  return texts.join('') + toBase64(rest);
}

function open(source: FileSource): { stream: ReadableStream<Uint8Array>; total: number | undefined } {
  if (source instanceof ReadableStream) return { stream: source, total: undefined };
  if (!(source instanceof Blob || source instanceof ArrayBuffer || ArrayBuffer.isView(source))) {
    throw configError(`A file must be a Blob, bytes or a stream, not ${kindOf(source)}.`);
  }
  const blob = source instanceof Blob ? source : new Blob([source as ArrayBuffer]);
  return { stream: blob.stream(), total: blob.size };
}

function counter(total: number | undefined, onProgress: FileOptions['onProgress']) {
  let done = 0;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      done += part.length;
      onProgress?.({ done, total });
      controller.enqueue(part);
    },
  });
}

/** Arguments that a call takes without trouble, and a multiple of three. */
const lettersAtOnce = 0x7ffe;

function toBase64(bytes: Uint8Array): string {
  const texts: string[] = [];
  for (let start = 0; start < bytes.length; start += lettersAtOnce) {
    texts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + lettersAtOnce))));
  }
  return texts.join('');
}

function nameIn(disposition: string | null): string | undefined {
  const extended = disposition?.match(/filename\*=(?:UTF-8|utf-8)''([^;]+)/)?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  return disposition?.match(/filename="?([^";]+)"?/)?.[1];
}
