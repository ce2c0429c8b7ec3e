/** What was withdrawn: by whom and when, and what may become of it. */
import { z } from 'zod';
import { Cursor, Id, Limit, page, Time, Version } from './common.ts';
import { endpoint } from './endpoint.ts';

export const BinKind = z.enum(['story', 'claim', 'evidence', 'citation', 'comment']);
export type BinKind = z.infer<typeof BinKind>;

export const BinAction = z.enum(['restore', 'erase']);
export type BinAction = z.infer<typeof BinAction>;

export const BinItem = z.strictObject({
  kind: BinKind,
  id: Id,
  /** The story that it is of; of a story itself. */
  article: z.strictObject({ id: Id, title: z.string() }),
  /** The claim that it is, or hangs on; null for a story and its evidence. */
  claimId: Id.nullable(),
  /** What it is known by: a headline, marked words, a title. Empty for words that someone else took back. */
  words: z.string(),
  withdrawn: z.strictObject({
    at: Time,
    /** Null where that happened in another Claimdesk. */
    by: z.strictObject({ id: Id, name: z.string() }).nullable(),
    /** Null where none was given. */
    reason: z.string().nullable(),
  }),
  version: Version,
  can: z.array(BinAction),
});
export type BinItem = z.infer<typeof BinItem>;

export const ListBin = endpoint('GET /api/bin', {
  summary: 'What was withdrawn, newest first; of a withdrawn story itself alone, and not what is in it',
  query: z.strictObject({
    kind: BinKind.optional(),
    articleId: Id.optional(),
    cursor: Cursor,
    limit: Limit,
  }),
  answer: page(BinItem),
});
