/**
 * A story with everything in it as one document, which another Claimdesk takes: exported, imported and exported again it is
 * the same, but for its manifest.
 *
 * It is made of flat lists, each in one order, so that it can be written and read bit by bit. People are numbers into
 * `people`: they are printed names, and nobody's account. Sources that are confidential have their printed description alone.
 */
import { z } from 'zod';
import { Access, ArticleStatus, Block, Note, Priority } from './articles.ts';
import { Flag } from './audit.ts';
import {
  ClaimKind,
  ClaimStatus,
  ExpiryReason,
  KindAndDetails,
  Outgrown,
  ReturnReason,
  ReviewDecision,
  VerdictValue,
} from './claims.ts';
import { Id, keptLine, Language, MAX_COUNTER, prose, Time, WebAddress } from './common.ts';
import { endpoint } from './endpoint.ts';
import { EvidenceKind, linkHasAddress, MAX_SNAPSHOT_LENGTH, NEEDS_ADDRESS, Stance } from './evidence.ts';
import { MediaType } from './files.ts';
import { mediaTypesOf, STORY_FORMATS, StoryFormat } from './formats.ts';
import { ClaimChange } from './revisions.ts';
import { SourceKind } from './sources.ts';
import { FileFacts, MAX_IDENTIFIER } from './story-files.ts';

/** Raised where a reader of the version before would misread it. */
export const STORY_VERSION = 1;
/** Bytes of a document that is taken. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
/** Bytes of a package, and of what it unpacks to; as much as a zip holds. */
export const MAX_PACKAGE_BYTES = 0xffff_ffff;
/** Files in a package. */
export const MAX_PACKAGE_FILES = 10_000;

const isStorable = (value: string) => value.isWellFormed() && !value.includes('\0');
const NOT_STORABLE = 'holds a character that cannot be stored';
const Text = z.string().refine(isStorable, NOT_STORABLE);
const FileName = keptLine(255);
const PrintedName = keptLine(100);
const SourceName = keptLine(300);
const Person = z.int().min(0).describe('A number into `people`.');
const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const Offset = z.int().min(0).max(2_147_483_647);
const Counter = z.int().min(1).max(2_147_483_647);
const Details = z
  .record(z.string(), z.unknown())
  .refine((details) => isStorableThroughout(details), NOT_STORABLE);
/** What a file says beside its words, with nothing in it that cannot be stored. */
const Facts = FileFacts.extend({ name: FileName, size: Offset })
  .refine((facts) => isStorableThroughout(facts), NOT_STORABLE)
  .refine(
    ({ identifiers }) => identifiers.every(({ value }) => value.length <= MAX_IDENTIFIER),
    `has an identifier of more than ${MAX_IDENTIFIER} characters`,
  );
/**
 * Each list's rows. What a person writes is held to what the endpoint that takes it here holds it to; what the program
 * makes, to what can be stored. Offsets are UTF-16 code units into the text of the row's revision, ends exclusive.
 */
