import type { operations } from '@tines-openapi/types';
import type { OperationId } from '@tines-openapi/types/operations';
import type { Principal } from '../auth/principal.ts';
import type { Request } from '../server/exchange.ts';
import type { State } from '../state/state.ts';

type Id = OperationId & keyof operations;

type PathOf<I extends Id> = operations[I]['parameters'] extends { path: infer P } ? P : Record<string, never>;
type QueryOf<I extends Id> = operations[I]['parameters'] extends { query?: infer Q }
  ? NonNullable<Q>
  : Record<string, never>;
type BodyOf<I extends Id> = operations[I] extends { requestBody?: infer B }
  ? NonNullable<B> extends { content: { 'application/json': infer J } | { 'application/scim+json': infer J } }
    ? J
    : undefined
  : undefined;

type Responses<I extends Id> = operations[I]['responses'];
/** A body of any media type is bytes. */
type BodyAt<R> = R extends { content: { '*/*': unknown } }
  ? Buffer
  : R extends { content: infer C }
    ? C[keyof C]
    : undefined;

/**
 * A good answer of an operation: one of its statuses below 300 with the body that belongs to it. Headers are named in lower
 * case; `content-type` is there where the body is not JSON.
 */
export type AnswerOf<I extends Id> = {
  [S in keyof Responses<I> & (200 | 201 | 202 | 204)]: {
    status: S;
    body: BodyAt<Responses<I>[S]>;
    headers?: Record<string, string>;
  };
}[keyof Responses<I> & (200 | 201 | 202 | 204)];

/** A call that was authenticated, authorised and found to fit the document. */
export interface Call<I extends Id> {
  params: PathOf<I>;
  query: QueryOf<I>;
  body: BodyOf<I>;
  state: State;
  principal: Principal;
  request: Request;
  /** Ids of the teams in which the principal holds the right that this operation needs. */
  teams: ReadonlySet<number>;
  /** Refuses as the tenant refuses a missing right, unless the principal holds it in the team. */
  demand(right: string, teamId: number): void;
}

export type Behaviour<I extends Id> = (call: Call<I>) => AnswerOf<I>;

/** Operation id to handler. What is not here is answered from the examples of the document. */
export type Behaviours = { readonly [I in Id]?: Behaviour<I> };

/** A handler after its types are no longer needed. */
export type AnyBehaviour = (call: Call<never>) => {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
};
