/** What lies in the bin, as rows: each kind by its own index, then the newest of all of them. */
import { z } from 'zod';
import type { ArticleStatus } from '../../contract/articles.ts';
import { BinKind, type ListBin } from '../../contract/bin.ts';
import type { ClaimStatus } from '../../contract/claims.ts';
import { Time } from '../../contract/common.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import { binnedFor, visibleTo } from '../articles/access.ts';

type Sql = Types.Sql;

interface Reader {
  readonly id: string;
}

export interface BinRow {
  readonly kind: BinKind;
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly articleStatus: ArticleStatus;
  readonly claimId: string | null;
  readonly claimStatus: ClaimStatus;
  readonly createdBy: string;
  readonly words: string;
  readonly withdrawnAt: Date;
  /** Null where no event of this Claimdesk tells. */
  readonly byId: string | null;
  readonly byName: string | null;
  readonly reason: string | null;
  readonly version: number;
}

/** When the last row was withdrawn, and its id. */
const BinKey = z.tuple([Time, z.uuid()]);

/**
 * The events that may tell of a withdrawn thing `t`: those of its claim, or of its story where it hangs on none, each by its
 * own index. One whose payload was erased names nothing that hangs on a claim or a story any more, but it happened in the
 * moment in which the thing was withdrawn.
 */
const TELLING = Prisma.sql`
  SELECT e.stream_id, e.seq, e.at, e.actor_id, e.actor_name FROM events e
  WHERE e.claim_id = t.claim_id AND e.stream_id = t.article_id AND e.type = t.put
  UNION ALL
  SELECT e.stream_id, e.seq, e.at, e.actor_id, e.actor_name FROM events e
  WHERE t.claim_id IS NULL AND e.stream_id = t.article_id AND e.type = t.put`;

/** One more than the page tells whether there is another. */
export async function selectBin(
  db: Queryable,
  user: Reader,
  { kind, articleId, cursor, limit }: QueryOf<typeof ListBin>,
): Promise<{ rows: BinRow[]; nextCursor: string | null }> {
  const after = readCursor(cursor, BinKey);
  const which = (column: Sql): Sql => {
    const before =
      after === null
        ? Prisma.empty
        : Prisma.sql`AND (t.withdrawn_at, t.id) < (${new Date(after[0])}::timestamptz, ${after[1]}::uuid)`;
    const of = articleId === undefined ? Prisma.empty : Prisma.sql`AND ${column} = ${articleId}::uuid`;
    return Prisma.sql`t.withdrawn_at IS NOT NULL AND t.erased_at IS NULL ${before} ${of} ORDER BY t.withdrawn_at DESC, t.id DESC LIMIT ${limit + 1}`;
  };
  const kinds = kind === undefined ? BinKind.options : [kind];
  const parts = kinds.map((of) => Prisma.sql`(${PARTS[of](user, which)})`);
  const rows = await db.$queryRaw<BinRow[]>`
    SELECT t.kind, t.id, t.article_id AS "articleId", a.title AS "articleTitle", a.status AS "articleStatus",
      t.claim_id AS "claimId", COALESCE(c.status, 'unchecked') AS "claimStatus", t.created_by_id AS "createdBy", t.words,
      t.withdrawn_at AS "withdrawnAt", put.actor_id AS "byId", put.actor_name AS "byName", put.reason, t.version
    FROM (SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')})
        part (kind, put, id, article_id, claim_id, created_by_id, words, withdrawn_at, version)
      ORDER BY withdrawn_at DESC, id DESC LIMIT ${limit + 1}) t
    JOIN articles a ON a.id = t.article_id LEFT JOIN claims c ON c.id = t.claim_id
    LEFT JOIN LATERAL (
      SELECT e.actor_id, e.actor_name, d.payload ->> 'reason' AS reason
      FROM (${TELLING}) e LEFT JOIN event_payloads d ON d.stream_id = e.stream_id AND d.seq = e.seq
      WHERE t.kind IN ('story', 'claim') OR d.payload ->> t.kind = t.id::text
        OR (d.payload IS NULL AND e.at = t.withdrawn_at)
      ORDER BY e.seq DESC LIMIT 1
    ) put ON TRUE
    ORDER BY t.withdrawn_at DESC, t.id DESC`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    rows: shown,
    nextCursor: more ? writeCursor([last.withdrawnAt.toISOString(), last.id]) : null,
  };
}

/**
 * The withdrawn things `t` of one kind, those that were erased and those of stories that are in the bin themselves left out. `put` is the event that
 * tells of it.
 */
const PARTS: Readonly<Record<BinKind, (user: Reader, which: (story: Sql) => Sql) => Sql>> = {
  story: (user, which) => Prisma.sql`
    SELECT 'story', 'article.withdrawn', t.id, t.id, NULL::uuid, t.created_by_id, t.title, t.withdrawn_at, t.version
    FROM articles t JOIN articles a ON a.id = t.id AND ${binnedFor(user)} WHERE ${which(Prisma.sql`t.id`)}`,
  claim: (user, which) => Prisma.sql`
    SELECT 'claim', 'claim.withdrawn', t.id, t.article_id, t.id, t.created_by_id, p.quote, t.withdrawn_at, t.version
    FROM claims t JOIN articles a ON a.id = t.article_id AND ${visibleTo(user)}
    JOIN placements p ON p.claim_id = t.id AND p.revision = t.placed_revision
    WHERE ${which(Prisma.sql`t.article_id`)}`,
  evidence: (user, which) => Prisma.sql`
    SELECT 'evidence', 'evidence.withdrawn', t.id, t.article_id, NULL::uuid, t.created_by_id, t.title, t.withdrawn_at,
      t.version
    FROM evidence t JOIN articles a ON a.id = t.article_id AND ${visibleTo(user)}
    WHERE ${which(Prisma.sql`t.article_id`)}`,
  citation: (user, which) => Prisma.sql`
    SELECT 'citation', 'citation.withdrawn', t.id, c.article_id, t.claim_id, t.created_by_id, v.title, t.withdrawn_at,
      t.version
    FROM citations t JOIN claims c ON c.id = t.claim_id JOIN articles a ON a.id = c.article_id AND ${visibleTo(user)}
    JOIN evidence v ON v.id = t.evidence_id
    WHERE ${which(Prisma.sql`c.article_id`)}`,
  // What somebody took back is told to nobody else.
  comment: (user, which) => Prisma.sql`
    SELECT 'comment', 'comment.withdrawn', t.id, c.article_id, t.claim_id, t.created_by_id,
      CASE WHEN t.created_by_id = ${user.id}::uuid THEN t.body ELSE '' END, t.withdrawn_at, t.version
    FROM comments t JOIN claims c ON c.id = t.claim_id JOIN articles a ON a.id = c.article_id AND ${visibleTo(user)}
    WHERE ${which(Prisma.sql`c.article_id`)}`,
};
