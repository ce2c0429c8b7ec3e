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
