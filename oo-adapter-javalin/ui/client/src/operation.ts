/** What the contract says about an operation, taken apart. */

import type { paths } from '#contract';

type Method = 'get' | 'post' | 'put';

/** The paths that have this method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends object ? P : never;
}[keyof paths];

export type Query<Operation> = Operation extends { parameters: { query?: infer Q } }
  ? Loose<NonNullable<Q>>
  : never;

/** What stands in its path for each {name}. */
export type Named<Operation> = Operation extends { parameters: { path: infer N } } ? N : never;

/** A parameter that is undefined is not sent. */
type Loose<Q> = { [Name in keyof Q]: Q[Name] | undefined };

export type Body<Operation> = Operation extends { requestBody: { content: infer C } }
  ? C[keyof C & 'application/json']
  : never;

/** What is answered when all is well. */
export type Value<Operation> = Operation extends { responses: infer R } ? Content<R[keyof R & (200 | 201)]> : never;

type Content<Response> = Response extends { content: infer C } ? C[keyof C] : never;
