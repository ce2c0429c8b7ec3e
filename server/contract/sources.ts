/** The source register: one entry per real source across all stories. */
import { z } from 'zod';
import { Note } from './articles.ts';
import { ListedClaim } from './claims.ts';
import { Cursor, Id, Limit, line, page, SearchWords, Time, Version, VersionQuery } from './common.ts';
import { endpoint } from './endpoint.ts';
import { HistoryPage, HistoryQuery } from './history.ts';

export const SourceKind = z.enum([
  'person',
  'organisation',
  'official',
  'media',
  'document',
  'video',
  'social',
  'unnamed',
]);
export type SourceKind = z.infer<typeof SourceKind>;

export const SourceAction = z.enum([
  'edit',
  'merge',
  'unmerge',
  'make_confidential',
  'make_open',
  'read_identity',
]);
export type SourceAction = z.infer<typeof SourceAction>;

export const Source = z.strictObject({
  id: Id,
  /** Of a confidential source its printed description, whoever asks: who it is, is read by `ReadIdentity` alone. */
  name: z.string(),
  kind: SourceKind,
  /** Empty for a confidential source. */
  aliases: z.array(z.string()),
  /** Bodies that it belongs to or speaks for; empty for a confidential source. */
  affiliations: z.array(z.string()),
  note: z.string().nullable(),
  /** How it is described in print: "a senior port official". */
  description: z.string().nullable(),
  confidential: z.boolean(),
  /** Who may know a confidential source, told to these people alone; else empty. */
  readerIds: z.array(Id),
  /** The entry that this one was merged into. */
  mergedInto: Id.nullable(),
  createdBy: Id,
  createdAt: Time,
  version: Version,
  can: z.array(SourceAction),
});
export type Source = z.infer<typeof Source>;

const Name = line(300);
const Aliases = z.array(Name).max(50);

/** As many entries as one answer holds, in one address of a length that every server takes. */
export const MAX_SOURCE_IDS = 100;
const SourceIds = z
  .string()
  .transform((ids) => ids.split(','))
  .pipe(z.array(Id).max(MAX_SOURCE_IDS));

export const ListSources = endpoint('GET /api/sources', {
  summary:
    'The register; with `q` the best matches first, over names and aliases, blind to case, accents and transliteration; with `ids` (separated by commas) those entries in one page whatever else is asked, merged ones too, and of unknown ones nothing',
  query: z.strictObject({
    q: SearchWords.optional(),
    ids: SourceIds.optional(),
    cursor: Cursor,
    limit: Limit,
  }),
  answer: page(Source),
});
export const CreateSource = endpoint('POST /api/sources', {
  summary: 'Add a source',
  body: z.strictObject({
    id: Id.optional(),
    name: Name,
    kind: SourceKind,
    aliases: Aliases.optional(),
    affiliations: Aliases.optional(),
    description: Name.nullable().optional(),
    note: Note.nullable().optional(),
    /** Confidential from the start; `description` is then needed. Whoever adds it is among its readers. */
    confidential: z.strictObject({ readerIds: z.array(Id).max(50) }).optional(),
  }),
  answer: Source,
  creates: true,
});
const SourceParams = z.strictObject({ sourceId: Id });
export const GetSource = endpoint('GET /api/sources/:sourceId', {
  summary: 'One source',
  params: SourceParams,
  answer: Source,
});
export const EditSource = endpoint('PATCH /api/sources/:sourceId', {
  summary: 'Change an entry of the register; a former name stays among its aliases',
  params: SourceParams,
  body: z.strictObject({
    version: Version,
    name: Name.optional(),
    kind: SourceKind.optional(),
    aliases: Aliases.optional(),
    affiliations: Aliases.optional(),
    description: Name.nullable().optional(),
    note: Note.nullable().optional(),
  }),
  answer: Source,
});

export const MergeSource = endpoint('POST /api/sources/:sourceId/merge', {
  summary: 'Merge an entry into another: everything that names it names the other; can be undone',
  params: SourceParams,
  body: z.strictObject({ into: Id, version: Version.optional() }),
  answer: Source,
});
export const UnmergeSource = endpoint('POST /api/sources/:sourceId/unmerge', {
  summary: 'Undo a merge: what it moved, and was not changed since, names this entry again',
  params: SourceParams,
  answer: Source,
});
export const MakeConfidential = endpoint('PUT /api/sources/:sourceId/confidential', {
  summary: 'Keep who a source is from all but the people named; also changes who they are',
  params: SourceParams,
  body: z.strictObject({
    version: Version,
    description: Name,
    readerIds: z.array(Id).min(1).max(50),
  }),
  answer: Source,
});
export const MakeOpen = endpoint('DELETE /api/sources/:sourceId/confidential', {
  summary: 'Let everyone know a source again',
  params: SourceParams,
  query: VersionQuery,
  answer: Source,
});
export const Identity = z.strictObject({
  name: z.string(),
  aliases: z.array(z.string()),
  affiliations: z.array(z.string()),
  note: z.string().nullable(),
});
export type Identity = z.infer<typeof Identity>;
/** A POST, since reading is itself recorded, and must not happen by a link that is followed unasked. */
export const ReadIdentity = endpoint('POST /api/sources/:sourceId/identity', {
  summary: 'Who a confidential source is; recorded in the source’s own stream',
  params: SourceParams,
  answer: Identity,
});
export const GetSourceHistory = endpoint('GET /api/sources/:sourceId/history', {
  summary: 'What happened to an entry: of a confidential one for its readers alone',
  params: SourceParams,
  query: HistoryQuery,
  answer: HistoryPage,
});

/** How the claims that rest on a source fared, over the stories that the asker may see. */
export const SourceRecord = z.strictObject({
  stories: z.int(),
  /** Attributions that name it as source. */
  said: z.int(),
  /** Attributions that came through it. */
  through: z.int(),
  /** Source claims that are it. */
  named: z.int(),
  /** Claims attributed to it, and its attributions themselves, by how they fared. */
  verified: z.int(),
  inaccurate: z.int(),
  disputed: z.int(),
  unverifiable: z.int(),
  waived: z.int(),
  open: z.int(),
});
export type SourceRecord = z.infer<typeof SourceRecord>;
export const GetSourceRecord = endpoint('GET /api/sources/:sourceId/record', {
  summary: 'Where a source stands: in how many stories, and how its claims fared',
  params: SourceParams,
  answer: SourceRecord,
});
export const ListSourceUses = endpoint('GET /api/sources/:sourceId/uses', {
  summary: 'The claims that name a source, newest first',
  params: SourceParams,
  query: z.strictObject({ cursor: Cursor, limit: Limit }),
  answer: page(
    z.strictObject({
      /** It said so, it was passed on through it, or it is named. */
      role: z.enum(['said', 'through', 'named']),
      /** As printed in that story. */
      asPrinted: z.string(),
      claim: ListedClaim,
    }),
  ),
});
