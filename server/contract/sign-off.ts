/** Sign-off: a reviewer's decision on a whole revision. */
import { z } from 'zod';
import { ArticleParams } from './articles.ts';
import { VerdictValue } from './claims.ts';
import { Id, MAX_COUNTER, prose, RevisionNumber, Time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { mediaTypesOf, PROOF_FORMATS, ProofFormat } from './formats.ts';

/** What a newsroom asks before a story is signed off; set by configuration. */
export const Policy = z.strictObject({
  /** The least role that signs off. */
  signOffBy: z.enum(['reviewer', 'admin']),
  /** False: facts and sources are settled by a verdict; casualty counts and attributions always need a review. */
  reviewFacts: z.boolean(),
  /** The least number of independent sources behind a casualty count. */
  minSources: z.int().min(0),
});
export type Policy = z.infer<typeof Policy>;

export const SignOff = z.strictObject({
  revision: z.int(),
  /** SHA-256 of that revision's text. */
  sha256: z.string(),
  /** The story's event before the sign-off. */
  head: z.int(),
  by: Id,
  at: Time,
  /** Claims that were let stand by name. */
  acknowledged: z.array(Id),
  /** Suggestions on which nobody had decided, and that were let stand. */
  acknowledgedSuggestions: z.array(Id),
});
export type SignOff = z.infer<typeof SignOff>;

/** What stands in the way. */
export const BlockerCode = z.enum([
  'no_claims',
  'unchecked',
  'awaits_review',
  'returned',
  'expired',
  'orphaned',
  'inaccurate',
  'too_few_sources',
]);
export type BlockerCode = z.infer<typeof BlockerCode>;
export const Blocker = z.strictObject({
  code: BlockerCode,
  /** In the order of the text; empty for `no_claims`. */
  claimIds: z.array(Id),
});
export type Blocker = z.infer<typeof Blocker>;

export const SignOffState = z.strictObject({
  /** What a sign-off has to name. */
  revision: z.int(),
  sha256: z.string(),
  head: z.int(),
  policy: Policy,
  signOff: SignOff.nullable(),
  /** The one before, and why it ended: `reopened` by a person, or `new_revision`. */
  ended: z
    .strictObject({
      ...SignOff.shape,
      endedAt: Time,
      endedBy: Id,
      because: z.enum(['reopened', 'new_revision']),
      reason: z.string(),
    })
    .nullable(),
  blockers: z.array(Blocker),
  /** Disputed, unverifiable and waived claims: to be let stand by name. */
  toAcknowledge: z.array(z.strictObject({ claimId: Id, verdict: VerdictValue })),
  /** Suggestions on which nobody decided, in the order of the text: to be let stand as well. */
  openSuggestions: z.array(Id),
  can: z.array(z.enum(['sign_off', 'reopen'])),
  /** Why this person may not sign off, whatever the story's state: the code of the refusal. */
  refused: z.string().nullable(),
});
export type SignOffState = z.infer<typeof SignOffState>;

export const GetSignOff = endpoint('GET /api/articles/:articleId/sign-off', {
  summary: 'Whether a story is signed off, or what stands in the way',
  params: ArticleParams,
  answer: SignOffState,
});
export const GiveSignOff = endpoint('PUT /api/articles/:articleId/sign-off', {
  summary: 'Sign a revision off: these words, this state, and no others',
  params: ArticleParams,
  body: z.strictObject({
    revision: RevisionNumber,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
    head: z.int().min(0).max(MAX_COUNTER),
    /** Disputed, unverifiable and waived claims that are let stand. */
    acknowledge: z.array(Id).max(10_000).default([]),
    /** Open suggestions that are let stand: every one, as the sign-off's GET names them. */
    acknowledgeSuggestions: z.array(Id).max(100_000).default([]),
  }),
  answer: SignOffState,
});
export const EndSignOff = endpoint('DELETE /api/articles/:articleId/sign-off', {
  summary: 'Reopen a signed-off story, with a reason',
  params: ArticleParams,
  body: z.strictObject({ reason: prose(2000) }),
  answer: SignOffState,
});

export const GetProof = endpoint('GET /api/articles/:articleId/proof', {
  summary:
    'The checking proof: one self-contained HTML page for print, PDF and the archive, a Word document, or Markdown with footnotes',
  params: ArticleParams,
  query: z.strictObject({
    /** Any but HTML is a file to keep. */
    format: ProofFormat.default('html'),
    /** True: saved as a file, not shown. */
    download: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
  }),
  answer: z.unknown(),
  media: mediaTypesOf(PROOF_FORMATS),
});