export const STORY_LISTS = {
  revisions: z.strictObject({
    ...{ number: Counter, text: Text, sha256: Digest, blocks: z.array(Block), furniture: z.array(Text) },
    ...{ createdBy: Person, createdAt: Time },
  }),
  sentences: z.strictObject({
    ...{ revision: Counter, number: Offset, block: Offset, start: Offset, end: Offset },
  }),
  sources: z.strictObject({
    ...{ id: Id, name: SourceName, kind: SourceKind },
    // Without a bound on how many: an entry keeps every name that it once had.
    ...{ aliases: z.array(SourceName), affiliations: z.array(SourceName) },
    ...{ note: Note.nullable(), description: SourceName.nullable(), confidential: z.boolean() },
  }),
  files: z.strictObject({
    ...{ id: Id, name: FileName, mediaType: MediaType, size: Offset, sha256: Digest },
    ...{ createdBy: Person, createdAt: Time },
  }),
  /** The files that it and its newer versions came as, and what they call it. */
  arrivals: z.strictObject({
    ...{ number: Counter, revision: Counter, sha256: Digest, wordsSha256: Digest, facts: Facts },
    ...{ createdBy: Person, createdAt: Time },
  }),
  evidence: z
    .strictObject({
      ...{ id: Id, kind: EvidenceKind, url: WebAddress.nullable(), title: keptLine(500) },
      ...{ publisher: keptLine(300).nullable(), accessedAt: Time.nullable(), note: Note.nullable() },
      ...{ fileId: Id.nullable(), withdrawnAt: Time.nullable(), version: Counter },
      ...{ createdBy: Person, createdAt: Time },
    })
    .refine(linkHasAddress, NEEDS_ADDRESS)
    .refine(({ kind, fileId }) => (kind === 'file') === (fileId !== null), {
      path: ['fileId'],
      error: 'is for evidence of kind file, and needed there',
    }),
  snapshots: z.strictObject({
    ...{ id: Id, evidenceId: Id, text: prose(MAX_SNAPSHOT_LENGTH), length: Offset, sha256: Digest },
    ...{ how: z.enum(['pasted', 'fetched']), by: Person, takenAt: Time },
    /** Absent in documents from before pages were fetched. */
    fetchedFrom: WebAddress.nullable().optional(),
  }),
  verdicts: z
    .strictObject({
      ...{
        id: Id,
        claimId: Id,
        verdict: VerdictValue,
        reason: prose(5000),
        correction: prose(5000).nullable(),
      },
      ...{ by: Person, at: Time, expiredAt: Time.nullable(), expiredReasons: z.array(ExpiryReason) },
      ...{ confirmable: z.boolean(), confirmsId: Id.nullable() },
    })
    .refine(({ verdict, correction }) => (verdict === 'inaccurate') === (correction !== null), {
      path: ['correction'],
      error: 'is for inaccurate claims, and needed there',
    }),
  reviews: z
    .strictObject({
      ...{
        id: Id,
        claimId: Id,
        verdictId: Id,
        decision: ReviewDecision,
        reasonCode: ReturnReason.nullable(),
      },
      ...{ note: prose(5000).nullable(), by: Person, at: Time, reopenedAt: Time.nullable() },
    })
    .refine(
      ({ decision, reasonCode, note }) => decision === 'passed' || (reasonCode !== null && note !== null),
      {
        path: ['note'],
        error: 'a returned verdict needs its reason and a note',
      },
    ),
  claims: z.strictObject({
    ...{ id: Id, kind: ClaimKind, details: Details, summary: keptLine(500).nullable() },
    outgrown: Outgrown.refine((outgrown) => isStorableThroughout(outgrown), NOT_STORABLE).nullable(),
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
      locator: keptLine(300).nullable(),
      quote: prose(20_000).nullable(),
      stance: Stance,
    },
    ...{ note: Note.nullable(), withdrawnAt: Time.nullable(), version: Counter },
    ...{ createdBy: Person, createdAt: Time },
  }),
  comments: z.strictObject({
    ...{ id: Id, claimId: Id, parentId: Id.nullable(), body: prose(10_000), resolvedAt: Time.nullable() },
    ...{ editedAt: Time.nullable(), withdrawnAt: Time.nullable(), version: Counter },
    ...{ createdBy: Person, createdAt: Time },
  }),
  signOffs: z
    .strictObject({
      ...{ id: Id, revision: Counter, sha256: Digest, head: Offset, acknowledged: z.array(Id) },
      ...{
        suggestions: z.array(Id),
        by: Person,
        at: Time,
        endedAt: Time.nullable(),
        endedBy: Person.nullable(),
      },
      ...{
        endedBecause: z.enum(['reopened', 'new_revision']).nullable(),
        endedReason: Text.max(2000).nullable(),
      },
    })
    // A newer text ends one by itself: who brought it in need not say more.
    .refine(
      ({ endedBecause, endedReason }) => endedBecause !== 'reopened' || (endedReason ?? '').trim() !== '',
      {
        path: ['endedReason'],
        error: 'must not be empty',
      },
    ),
  dismissedFlags: z.strictObject({ key: Flag.shape.key, reason: prose(2000), by: Person, at: Time }),
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
  ...{ id: Id, title: keptLine(500), byline: keptLine(500).nullable() },
  ...{ agency: keptLine(200).nullable(), dateline: keptLine(300).nullable() },
  ...{
    publishedAt: Time.nullable(),
    language: Language,
    sourceUrl: WebAddress.nullable(),
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

/** Keys and values of whatever depth. */
function isStorableThroughout(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, own]) => isStorable(key) && isStorableThroughout(own));
}

const listsOf = <T extends Readonly<Record<string, z.ZodType>>>(lists: T) =>
  Object.fromEntries(Object.entries(lists).map(([name, row]) => [name, z.array(row)])) as {
    [K in keyof T]: z.ZodArray<T[K]>;
  };

