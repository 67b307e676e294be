export type { Auth } from './auth.ts';
export { createTinesClient, type TinesClient, type TinesClientOptions, type TinesResult } from './client.ts';
export { isTinesError, TinesError, type TinesErrorCode } from './errors.ts';
