/** What goes wrong between a page and the server. */
import type { z } from 'zod';
import { type Issue, Problem, type ProblemCode } from '../../server/contract/problem.ts';

/** Codes of the client's own, beside the contract's `PROBLEMS`. */
export const OFFLINE = 'OFFLINE';
export const BAD_ANSWER = 'BAD_ANSWER';
/** The contract's: another person than the one whose page this is has signed in, in another window. */
export const SOMEONE_ELSE = 'SOMEONE_ELSE' satisfies ProblemCode;

/** By whom and when a story was erased. */
export type ErasedBy = NonNullable<Problem['erased']>;

interface Details {
  status: number;
  code: string;
  message: string;
  issues?: readonly Issue[] | undefined;
  current?: unknown;
  proposed?: unknown;
  revision?: number | undefined;
  retryAfter?: number | undefined;
  erased?: ErasedBy | undefined;
}

/** A refusal by the server, or no usable answer at all. Its message is a sentence for the person. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** A code of the contract's `PROBLEMS`, or `OFFLINE`, `BAD_ANSWER` or `SOMEONE_ELSE`. */
  readonly code: string;
  /** What is wrong in the request, by path: `details.low`. */
  readonly issues: readonly Issue[];
  /** With STALE_VERSION: the thing as it is now; parse it with its own schema. */
  readonly current: unknown;
  /** With STALE_REVISION: where the marked words are now, or null. */
  readonly proposed: unknown;
  /** With STALE_REVISION: the current revision's number, else null. */
  readonly revision: number | null;
  /** With TOO_OFTEN: seconds, else null. */
  readonly retryAfter: number | null;
  /** With STORY_ERASED, else null. */
  readonly erased: ErasedBy | null;

  constructor(details: Details, options?: ErrorOptions) {
    super(details.message, options);
    this.status = details.status;
    this.code = details.code;
    this.issues = details.issues ?? [];
    this.current = details.current;
    this.proposed = details.proposed;
    this.revision = details.revision ?? null;
    this.retryAfter = details.retryAfter ?? null;
    this.erased = details.erased ?? null;
  }

  /** The words for one field, or for a field within it; null where there is nothing to say. */
  about(path: string): string | null {
    const found = this.issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`));
    return found?.message ?? null;
  }
}

/** Another window of this browser changed who is signed in. */
export const someoneElse = (name: string): ApiProblem =>
  new ApiProblem({
    status: 0,
    code: SOMEONE_ELSE,
    message: `${name} signed in in another window of this browser. Sign in as yourself to go on here.`,
  });

/** No answer: the server, or the network before it, cannot be reached. */
export const offline = (cause: unknown): ApiProblem =>
  new ApiProblem(
    { status: 0, code: OFFLINE, message: 'Claimdesk cannot be reached. What you typed is still here.' },
    { cause },
  );

/** An answer that the contract does not know. */
export const badAnswer = (status: number, cause?: unknown): ApiProblem =>
  new ApiProblem(
    {
      status,
      code: BAD_ANSWER,
      message: 'The server gave an answer that this page does not understand. Reload the page.',
    },
    { cause },
  );

/** What the contract's schema says of a request, before it is sent: the words that the server would answer. */
export const unfit = (error: z.ZodError): ApiProblem =>
  new ApiProblem({
    status: 422,
    code: 'INVALID',
    message: 'This has to be put right first:',
    issues: error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  });

/** Read a refusal. `value` is the body as JSON, or undefined where it was none. */
export function readProblem(status: number, value: unknown): ApiProblem {
  const parsed = Problem.safeParse(value);
  if (!parsed.success) return badAnswer(status, parsed.error);
  const { title, type: _type, ...rest } = parsed.data;
  return new ApiProblem({ ...rest, message: title });
}

/** Whatever was thrown, as something to show; what is no ApiProblem is a fault of the page. */
export function asProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  return new ApiProblem(
    { status: 0, code: 'PAGE', message: 'Something went wrong on this page. What you typed is still here.' },
    { cause: thrown },
  );
}

/** True for a request that the page itself gave up. */
export const isAbort = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'AbortError';
