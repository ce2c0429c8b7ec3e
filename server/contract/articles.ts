/** Stories: their text in revisions, and what surrounds it. */
import { z } from 'zod';
import {
  Cursor,
  Flag,
  Id,
  Language,
  Limit,
  line,
  MAX_COUNTER,
  Offset,
  page,
  prose,
  Range,
  SearchWords,
  Time,
  Version,
  VersionQuery,
  WebAddress,
} from './common.ts';
import { endpoint } from './endpoint.ts';
import { FileFacts, FileReading, FORMAT_OF_MEDIA, Onto, StoryFile, StoryFileQuery } from './story-files.ts';

/** A story may be this large, in bytes of UTF-8. */
export const MAX_STORY_BYTES = 2 * 1024 * 1024;

export const BlockRole = z.enum([
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'paragraph',
  'heading',
  'quote',
  'caption',
]);
export type BlockRole = z.infer<typeof BlockRole>;

export const Block = z.strictObject({ role: BlockRole, ...Range.shape });
export type Block = z.infer<typeof Block>;
/** `block` counts from 0. Sentences of one block do not overlap and stand in order. */
export const Sentence = z.strictObject({ block: z.int().min(0), ...Range.shape });
export type Sentence = z.infer<typeof Sentence>;

export const Revision = z.strictObject({
  number: z.int().min(1),
  text: z.string(),
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  sha256: z.string().length(64),
  blocks: z.array(Block),
  sentences: z.array(Sentence),
});
export type Revision = z.infer<typeof Revision>;

export const Access = z.enum(['newsroom', 'restricted']);
export const ArticleStatus = z.enum(['checking', 'signed_off', 'archived']);
export type ArticleStatus = z.infer<typeof ArticleStatus>;
export const Priority = z.enum(['urgent', 'high', 'normal', 'low']);
export type Priority = z.infer<typeof Priority>;
export const ArticleAction = z.enum([
  'edit',
  'mark',
  'comment',
  /** Write a newer text. */
  'revise',
  /** Bring in a newer text that arrived from outside: also under a sign-off, which it voids. */
  'arrive',
  'set_access',
  'archive',
  'unarchive',
  /** Put it into the bin. */
  'withdraw',
]);
export type ArticleAction = z.infer<typeof ArticleAction>;

/** What an editor corrected in the reading of a pasted text. Applied by preview and create alike. */
export const Corrections = {
  /** Keep all furniture as paragraphs. */
  keepFurniture: z.boolean().optional(),
  /** The role of a part, by its number in the preview's `parts`; `furniture` leaves it out of the text. */
  roles: z
    .array(z.strictObject({ part: Offset, role: z.enum([...BlockRole.options, 'furniture']) }))
    .max(20_000)
    .optional(),
  /** Starts of sentences that belong to the sentence before; UTF-16 offsets into the stored text. */
  join: z.array(Offset).max(20_000).optional(),
  /** Places where a new sentence begins; UTF-16 offsets into the stored text. */
  split: z.array(Offset).max(20_000).optional(),
};

/**
 * Either a text or a file. Size is checked by the route (bytes), content by the reader (binary, empty), so that each gets
 * its own answer.
 */
const Words = {
  text: z.string().optional(),
  file: StoryFile.optional(),
};
const hasOne = (body: { text?: unknown; file?: unknown }) =>
  (body.text === undefined) !== (body.file === undefined);
const ONE = { path: ['text'], error: 'either the text of a story or a file is needed' };

/** A stretch of the pasted text between blank lines or line ends, as it was understood. */
export const StoryPart = z.strictObject({
  text: z.string(),
  role: z.enum([...BlockRole.options, 'furniture']),
  /** Its number among the blocks, null for furniture. */
  block: z.int().nullable(),
});
export type StoryPart = z.infer<typeof StoryPart>;

export const ArticlePreview = z.strictObject({
  title: z.string().nullable(),
  byline: z.string().nullable(),
  agency: z.string().nullable(),
  dateline: z.string().nullable(),
  publishedAt: Time.nullable(),
  language: Language,
  /** The texts left out, in order. */
  furniture: z.array(z.string()),
  /** Everything in the order it stood, furniture included. */
  parts: z.array(StoryPart),
  text: z.string(),
  blocks: z.array(Block),
  sentences: z.array(Sentence),
  /** Up to ten stories, newest first, that this person may see and that hold the same text in any revision. */
  sameAs: z.array(z.strictObject({ id: Id, title: z.string(), createdAt: Time })),
  /** What a file says beside, and what it would do; null for a text. */
  file: FileReading.nullable(),
});
export type ArticlePreview = z.infer<typeof ArticlePreview>;

/** Claims of a story by status. */
export const ClaimCounts = z.strictObject({
  unchecked: z.int(),
  checking: z.int(),
  checked: z.int(),
  returned: z.int(),
  passed: z.int(),
  expired: z.int(),
  orphaned: z.int(),
  withdrawn: z.int(),
});
export type ClaimCounts = z.infer<typeof ClaimCounts>;

const articleFields = {
  id: Id,
  title: z.string(),
  byline: z.string().nullable(),
  agency: z.string().nullable(),
  dateline: z.string().nullable(),
  publishedAt: Time.nullable(),
  language: Language,
  sourceUrl: z.string().nullable(),
  deadline: Time.nullable(),
  priority: Priority,
  access: Access,
  status: ArticleStatus,
  createdBy: Id,
  createdAt: Time,
  version: Version,
  /** Where the story's event stream stands. */
  head: z.int(),
  can: z.array(ArticleAction),
};

