/** Lists that leave the desk. */
import { z } from 'zod';
import { ClaimStatus, claimFilters } from './claims.ts';
import { Id, Time } from './common.ts';
import { endpoint } from './endpoint.ts';
import { CLAIM_FORMATS, ExportFormat, mediaTypesOf } from './formats.ts';

/** The answer is a file, not JSON of this contract: columns are listed beside the format, in `domain/exchange`. */
export const ExportClaims = endpoint('GET /api/exports/claims', {
  summary: 'Claims as a file, streamed; without `status` and `verdict` the verified ones alone',
  query: z.strictObject({
    format: ExportFormat.default('csv'),
    ...claimFilters,
    /** `all` takes every claim that is not withdrawn. */
    status: z.union([ClaimStatus, z.literal('all')]).optional(),
  }),
  answer: z.unknown(),
  media: mediaTypesOf(CLAIM_FORMATS),
});

/** What a file that was handed out is made of. */
export const ExportKind = z.enum(['claims', 'corrections', 'proof', 'story']);
export type ExportKind = z.infer<typeof ExportKind>;

/** A file that was handed out whole, as far as its claims are this person's to see. */
export const RecordedFile = z.strictObject({
  id: Id,
  kind: ExportKind,
  format: z.string(),
  by: z.strictObject({ id: Id, name: z.string() }),
  at: Time,
  bytes: z.int(),
  /** Of the stories that this person may see. */
  claims: z.int(),
  /** Those of them that were withdrawn since, are no longer passed, or whose verdict ended. */
  changed: z.int(),
});
export type RecordedFile = z.infer<typeof RecordedFile>;

export const FindExports = endpoint('GET /api/exports/recorded', {
  summary: 'The files of these bytes that were handed out, by their SHA-256, newest first and at most 50',
  query: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits') }),
  answer: z.strictObject({ items: z.array(RecordedFile) }),
});

/** How many of what a file carried. */
const Counts = z.strictObject({ claims: z.int(), stories: z.int() });

/**
 * What is known of a file that was handed out: what was asked for, when and by whom, which bytes it has, and where the
 * history of each of its stories had come to.
 */
export const ExportManifest = z.strictObject({
  format: z.literal('claimdesk-manifest'),
  version: z.literal(1),
  file: z.strictObject({
    id: Id,
    of: ExportKind,
    /** One of those of its kind. */
    format: z.string(),
    /** As they were asked for, of words only that there were some; without a story that is not this person's to see. */
    filters: z.record(z.string(), z.union([z.string(), z.literal(true)])),
    at: Time,
    by: z.strictObject({ id: Id, name: z.string() }),
    /** False for one that was cut off: how much of it arrived is not known. */
    whole: z.boolean(),
    /** Of the whole file; of one that was cut off, as many as left. */
    bytes: z.int(),
    /** In hexadecimal; null for one that was cut off. */
    sha256: z.string().nullable(),
  }),
  /** All that it carried; null for one that was cut off. */
  counts: Counts.nullable(),
  /** Those that this person may see, by their ids. */
  stories: z.array(
    z.strictObject({
      id: Id,
      claims: z.int(),
      /** The number of the story's last event; null for a file from before this was kept. */
      head: z.int().nullable(),
      /** The link of that event, in hexadecimal; null likewise. */
      headHash: z.string().nullable(),
    }),
  ),
  /** Of stories that this person may not see. */
  notShown: Counts,
});
export type ExportManifest = z.infer<typeof ExportManifest>;

export const GetExportManifest = endpoint('GET /api/exports/recorded/:exportId/manifest', {
  summary:
    'The manifest of a file that was handed out, streamed: its bytes, counts and heads; the file’s `Link` names it',
  params: z.strictObject({ exportId: Id }),
  answer: ExportManifest,
});
