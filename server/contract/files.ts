/** Back-up documents, attached as files. */
import { z } from 'zod';
import { ArticleParams } from './articles.ts';
import { Id, line, Time } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A file may be this large, in bytes. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** Told by its bytes, never by its name. */
export const MediaType = z.enum([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/tiff',
  'text/plain',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/flac',
]);
export type MediaType = z.infer<typeof MediaType>;

export const StoredFile = z.strictObject({
  id: Id,
  /** As it was called where it came from. */
  name: z.string(),
  mediaType: MediaType,
  /** Bytes. */
  size: z.int(),
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: z.string(),
  /** False where its story came from another Claimdesk without the bytes. */
  here: z.boolean(),
  createdBy: Id,
  createdAt: Time,
});
export type StoredFile = z.infer<typeof StoredFile>;

/** The body is the file itself, sent as `application/octet-stream`. */
export const AttachFile = endpoint('POST /api/articles/:articleId/files', {
  summary:
    'Attach a file to a story: PDF, image, text or sound; the body is the file (application/octet-stream)',
  params: ArticleParams,
  query: z.strictObject({ id: Id.optional(), name: line(255) }),
  answer: StoredFile,
  creates: true,
  takes: 'application/octet-stream',
});
export const GetFile = endpoint('GET /api/files/:fileId', {
  summary: 'A file, always as a download',
  params: z.strictObject({ fileId: Id }),
  answer: z.unknown(),
  media: MediaType.options,
});
