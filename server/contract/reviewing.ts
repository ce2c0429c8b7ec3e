/** What reviewers have before them, and how far checkers and reviewers agree. */
import { z } from 'zod';
import { Priority } from './articles.ts';
import { Claim, ClaimKind, ReturnReason, VerdictValue } from './claims.ts';
import { Cursor, Day, Id, Limit, page, Time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A claim that waits for a second pair of eyes. */
export const QueueItem = z.strictObject({
  claim: Claim,
  article: z.strictObject({ id: Id, title: z.string(), deadline: Time.nullable(), priority: Priority }),
  /** Why this person may not review it: the code of the refusal (`OWN_VERDICT`, `NEEDS_REVIEWER`). */
  refused: z.string().nullable(),
});
export type QueueItem = z.infer<typeof QueueItem>;
export const ListReviewQueue = endpoint('GET /api/review', {
  summary:
    'Verdicts that await their review, over all stories: soonest deadline first, then as the story runs',
  query: z.strictObject({ articleId: Id.optional(), cursor: Cursor, limit: Limit }),
  answer: page(QueueItem),
});

/** How a return ended. */
export const Settlement = z.enum([
  /** The verdict became another. */
  'verdict_changed',
  /** Words or details of the claim were changed. */
  'claim_changed',
  /** Evidence was added or changed, the verdict stayed. */
  'evidence_changed',
  /** Passed as it was. */
  'kept',
  'withdrawn',
  'open',
]);
export type Settlement = z.infer<typeof Settlement>;

export const Disagreement = z.strictObject({
  claimId: Id,
  articleId: Id,
  kind: ClaimKind,
  quote: z.string(),
  checker: z.strictObject({ id: Id, name: z.string() }),
  reviewer: z.strictObject({ id: Id, name: z.string() }),
  returnedAt: Time,
  reasonCode: ReturnReason,
  note: z.string().nullable(),
  /** What differed: the verdict and the details that changed between the return and now, by name. */
  fields: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  settled: Settlement,
});
export type Disagreement = z.infer<typeof Disagreement>;

/** Two people who judged the same claims, each by their own last verdict on it. */
export const PairAgreement = z.strictObject({
  people: z.tuple([
    z.strictObject({ id: Id, name: z.string() }),
    z.strictObject({ id: Id, name: z.string() }),
  ]),
  claims: z.int(),
  same: z.int(),
  /** Cohen's kappa over verdicts; null where chance alone explains everything (one value on both sides). */
  kappa: z.number().nullable(),
});
export type PairAgreement = z.infer<typeof PairAgreement>;

export const GetAgreement = endpoint('GET /api/agreement', {
  summary: 'Where checker and reviewer differed and how it was settled, counted, with Cohen’s kappa',
  query: z.strictObject({
    articleId: Id.optional(),
    /** Returned or judged on or after this day, UTC. */
    from: Day.optional(),
    /** Returned or judged on or before this day, UTC. */
    to: Day.optional(),
    cursor: Cursor,
    limit: Limit,
  }),
  answer: z.strictObject({
    ...page(Disagreement).shape,
    /** Over all that the filters mean, not this page alone. */
    counts: z.array(
      z.strictObject({ kind: ClaimKind, reasonCode: ReturnReason, returned: z.int(), stillOpen: z.int() }),
    ),
    /** How often a field of a kind was changed after a return. */
    fields: z.array(z.strictObject({ kind: ClaimKind, field: z.string(), changed: z.int() })),
    pairs: z.array(PairAgreement),
    verdicts: z.array(z.strictObject({ first: VerdictValue, second: VerdictValue, claims: z.int() })),
  }),
});
