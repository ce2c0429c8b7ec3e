/** Lists that leave the desk. */
import { z } from 'zod';
import { ClaimStatus, claimFilters } from './claims.ts';
import { endpoint } from './endpoint.ts';

export const ExportFormat = z.enum(['csv', 'json', 'jsonl']);
export type ExportFormat = z.infer<typeof ExportFormat>;

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
});
