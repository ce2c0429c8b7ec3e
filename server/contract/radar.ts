/** What left the desk and is no longer so: verdicts that ended after they were handed out. */
import { z } from 'zod';
import { ClaimKind, ClaimParams, ClaimStatus, VerdictValue } from './claims.ts';
import { Cursor, Flag, Id, page, Time, Version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ExportKind } from './exports.ts';

const Person = z.strictObject({ id: Id, name: z.string() });

/** How a verdict ended: another one took its place, it was taken back, or what it was about changed. */
export const EndedHow = z.enum(['changed', 'taken_back', 'expired']);
export type EndedHow = z.infer<typeof EndedHow>;

/** A file that was handed out, as far as it is about one claim. */
export const CarryingExport = z.strictObject({
  id: Id,
  kind: ExportKind,
  format: z.string(),
  by: Person,
  at: Time,
  /** SHA-256 of the file, in hexadecimal. */
  sha256: z.string(),
  /** The claim's version and status in the file. */
  version: Version,
  status: ClaimStatus,
});
export type CarryingExport = z.infer<typeof CarryingExport>;

/** A story whose current text has the same words: numerals in words or digits, quotes, dashes, spaces and capitals aside. */
export const SayingStory = z.strictObject({
  id: Id,
  title: z.string(),
  /** True for the claim's own story. */
  own: z.boolean(),
});
export type SayingStory = z.infer<typeof SayingStory>;

export const RadarEntry = z.strictObject({
  /** The verdict that ended. */
  verdictId: Id,
  article: z.strictObject({
    id: Id,
    title: z.string(),
    /** True while it lies in the bin. */
    withdrawn: z.boolean(),
  }),
  claim: z.strictObject({
    id: Id,
    kind: ClaimKind,
    status: ClaimStatus,
    /** Its words now. */
    quote: z.string(),
    /** The verdict that holds now; null for none. */
    verdict: VerdictValue.nullable(),
    correction: z.string().nullable(),
  }),
  /** Its words while the verdict held. */
  quote: z.string(),
  verdict: VerdictValue,
  how: EndedHow,
  at: Time,
  by: Person,
  /** Newest first, at most 20 of them. */
  exports: z.array(CarryingExport),
  exportCount: z.int(),
  /** At most 10 of them. */
  stories: z.array(SayingStory),
  moreStories: z.boolean(),
  /** Somebody told those who print what was handed out. */
  told: z.strictObject({ by: Person, at: Time }).nullable(),
  can: z.array(z.enum(['tell'])),
});
export type RadarEntry = z.infer<typeof RadarEntry>;

export const ListRadar = endpoint('GET /api/radar', {
  summary: 'Verdicts that changed, were taken back or expired after they were handed out, newest first',
  query: z.strictObject({
    /** Only those of which the desk was told, or was not. */
    told: Flag.optional(),
    articleId: Id.optional(),
    cursor: Cursor,
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: page(RadarEntry),
});
const RadarParams = z.strictObject({ verdictId: Id });
export const TellDesk = endpoint('PUT /api/radar/:verdictId/told', {
  summary: 'Say that the desk was told of it',
  params: RadarParams,
  answer: RadarEntry,
});
export const UntellDesk = endpoint('DELETE /api/radar/:verdictId/told', {
  summary: 'Say that the desk has yet to be told',
  params: RadarParams,
  answer: RadarEntry,
});

export const ClaimReach = z.strictObject({
  claimId: Id,
  exports: z.strictObject({
    total: z.int(),
    /** Those whose verdict ended since, or that carried it as passed or at all while now it is not. */
    changed: z.int(),
    /** Newest first, at most 50 of them. */
    items: z.array(z.strictObject({ ...CarryingExport.shape, changed: z.boolean() })),
  }),
  /** At most 10 of them. */
  stories: z.array(SayingStory),
  moreStories: z.boolean(),
});
export type ClaimReach = z.infer<typeof ClaimReach>;
export const GetClaimReach = endpoint('GET /api/claims/:claimId/reach', {
  summary: 'Where a claim went: the files that carried it, and the stories that have its words',
  params: ClaimParams,
  answer: ClaimReach,
});
