/** The source register: one entry per real source across all stories. */
import { z } from 'zod';
import { Note } from './articles.ts';
import { Cursor, Id, Limit, line, page, SearchWords, Time, Version } from './common.ts';
import { endpoint } from './endpoint.ts';

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

export const Source = z.strictObject({
  id: Id,
  name: z.string(),
  kind: SourceKind,
  aliases: z.array(z.string()),
  note: z.string().nullable(),
  createdBy: Id,
  createdAt: Time,
  version: Version,
  can: z.array(z.enum(['edit'])),
});
export type Source = z.infer<typeof Source>;

const Name = line(300);
const Aliases = z.array(Name).max(50);

export const ListSources = endpoint('GET /api/sources', {
  summary: 'The register; with `q` the best matches first, over names and aliases, blind to case and accents',
  query: z.strictObject({ q: SearchWords.optional(), cursor: Cursor, limit: Limit }),
  answer: page(Source),
});
export const CreateSource = endpoint('POST /api/sources', {
  summary: 'Add a source',
  body: z.strictObject({
    id: Id.optional(),
    name: Name,
    kind: SourceKind,
    aliases: Aliases.optional(),
    note: Note.nullable().optional(),
  }),
  answer: Source,
});
const SourceParams = z.strictObject({ sourceId: Id });
export const GetSource = endpoint('GET /api/sources/:sourceId', {
  summary: 'One source',
  params: SourceParams,
  answer: Source,
});
export const EditSource = endpoint('PATCH /api/sources/:sourceId', {
  summary: 'Change an entry of the register',
  params: SourceParams,
  body: z.strictObject({
    version: Version,
    name: Name.optional(),
    kind: SourceKind.optional(),
    aliases: Aliases.optional(),
    note: Note.nullable().optional(),
  }),
  answer: Source,
});
