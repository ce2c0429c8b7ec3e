/** What one path and verb takes and answers: read by the server, the client, the OpenAPI document and the tests. */
import { z } from 'zod';

/**
 * With an answer: `true` where the write had been done before. What it answers is then what is there by now, with what
 * others changed since.
 */
export const REPLAYED_HEADER = 'Idempotency-Replayed';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const Nothing = z.strictObject({});
type Nothing = typeof Nothing;

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** With `:name` for parameters, as Express writes them. */
  readonly path: string;
  /** One line for the API's documentation. */
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** An empty object where the verb takes no body. */
  readonly body: Body;
  /** Of an answer in JSON; unknown where it is always a file. */
  readonly answer: Answer;
  /** Media types, without parameters, of answers that are not JSON of `answer`: files, and formats that are asked for. */
  readonly media: readonly string[];
  /** The media type of the body. */
  readonly takes: 'application/json' | 'application/octet-stream';
  /** Media types of files that may be the body in its place. */
  readonly orFile: readonly string[];
  /** True where something comes to be: answered with 201, and with 200 where the request was a repeat. */
  readonly creates: boolean;
  /** True where a person need not be signed in. */
  readonly open: boolean;
}

interface Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  media?: readonly string[];
  takes?: Endpoint['takes'];
  orFile?: readonly string[];
  creates?: boolean;
  open?: boolean;
}

/** Describe one endpoint. What is left out takes nothing: unknown fields are refused everywhere. */
export function endpoint<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  A extends z.ZodType = z.ZodNull,
>(route: `${Uppercase<Method>} /${string}`, definition: Definition<P, Q, B, A>): Endpoint<P, Q, B, A> {
  const space = route.indexOf(' ');
  return {
    method: METHODS[route.slice(0, space)] ?? 'get',
    path: route.slice(space + 1),
    summary: definition.summary,
    params: definition.params ?? (Nothing as z.ZodType as P),
    query: definition.query ?? (Nothing as z.ZodType as Q),
    body: definition.body ?? (Nothing as z.ZodType as B),
    answer: definition.answer,
    media: definition.media ?? [],
    takes: definition.takes ?? 'application/json',
    orFile: definition.orFile ?? [],
    creates: definition.creates ?? false,
    open: definition.open ?? false,
  };
}

const METHODS: Readonly<Record<string, Method>> = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** What a handler gets after parsing. */
export type ParamsOf<E> = E extends Endpoint<infer P, infer _Q, infer _B, infer _A> ? z.output<P> : never;
export type QueryOf<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _A> ? z.output<Q> : never;
export type BodyOf<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _A> ? z.output<B> : never;
export type AnswerOf<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer A> ? z.output<A> : never;
/** What a caller sends, before defaults. */
export type QueryInput<E> = E extends Endpoint<infer _P, infer Q, infer _B, infer _A> ? z.input<Q> : never;
export type BodyInput<E> = E extends Endpoint<infer _P, infer _Q, infer B, infer _A> ? z.input<B> : never;
