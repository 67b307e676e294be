import type { ParseAs, Parsed } from './calls.ts';
import type { TinesError } from './errors.ts';

/** The answers of an operation by status, where a result keeps its type; nothing is there at run time. */
declare const answers: unique symbol;

type ResponsesOf<Operation> = Operation extends { responses: infer Responses } ? Responses : never;

type ContentOf<Answer> = Answer extends { content: infer Content } ? Content[keyof Content] : undefined;

/** Body of an answer by its status; unknown where the document does not name the status. */
type BodyOf<Responses, Status> = Status extends keyof Responses ? ContentOf<Responses[Status]> : unknown;

type GoodStatus = 200 | 201 | 202 | 204;
type ErrorStatus<Responses> = Exclude<keyof Responses, GoodStatus>;

/** A good answer. */
export interface TinesSuccess<Data, Responses = unknown> {
  data: Data;
  error?: undefined;
  response: Response;
  readonly [answers]?: Responses;
}

/** A failed call. */
export interface TinesFailure<Body = unknown, Responses = unknown> {
  data?: undefined;
  error: TinesError<Body>;
  /** Missing where no answer came. */
  response: Response | undefined;
  readonly [answers]?: Responses;
}

/** What a call comes to: the data of a good answer, or an error. A call never throws. */
export type TinesResult<Operation, As extends ParseAs = 'json'> = ResultOf<ResponsesOf<Operation>, As>;

type ResultOf<Responses, As extends ParseAs> =
  | TinesSuccess<Parsed<BodyOf<Responses, keyof Responses & GoodStatus>>[As], Responses>
  | TinesFailure<BodyOf<Responses, ErrorStatus<Responses>>, Responses>;

/** A result of any operation. */
export type AnyResult = TinesSuccess<unknown> | TinesFailure;

type ResponsesIn<Result> = Result extends { readonly [answers]?: infer Responses } ? NonNullable<Responses> : never;

type StatusesIn<Result> = keyof ResponsesIn<Result> & number;

/** A result once its status is known. */
export type WithStatus<Result, Status extends number> = `${Status}` extends `2${string}`
  ? Extract<Result, { error?: undefined }> & { data: BodyOf<ResponsesIn<Result>, Status> }
  : Extract<Result, { data?: undefined }> & {
      error: TinesError<BodyOf<ResponsesIn<Result>, Status>> & { readonly status: Status };
      response: Response;
    };

/**
 * Whether an answer has this status. Narrows `data`, or `error.body`, to what the document says of it.
 *
 * @param status Those of the operation are completed by an editor; any other number is allowed too.
 */
export function isStatus<Result extends AnyResult, Status extends StatusesIn<Result> | (number & {})>(
  result: Result,
  status: Status,
): result is Result & WithStatus<Result, Status> {
  return result.response?.status === status;
}

/** The data of a result. */
export type DataOf<Result> = Extract<Result, { error?: undefined }> extends { data: infer Data } ? Data : never;

/**
 * The data of a call, for those who would rather catch.
 *
 * @throws TinesError where the call failed.
 */
export async function unwrap<Result extends AnyResult>(result: Result | Promise<Result>): Promise<DataOf<Result>> {
  const { data, error } = await result;
  if (error) throw error;
  return data as DataOf<Result>;
}
