/** Erasing for good what lies in the bin, for legal reasons: by admins, told before it is done, and an event of its own. */
import { z } from 'zod';
import { BinKind } from './bin.ts';
import { Id, prose, Time, Version } from './common.ts';
import { endpoint } from './endpoint.ts';

/** How much of each goes. */
export const ErasureCounts = z.strictObject({
  /** Texts of the story, older ones included. */
  revisions: z.int(),
  claims: z.int(),
  comments: z.int(),
  citations: z.int(),
  evidence: z.int(),
  /** Attached, or what the story came as. */
  files: z.int(),
  /** Events whose words go; the events stay. */
  payloads: z.int(),
});
export type ErasureCounts = z.infer<typeof ErasureCounts>;

export const ErasureBlocker = z.strictObject({
  code: z.enum([
    /** Evidence that claims rest on, which are not withdrawn. */
    'STILL_CITED',
    /** An import that is not over has the story among its files. */
    'IMPORT_UNDER_WAY',
  ]),
  claimIds: z.array(Id),
});
export type ErasureBlocker = z.infer<typeof ErasureBlocker>;

const Params = z.strictObject({ kind: BinKind, itemId: Id });

export const GetErasure = endpoint('GET /api/bin/:kind/:itemId/erasure', {
  summary: 'What would go, what stays and what stands in the way if this were erased for good (admins)',
  params: Params,
  answer: z.strictObject({
    kind: BinKind,
    id: Id,
    articleId: Id,
    version: Version,
    goes: ErasureCounts,
    stays: z.strictObject({
      /** Events about it: who did what and when, with their hashes. */
      events: z.int(),
      /** Files that were handed out with its story before: they are where they were sent. */
      exports: z.int(),
    }),
    /** Files that were refused beside it in imports that are over: they are dropped with its own, and cannot be tried again. */
    untried: z.int(),
    blockers: z.array(ErasureBlocker),
  }),
});
export const Erase = endpoint('DELETE /api/bin/:kind/:itemId', {
  summary: 'Erase for good what lies in the bin, for legal reasons; that it was there stays (admins)',
  params: Params,
  body: z.strictObject({ version: Version, reason: prose(2000) }),
  answer: z.strictObject({
    kind: BinKind,
    id: Id,
    articleId: Id,
    at: Time,
    by: z.strictObject({ id: Id, name: z.string() }),
    gone: ErasureCounts,
  }),
});