/** The newest sign-off of a story, standing or ended. */
export const LastSignOff = z.strictObject({
  revision: z.int(),
  by: Id,
  at: Time,
  /** Null while it stands. */
  ended: z
    .strictObject({ at: Time, by: Id, because: z.enum(['reopened', 'new_revision']), reason: z.string() })
    .nullable(),
});
export type LastSignOff = z.infer<typeof LastSignOff>;

export const ArticleSummary = z.strictObject({ ...articleFields, counts: ClaimCounts });
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const Article = z.strictObject({
  ...articleFields,
  /** Who may see a restricted story; kept, without effect, while the newsroom sees it. */
  memberIds: z.array(Id),
  /** What was left out of the text on import. */
  furniture: z.array(z.string()),
  revision: Revision,
  /** Null where nobody has signed it off yet. */
  signOff: LastSignOff.nullable(),
  /** What the newest file of it says beside its words; null where it did not come as a file. */
  arrival: FileFacts.omit({ rest: true, identifiers: true }).nullable(),
});
export type Article = z.infer<typeof Article>;

export const ArticleParams = z.strictObject({ articleId: Id });

export const PreviewArticle = endpoint('POST /api/articles/preview', {
  summary: 'What would be stored of a pasted text or of a file; nothing is',
  query: StoryFileQuery,
  body: z.strictObject({ ...Words, language: Language.optional(), ...Corrections }).refine(hasOne, ONE),
  answer: ArticlePreview,
  orFile: [...FORMAT_OF_MEDIA.keys()],
});
export const FetchStory = endpoint('POST /api/articles/fetch', {
  summary: 'What is at a web address, as a file to preview and to bring in; nothing is stored',
  body: z.strictObject({ url: z.string().min(1).max(2000) }),
  answer: z.strictObject({ file: StoryFile }),
});
export const ListArticles = endpoint('GET /api/articles', {
  summary: 'Stories with what is left to do, soonest deadline first',
  query: z.strictObject({
    /** Without it: all but the archived. */
    status: ArticleStatus.optional(),
    q: SearchWords.optional(),
    /** Brought in by me, or with a claim assigned to me. */
    mine: Flag.optional(),
    cursor: Cursor,
    limit: Limit,
  }),
  answer: page(ArticleSummary),
});
export const CreateArticle = endpoint('POST /api/articles', {
  summary: 'Bring in a story, or as a file a newer version of one that is here: then that one is answered',
  query: z.strictObject({
    ...StoryFileQuery.shape,
    /** Of the story that comes to be of a file. */
    id: Id.optional(),
    access: Access.optional(),
  }),
  body: z
    .strictObject({
      id: Id.optional(),
      ...Words,
      title: line(500).optional(),
      byline: line(500).nullable().optional(),
      agency: line(200).nullable().optional(),
      dateline: line(300).nullable().optional(),
      publishedAt: Time.nullable().optional(),
      language: Language.optional(),
      sourceUrl: WebAddress.nullable().optional(),
      deadline: Time.nullable().optional(),
      priority: Priority.optional(),
      access: Access.optional(),
      memberIds: z.array(Id).max(200).optional(),
      /** The story whose next revision a file was seen to be, null for none; left out, it is what it is. */
      onto: Onto.optional(),
      ...Corrections,
    })
    .refine(hasOne, ONE),
  answer: Article,
  creates: true,
  orFile: [...FORMAT_OF_MEDIA.keys()],
});
export const GetArticle = endpoint('GET /api/articles/:articleId', {
  summary: 'A story with its current revision',
  params: ArticleParams,
  answer: Article,
});
export const EditArticle = endpoint('PATCH /api/articles/:articleId', {
  summary: 'Change what surrounds the text',
  params: ArticleParams,
  body: z.strictObject({
    version: Version,
    title: line(500).optional(),
    byline: line(500).nullable().optional(),
    agency: line(200).nullable().optional(),
    dateline: line(300).nullable().optional(),
    publishedAt: Time.nullable().optional(),
    language: Language.optional(),
    sourceUrl: WebAddress.nullable().optional(),
    deadline: Time.nullable().optional(),
    priority: Priority.optional(),
    access: Access.optional(),
    status: z.enum(['checking', 'archived']).optional(),
  }),
  answer: Article,
});
export const SetMembers = endpoint('PUT /api/articles/:articleId/members', {
  summary: 'Who may see a restricted story; whoever says so stays among them',
  params: ArticleParams,
  body: z.strictObject({ version: Version, memberIds: z.array(Id).max(200) }),
  answer: Article,
});
/** Where a story is after it was withdrawn: `GET /api/bin` tells the rest. */
export const WithdrawArticle = endpoint('DELETE /api/articles/:articleId', {
  summary: 'Withdraw a story: it lies in the bin, and is shown nowhere else until it is restored',
  params: ArticleParams,
  query: VersionQuery,
  body: z.strictObject({ reason: prose(2000).nullable().optional() }),
  answer: z.strictObject({ id: Id, version: Version, withdrawn: z.boolean() }),
});
export const RestoreArticle = endpoint('POST /api/articles/:articleId/restore', {
  summary: 'Bring a withdrawn story back with all that is in it',
  params: ArticleParams,
  answer: Article,
});
export const ListRevisions = endpoint('GET /api/articles/:articleId/revisions', {
  summary: 'The revisions of a story, newest first',
  params: ArticleParams,
  answer: z.strictObject({
    items: z.array(z.strictObject({ number: z.int(), sha256: z.string(), createdBy: Id, createdAt: Time })),
  }),
});
export const GetRevision = endpoint('GET /api/articles/:articleId/revisions/:number', {
  summary: 'One revision, whole',
  params: z.strictObject({ articleId: Id, number: z.coerce.number().int().min(1).max(MAX_COUNTER) }),
  answer: Revision,
});

/** A note typed by a person; shared by what carries one. */
export const Note = prose(5000);
