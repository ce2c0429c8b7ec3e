/**
 * A story with everything in it as one document, which another Claimdesk takes: exported, imported and exported again it is
 * the same, but for its manifest.
 *
 * It is made of flat lists, each in one order, so that it can be written and read bit by bit. People are numbers into
 * `people`: they are printed names, and nobody's account. Sources that are confidential have their printed description alone.
 */
import { z } from 'zod';
import { Access, ArticleStatus, Block, Priority } from './articles.ts';
import {
  ClaimKind,
  ClaimStatus,
  KindAndDetails,
  Outgrown,
  ReturnReason,
  ReviewDecision,
  VerdictValue,
} from './claims.ts';
import { Id, Language, Time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { EvidenceKind, Stance } from './evidence.ts';
import { MediaType } from './files.ts';
import { ClaimChange } from './revisions.ts';
import { SourceKind } from './sources.ts';

/** Raised where a reader of the version before would misread it. */
export const STORY_VERSION = 1;
/** Bytes of a document that is taken. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

const Text = z
  .string()
  .refine(
    (value) => value.isWellFormed() && !value.includes('\0'),
    'holds a character that cannot be stored',
  );
const Person = z.int().min(0).describe('A number into `people`.');
const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const Offset = z.int().min(0).max(2_147_483_647);
const Counter = z.int().min(1).max(2_147_483_647);
const Details = z.record(z.string(), z.unknown());
/** Each list's rows. Offsets are UTF-16 code units into the text of the row's revision, ends exclusive. */
export const STORY_LISTS = {
  revisions: z.strictObject({
    ...{ number: Counter, text: Text, sha256: Digest, blocks: z.array(Block), furniture: z.array(Text) },
    ...{ createdBy: Person, createdAt: Time },
  }),
  sentences: z.strictObject({
    ...{ revision: Counter, number: Offset, block: Offset, start: Offset, end: Offset },
  }),
  sources: z.strictObject({
    ...{ id: Id, name: Text, kind: SourceKind, aliases: z.array(Text), affiliations: z.array(Text) },
    ...{ note: Text.nullable(), description: Text.nullable(), confidential: z.boolean() },
  }),
  files: z.strictObject({
    ...{ id: Id, name: Text, mediaType: MediaType, size: Offset, sha256: Digest },
    ...{ createdBy: Person, createdAt: Time },
  }),
  evidence: z.strictObject({
    ...{ id: Id, kind: EvidenceKind, url: Text.nullable(), title: Text, publisher: Text.nullable() },
    ...{ accessedAt: Time.nullable(), note: Text.nullable(), fileId: Id.nullable() },
    ...{ withdrawnAt: Time.nullable(), version: Counter, createdBy: Person, createdAt: Time },
  }),
  snapshots: z.strictObject({
    ...{ id: Id, evidenceId: Id, text: Text, length: Offset, sha256: Digest },
    ...{ how: z.enum(['pasted', 'fetched']), by: Person, takenAt: Time },
  }),
  verdicts: z.strictObject({
    ...{
      id: Id,
      claimId: Id,
      verdict: VerdictValue,
      reason: Text,
      correction: Text.nullable(),
      by: Person,
      at: Time,
    },
    ...{ expiredAt: Time.nullable(), expiredReasons: z.array(Text), confirmable: z.boolean() },
    confirmsId: Id.nullable(),
  }),
  reviews: z.strictObject({
    ...{ id: Id, claimId: Id, verdictId: Id, decision: ReviewDecision, reasonCode: ReturnReason.nullable() },
    ...{ note: Text.nullable(), by: Person, at: Time, reopenedAt: Time.nullable() },
  }),
  claims: z.strictObject({
    ...{ id: Id, kind: ClaimKind, details: Details, outgrown: Outgrown.nullable(), summary: Text.nullable() },
    ...{
      assignee: Person.nullable(),
      sameFactAs: Id.nullable(),
      placedRevision: Counter,
      status: ClaimStatus,
    },
    ...{ verdictId: Id.nullable(), reviewId: Id.nullable(), withdrawnAt: Time.nullable(), version: Counter },
    ...{ createdBy: Person, createdAt: Time },
  }),
  placements: z.strictObject({
    ...{ claimId: Id, revision: Counter, start: Offset, end: Offset, quote: Text, sentence: Offset },
  }),
  attributions: z.strictObject({ claimId: Id, attributionId: Id }),
  changes: z.strictObject({
    ...{ revision: Counter, claimId: Id, change: ClaimChange, fromQuote: Text, fromStart: Offset },
    ...{ expired: z.boolean(), causeBefore: Offset.nullable(), causeAfter: Offset.nullable() },
  }),
  verdictEnds: z.strictObject({
    ...{ verdictId: Id, verdictIds: z.array(Id), claimId: Id },
    ...{ how: z.enum(['changed', 'taken_back', 'expired', 'confirmed']), quote: Text, by: Person, at: Time },
    ...{ toldBy: Person.nullable(), toldAt: Time.nullable() },
  }),
  citations: z.strictObject({
    ...{
      id: Id,
      claimId: Id,
      evidenceId: Id,
      locator: Text.nullable(),
      quote: Text.nullable(),
      stance: Stance,
    },
    ...{ note: Text.nullable(), withdrawnAt: Time.nullable(), version: Counter },
    ...{ createdBy: Person, createdAt: Time },
  }),
  comments: z.strictObject({
    ...{ id: Id, claimId: Id, parentId: Id.nullable(), body: Text, resolvedAt: Time.nullable() },
    ...{ editedAt: Time.nullable(), withdrawnAt: Time.nullable(), version: Counter },
    ...{ createdBy: Person, createdAt: Time },
  }),
  signOffs: z.strictObject({
    ...{ id: Id, revision: Counter, sha256: Digest, head: Offset, acknowledged: z.array(Id) },
    ...{
      suggestions: z.array(Id),
      by: Person,
      at: Time,
      endedAt: Time.nullable(),
      endedBy: Person.nullable(),
    },
    ...{ endedBecause: z.enum(['reopened', 'new_revision']).nullable(), endedReason: Text.nullable() },
  }),
  dismissedFlags: z.strictObject({ key: Text, reason: Text, by: Person, at: Time }),
  decidedSuggestions: z.strictObject({
    ...{
      id: Id,
      revision: Counter,
      kind: ClaimKind,
      details: Details,
      start: Offset,
      end: Offset,
      quote: Text,
    },
    ...{ sentence: Offset, rule: Text, why: Text, confidence: z.number().min(0).max(1), fingerprint: Text },
    ...{ ordinal: Offset, partOf: Id.nullable(), attributedBy: z.array(Id), sourceName: Text.nullable() },
    ...{ state: z.enum(['accepted', 'dismissed']), claimId: Id.nullable(), edited: z.boolean() },
    ...{ carried: z.boolean(), decidedBy: Person.nullable(), decidedAt: Time.nullable() },
  }),
} as const;
export type StoryList = keyof typeof STORY_LISTS;

export const StoryArticle = z.strictObject({
  ...{ id: Id, title: Text, byline: Text.nullable(), agency: Text.nullable(), dateline: Text.nullable() },
  ...{
    publishedAt: Time.nullable(),
    language: Language,
    sourceUrl: Text.nullable(),
    deadline: Time.nullable(),
  },
  ...{
    priority: Priority,
    access: Access,
    status: ArticleStatus,
    currentRevision: Counter,
    version: Counter,
  },
  ...{ createdBy: Person, createdAt: Time },
});

const listsOf = <T extends Readonly<Record<string, z.ZodType>>>(lists: T) =>
  Object.fromEntries(Object.entries(lists).map(([name, row]) => [name, z.array(row)])) as {
    [K in keyof T]: z.ZodArray<T[K]>;
  };

export const WholeStory = z.strictObject({
  article: StoryArticle,
  ...listsOf(STORY_LISTS),
  /** In the order in which the lists first name them. */
  people: z.array(z.strictObject({ name: Text })),
});
export type WholeStory = z.infer<typeof WholeStory>;

/** An event of a history, with its link in the chain of the server that wrote it, which alone can hold it to its key. */
export const PastEvent = z.strictObject({
  seq: z.int().min(1),
  type: z.string(),
  at: Time,
  /** A printed name. */
  actor: Text,
  claimId: z.string().nullable(),
  /** Null where what it said was erased. */
  data: z.record(z.string(), z.unknown()).nullable(),
  /** SHA-256 of the data in canonical form (RFC 8785), in hexadecimal. */
  digest: Digest,
  hash: Digest,
});
export type PastEvent = z.infer<typeof PastEvent>;

/** What was found of a document when it came in. */
export const StoryIntegrity = z.enum([
  /** Whole, and this server signed it once. */
  'signed_here',
  /** Whole; who signed it cannot be told here. */
  'whole',
  /** Not as it was when it left: the story, or what its history says. */
  'altered',
]);
export type StoryIntegrity = z.infer<typeof StoryIntegrity>;

/** What of a document is about the export and not the story. */
export const StoryManifest = z.strictObject({
  generatedAt: Time,
  generatedBy: z.strictObject({ name: Text }),
  /** The last event of the story's history, and its link. */
  head: z.int().min(0),
  headHash: Digest.nullable(),
  counts: z.record(z.string(), z.int()),
  /** Over the article, each row of each list and the people, each in canonical form (RFC 8785) and followed by a line feed. */
  sha256: Digest,
  /** HMAC-SHA-256 by the server that made it, over digest and head. */
  signature: Digest,
  history: z.array(PastEvent),
  /** The manifest that the story came in with, where it came from another Claimdesk; null where it did not. */
  earlier: z
    .strictObject({
      importedAt: Time,
      integrity: StoryIntegrity,
      manifest: z.record(z.string(), z.unknown()),
    })
    .nullable(),
});
export type StoryManifest = z.infer<typeof StoryManifest>;

export const StoryDocument = z.strictObject({
  format: z.literal('claimdesk-story', 'is not the story of a Claimdesk'),
  version: z.literal(STORY_VERSION, `is not one that can be read here: version ${STORY_VERSION} is`),
  story: WholeStory,
  manifest: StoryManifest,
});
export type StoryDocument = z.infer<typeof StoryDocument>;

/** A kind with its details, as far as they can be read here. */
export const fitsKind = (kind: string, details: unknown): boolean =>
  KindAndDetails.safeParse({ kind, details }).success;

export const ExportStory = endpoint('GET /api/exports/stories/:articleId', {
  summary: 'A story with everything in it as one JSON document, which another Claimdesk takes; streamed',
  params: z.strictObject({ articleId: Id }),
  answer: z.unknown(),
  media: ['application/json'],
});
export const ImportStory = endpoint('POST /api/stories', {
  summary:
    'Bring in a story that another Claimdesk exported: its ids stay, its people are printed names, its history is kept beside it',
  body: StoryDocument,
  answer: z.strictObject({ id: Id, integrity: StoryIntegrity, claims: z.int() }),
  creates: true,
});
export const GetStorySchema = endpoint('GET /api/formats/story', {
  summary: 'The JSON Schema of a story’s document',
  answer: z.record(z.string(), z.unknown()),
  open: true,
});
