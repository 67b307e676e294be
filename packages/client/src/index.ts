export type { Auth, Key, KeyRequest } from './auth.ts';
export type { CallInit, CommonInit, InitArguments, Method, ParseAs, PathOf, TinesCall } from './calls.ts';
export { createTinesClient, type TinesClient } from './client.ts';
export { isTinesError, TinesError, type TinesErrorCode, type TinesErrorFields, type TinesErrorOf } from './errors.ts';
export {
  type Download,
  type DownloadResult,
  download,
  encodeFile,
  type FileOptions,
  type FileSource,
  type Progress,
} from './files.ts';
export type { CallIdentity, ErrorEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export { createLimiter, type Limiter, type LimiterOptions, type Turn, type TurnRequest } from './limiter.ts';
export { type Logger, type LogOptions, logTo } from './log.ts';
export type { CallOptions, OperationMarks, Timeouts, TinesClientOptions } from './options.ts';
export {
  type ItemOf,
  type ListInit,
  type ListPage,
  type ListPath,
  type Paginated,
  type PaginateOptions,
  paginate,
} from './paginate.ts';
export type { Problem } from './problems.ts';
export {
  type AnyResult,
  type DataOf,
  isStatus,
  type TinesFailure,
  type TinesResult,
  type TinesSuccess,
  unwrap,
  type WithStatus,
} from './result.ts';
export type { RetryPolicy } from './retry.ts';
export { triggerWebhook, type WebhookAction, type WebhookOptions } from './webhook.ts';
