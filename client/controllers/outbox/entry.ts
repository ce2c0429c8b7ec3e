/** A write that is kept until it is answered: data, so that it outlives the page that made it. */
import { z } from 'zod';
import * as claims from '../../../server/contract/claims.ts';
import * as comments from '../../../server/contract/comments.ts';
import { Id, Time } from '../../../server/contract/common.ts';
import type { Endpoint } from '../../../server/contract/endpoint.ts';
import * as evidence from '../../../server/contract/evidence.ts';
import { unfit } from '../../api/problem.ts';
import { FormName } from '../proof/drafts.ts';

/** What a kept write is answered with. */
export type Answer =
  | { noun: 'claim'; claim: claims.Claim }
  | { noun: 'comment'; comment: comments.Comment }
  | { noun: 'citation'; citation: evidence.Citation };

const claim = (answer: unknown): Answer => ({ noun: 'claim', claim: claims.Claim.parse(answer) });
const comment = (answer: unknown): Answer => ({ noun: 'comment', comment: comments.Comment.parse(answer) });

const citation = (answer: unknown): Answer => ({
  noun: 'citation',
  citation: evidence.Citation.parse(answer),
});

/** The key of an endpoint in the contract: `PUT /api/claims/:claimId/verdict`. */
export const endpointKey = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
  `${method.toUpperCase()} ${path}`;

/**
 * What may be kept. A review, a sign-off, who may see a story and what an admin does is not in it: these are said on
 * what their author sees at that moment, and never later on their own.
 */
const KEEPABLE: ReadonlyMap<string, { endpoint: Endpoint; read: (answer: unknown) => Answer }> = new Map(
  (
    [
      [claims.CreateClaim, claim],
      [claims.EditClaim, claim],
      [claims.WithdrawClaim, claim],
      [claims.RestoreClaim, claim],
      [claims.GiveVerdict, claim],
      [claims.ConfirmVerdict, claim],
      [claims.TakeBackVerdict, claim],
      [comments.CreateComment, comment],
      [comments.EditComment, comment],
      [comments.WithdrawComment, comment],
      [comments.RestoreComment, comment],
      [evidence.CreateCitation, citation],
      [evidence.EditCitation, citation],
      [evidence.WithdrawCitation, citation],
      [evidence.RestoreCitation, citation],
    ] as const
  ).map(([endpoint, read]) => [endpointKey(endpoint), { endpoint, read }]),
);

/** The endpoint that a key names; null for one whose writes are not kept. */
export const keepable = (key: string): Endpoint | null => KEEPABLE.get(key)?.endpoint ?? null;

/** What is said on what its author saw at that moment. */
const ON_SIGHT: ReadonlySet<unknown> = new Set([
  claims.GiveVerdict,
  claims.ConfirmVerdict,
  claims.TakeBackVerdict,
]);

/** True for a decision about a claim: it never takes a version that holds what its author did not see. */
export const isOnSight = ({ operation }: Pick<Entry, 'operation'>): boolean =>
  ON_SIGHT.has(keepable(operation.endpoint));

const EDITS: ReadonlySet<unknown> = new Set([claims.EditClaim, comments.EditComment, evidence.EditCitation]);

/** True for what may turn out to change nothing. */
export const isEdit = ({ operation }: Pick<Entry, 'operation'>): boolean =>
  EDITS.has(keepable(operation.endpoint));

/** Read what a kept write was answered with. Throws where it is nothing that its endpoint answers. */
export function readAnswer(key: string, answer: unknown): Answer {
  const known = KEEPABLE.get(key);
  if (known === undefined) throw new Error(`${key} is not kept`);
  return known.read(answer);
}

export function versionOfAnswer(answer: Answer): number {
  switch (answer.noun) {
    case 'claim':
      return answer.claim.version;
    case 'comment':
      return answer.comment.version;
    case 'citation':
      return answer.citation.version;
  }
}

/**
 * The shape of a request of the contract as data.
 *
 * @param named the endpoint that its key names; null for one that it must not be
 */
