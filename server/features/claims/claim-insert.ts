/** Storing a mark: in one statement of its own, or within a transaction. */
import pg from 'pg';
import type { KindAndDetails } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import { type Database, Prisma, type RawTx } from '../../database/client.ts';
import { type Chained, toldBy } from '../../database/events.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { unusedKeys } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import { takenAsSeen } from '../articles/access.ts';
import type { SeenArticle } from '../articles/last-seen.ts';
import { pointersHold } from './references.ts';

/** A mark, held against text and rules. */
export interface Mark {
  readonly id: string;
  readonly articleId: string;
  readonly claim: KindAndDetails;
  readonly revision: number;
  /** From 0. */
  readonly sentence: number;
  readonly sentenceText: string;
  readonly span: Span;
  readonly summary: string | null;
  /** By which it is found. */
  readonly words: string;
}

/** The rows of a claim, inside a transaction that holds the story: one statement, for this is the busiest write of all. */
export async function insertClaim(tx: RawTx, mark: Mark, write: PersonWrite): Promise<void> {
  await tx.$executeRaw`WITH claim AS (${claimRow(mark, write, Prisma.sql`(SELECT) AS once`)}) ${placementRow(mark)}`;
}

/**
 * All of a mark in one statement and one way to PostgreSQL: the keys, the story's next number, the claim with its place,
 * the event with its payload. It is all or nothing, and waits for nobody who has the story.
 *
 * @returns false where nothing was done: the story is not as it was seen or someone has it, the writer is not who they
 *   were, this write was done before, or a row was refused; who asks again step by step is told which
 */
export async function insertAtOnce(
  { pool }: Database,
  seen: SeenArticle,
  mark: Mark,
  event: Chained,
  write: PersonWrite,
): Promise<boolean> {
  const keys = unusedKeys(write, mark.id);
  const hold = pointersHold(mark.claim);
  const may = hold === null ? keys.areUnused : Prisma.sql`${keys.areUnused} AND ${hold}`;
  const taken = Prisma.sql`taken`;
  const { text, values } = Prisma.sql`
    WITH taken AS (${takenAsSeen(write.user, seen, may)}),
      used AS (${keys.put(taken)}),
      claim AS (${claimRow(mark, write, taken)}),
      placement AS (${placementRow(mark)}),
      ${toldBy(event, taken)}`;
  try {
    const { rowCount } = await pool.query({ name: hold === null ? 'mark' : 'mark-pointing', text, values });
    return rowCount === 1;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return false;
    throw error;
  }
}

function claimRow(
  { id, articleId, claim, summary, revision, words }: Mark,
  { user, at }: PersonWrite,
  from: Types.Sql,
): Types.Sql {
  return Prisma.sql`
    INSERT INTO claims (id, article_id, kind, details, summary, placed_revision, search, created_by_id, created_at)
    SELECT ${id}::uuid, ${articleId}::uuid, ${claim.kind}::"ClaimKind", ${JSON.stringify(claim.details)}::jsonb, ${summary},
      ${revision}::int, search_vector(${words}), ${user.id}::uuid, ${at}::timestamptz FROM ${from}
    RETURNING id, article_id, placed_revision`;
}

function placementRow({ span, sentence }: Mark): Types.Sql {
  return Prisma.sql`
    INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
    SELECT id, placed_revision, article_id, ${span.start}::int, ${span.end}::int, ${span.quote}, ${sentence}::int FROM claim`;
}