export const WholeStory = z.strictObject({
  article: StoryArticle,
  ...listsOf(STORY_LISTS),
  /** Not in documents from before it was told. */
  arrivals: z.array(STORY_LISTS.arrivals).default([]),
  /** In the order in which the lists first name them. */
  people: z.array(z.strictObject({ name: PrintedName })),
});
export type WholeStory = z.infer<typeof WholeStory>;

/** An event of a history, with its link in the chain of the server that wrote it, which alone can hold it to its key. */
export const PastEvent = z.strictObject({
  seq: z.int().min(1),
  type: keptLine(100),
  at: Time,
  actor: PrintedName,
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
  generatedBy: z.strictObject({ name: PrintedName }),
  /** The last event of the story's history, and its link. */
  head: z.int().min(0),
  headHash: Digest.nullable(),
  counts: z.record(z.string(), z.int()),
  /** Of a package: the files that it holds, by their SHA-256. Not in a document by itself. */
  files: z.array(Digest).optional(),
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
  manifest: StoryManifest.refine(isStorableThroughout, NOT_STORABLE),
});
export type StoryDocument = z.infer<typeof StoryDocument>;

/** A kind with its details, as far as they can be read here. */
export const fitsKind = (kind: string, details: unknown): boolean =>
  KindAndDetails.safeParse({ kind, details }).success;

export const ExportStory = endpoint('GET /api/exports/stories/:articleId', {
  summary:
    'A story as a file: with everything in it, which another Claimdesk takes, as one JSON document or as a package of it and its files, streamed; or as a news item with its verified claims',
  params: z.strictObject({ articleId: Id }),
  query: z.strictObject({ format: StoryFormat.default('claimdesk') }),
  answer: z.unknown(),
  media: mediaTypesOf(STORY_FORMATS),
});
export const ImportStory = endpoint('POST /api/stories', {
  summary:
    'Bring in a story that another Claimdesk exported: its ids stay, its people are printed names, its history is kept beside it',
  body: StoryDocument,
  orFile: [STORY_FORMATS['claimdesk-package'].mediaType],
  answer: z.strictObject({ id: Id, integrity: StoryIntegrity, claims: z.int() }),
  creates: true,
});
/** Through as many newsrooms a story may have come. */
export const MAX_NEWSROOMS = 50;
/** Whose history: 1 for the one that it came from, 2 for the one that it had come there from, and so on. */
const Depth = z.coerce.number().int().min(1).max(MAX_NEWSROOMS).default(1);

export const GetHistoryElsewhere = endpoint('GET /api/articles/:articleId/history/elsewhere', {
  summary:
    'The history that a story brought along from another Claimdesk, in order: kept as it came, and none of this one’s',
  params: z.strictObject({ articleId: Id }),
  query: z.strictObject({
    /** The last event already known. */
    after: z.coerce.number().int().min(0).max(MAX_COUNTER).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    depth: Depth,
  }),
  answer: z.strictObject({
    /** Null for a story that began here, or there. */
    from: z
      .strictObject({
        importedAt: Time,
        /** Null where it was brought in elsewhere: that is not told. */
        importedBy: z.strictObject({ id: Id, name: z.string() }).nullable(),
        integrity: StoryIntegrity,
        generatedAt: Time,
        generatedBy: z.strictObject({ name: z.string() }),
        /** Of the whole story as it came, as in its manifest. */
        sha256: Digest,
        head: z.int(),
        /** By it the newsroom that it came from can find this history among its own. */
        headHash: Digest.nullable(),
        /** True where it had come there from a third one: its history is one deeper. */
        isOlder: z.boolean(),
      })
      .nullable(),
    items: z.array(PastEvent),
  }),
});
export const EraseElsewhere = endpoint('DELETE /api/articles/:articleId/history/elsewhere/:seq', {
  summary:
    'Erase what an event from another Claimdesk says, for legal reasons; the event, its digest and its link stay (admins)',
  params: z.strictObject({
    articleId: Id,
    seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  }),
  query: z.strictObject({ depth: Depth }),
  body: z.strictObject({ reason: prose(2000) }),
  answer: PastEvent,
});
export const GetStorySchema = endpoint('GET /api/formats/story', {
  summary: 'The JSON Schema of a story’s document',
  answer: z.record(z.string(), z.unknown()),
  open: true,
});