export const requestShape = (named: (key: string) => Endpoint | null, wrong: string) =>
  z
    .strictObject({
      endpoint: z.string(),
      params: z.record(z.string(), z.string()),
      /** With the `version` of an endpoint that takes it there. */
      query: z.record(z.string(), z.unknown()),
      /** Null where the endpoint takes none. */
      body: z.record(z.string(), z.unknown()).nullable(),
    })
    .refine(({ endpoint: key, params, query, body }) => {
      const endpoint = named(key);
      return (
        endpoint?.params.safeParse(params).success === true &&
        endpoint.query.safeParse(query).success &&
        endpoint.body.safeParse(body ?? {}).success
      );
    }, wrong);

/** A write of the contract as data. */
export const Operation = requestShape(keepable, 'is no write that is kept');
export type Operation = z.infer<typeof Operation>;

/** Describe a write; what the contract would refuse is found when it is sent. */
export function operation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B>,
  { params, query, body }: { params: z.input<P>; query?: z.input<Q>; body?: z.input<B> },
): Operation {
  return {
    endpoint: endpointKey(endpoint),
    params: Object.fromEntries(fieldsOf(params).map(([name, value]) => [name, String(value)])),
    query: Object.fromEntries(fieldsOf(query)),
    body: body === undefined ? null : Object.fromEntries(fieldsOf(body)),
  };
}

const fieldsOf = (value: unknown): [string, unknown][] => Object.entries(Object(value));

/** The version that a write names; null where it names none. */
export function versionIn({ query, body }: Pick<Operation, 'query' | 'body'>): number | null {
  const version = body?.version ?? query.version;
  return typeof version === 'number' ? version : null;
}

/** The same write on another version; unchanged where it names none. */
export function withVersion<T extends Pick<Operation, 'query' | 'body'>>(write: T, version: number): T {
  if (write.body?.version !== undefined) return { ...write, body: { ...write.body, version } };
  if (write.query.version !== undefined) return { ...write, query: { ...write.query, version } };
  return write;
}

/** Refuse what the contract would, before it is kept. Throws an ApiProblem, its issues by field. */
export function assertFit({ endpoint: key, body }: Operation): void {
  const fit = keepable(key)?.body.safeParse(body ?? {});
  if (fit?.success === false) throw unfit(fit.error);
}

/** A write that waits for its answer. */
export const Entry = z
  .strictObject({
    id: Id,
    /** Whose work it is: nobody else sends it or sees it. */
    person: Id,
    articleId: Id,
    /** The claim that it is about: those of one claim are sent in their order. */
    target: Id,
    /** What has the version: the claim, or a comment on it. */
    thing: Id,
    operation: Operation,
    idempotencyKey: z.string().min(1),
    /** The entry whose answer gives the version to send; null where that is known. */
    follows: Id.nullable(),
    /**
     * Of what makes its claim a new version and does not name the one before: that one, as far as it is known. A
     * citation reopens the claim's review; a claim that is brought back is a new version of it.
     */
    raises: z.int().nullable().default(null),
    /** The version on which it was put after a refusal, with what somebody else made of the claim; null before. */
    put: z.int().nullable().default(null),
    /** What it was decided on was thrown away: it is not sent, and its author looks again. */
    groundless: z.boolean().default(false),
    /** In the past, for people: “marked “at least 385 people””. */
    label: z.string(),
    at: Time,
    /** Of an edit: what its author saw in each field, and what they made of those that they changed. */
    begun: z
      .strictObject({ was: z.record(z.string(), z.string()), mine: z.record(z.string(), z.string()) })
      .nullable()
      .default(null),
    /** The form that it came from, as it was typed. */
    form: z.strictObject({ name: FormName, fields: z.record(z.string(), z.string()) }).nullable(),
  })
  .readonly();
export type Entry = z.infer<typeof Entry>;

/**
 * The version in which a write to a claim leaves it, when nobody else writes; null where that cannot be told.
 *
 * What changes nothing raises nothing. The server answers a repeat with what is there by then: a higher version holds
 * somebody else's change.
 */
export function versionLeft({ operation, raises, begun }: Entry): number | null {
  if (keepable(operation.endpoint) === claims.CreateClaim) return 1;
  const before = versionIn(operation) ?? raises;
  if (before === null) return null;
  const isIdle =
    begun !== null && Object.entries(begun.mine).every(([name, value]) => (begun.was[name] ?? '') === value);
  return isIdle ? before : before + 1;
}
