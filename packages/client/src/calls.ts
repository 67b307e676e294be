/** Types of calls: what goes in and what comes out, by method and path. Nothing is here at run time. */
import type { paths } from '@tines-openapi/types';
import type { Middleware } from 'openapi-fetch';
import type { CallOptions } from './options.ts';
import type { TinesResult } from './result.ts';

/** Methods of the API, as keys of a path. */
export type Method = 'get' | 'put' | 'post' | 'delete' | 'patch';

/** Paths that have an operation of a method. */
export type PathOf<M extends Method> = {
  [Path in keyof paths]: paths[Path][M] extends undefined ? never : Path;
}[keyof paths];

/** Forms in which the body of a good answer can be had. */
export interface Parsed<Data> {
  /** Unless another one is asked for. */
  json: Data;
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array> | null;
}
export type ParseAs = keyof Parsed<unknown>;

/** What every call can set. */
export interface CommonInit<As extends ParseAs = ParseAs>
  extends CallOptions,
    Omit<RequestInit, 'body' | 'headers' | 'method' | 'redirect' | 'signal'> {
  /** Form of the body of a good answer; `json` unless set. */
  parseAs?: As;
  signal?: AbortSignal | undefined;
  /** Beside those that the client sets. A header for a key is replaced. */
  headers?: RequestInit['headers'] | Record<string, string | number | boolean | null | undefined>;
  /** Used for this call in place of the client's. */
  fetch?: (request: Request) => Promise<Response>;
  /** For this call, after that of the client. */
  middleware?: Middleware[];
  /** In place of `JSON.stringify`. */
  bodySerializer?: (body: unknown) => NonNullable<RequestInit['body']>;
}

type ParamsOf<Operation> = Operation extends { parameters: infer Parameters }
  ? Record<never, never> extends Parameters
    ? { params?: Parameters }
    : { params: Parameters }
  : { params?: undefined };

type BodyOf<Operation> = Operation extends { requestBody?: never }
  ? { body?: undefined }
  : Operation extends { requestBody: { content: infer Content } }
    ? { body: Content[keyof Content] }
    : Operation extends { requestBody?: { content: infer Content } }
      ? { body?: Content[keyof Content] }
      : { body?: undefined };

/** What a call takes: parameters, body and what it sets for itself. */
export type CallInit<Path extends keyof paths, M extends Method, As extends ParseAs = ParseAs> = ParamsOf<
  paths[Path][M]
> &
  BodyOf<paths[Path][M]> &
  CommonInit<As>;

/**
 * Whether a call needs something. Of a single path true or false; of a path that the API does not have both, so that the
 * compiler complains of the path and not of what is missing behind it.
 */
type Needs<Path extends keyof paths, M extends Method> = {
  [P in Path]: Record<never, never> extends CallInit<P, M> ? false : true;
}[Path];

/** The arguments behind the path; none where nothing is required. */
export type InitArguments<Path extends keyof paths, M extends Method, As extends ParseAs = ParseAs> = [
  Needs<Path, M>,
] extends [true]
  ? [init: CallInit<Path, M, As>]
  : [init?: CallInit<Path, M, As>];

/** A typed call of one method. */
export type TinesCall<M extends Method> = <Path extends PathOf<M>, As extends ParseAs = 'json'>(
  path: Path,
  ...init: InitArguments<Path, M, As>
) => Promise<TinesResult<paths[Path][M], As>>;
