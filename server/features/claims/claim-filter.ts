/** The filters that the list over all stories and the exports share. */
import type { ListClaims } from '../../contract/claims.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { articleFilter } from '../articles/article-filter.ts';

type Sql = Types.Sql;

export type ClaimFilters = Omit<QueryOf<typeof ListClaims>, 'cursor' | 'limit'>;

/**
 * The condition that a claim `c` of a story `a` fits: for this person's eyes, and as they asked. Withdrawn claims fit
 * only where the status asks for them.
 */
export function claimFilter(user: { readonly id: string }, filters: ClaimFilters): Sql {
  const { q, articleId, kind, status, verdict, sourceId, assignee, from, to } = filters;
  const { articleStatus, articleQ, articleMine } = filters;
  const all: Sql[] = [articleFilter(user, { status: articleStatus, q: articleQ, mine: articleMine })];
  if (status === undefined) all.push(Prisma.sql`c.status <> 'withdrawn'`);
  else all.push(Prisma.sql`c.status = ${status}::"ClaimStatus"`);
  if (kind !== undefined) all.push(Prisma.sql`c.kind = ${kind}::"ClaimKind"`);
  if (articleId !== undefined) all.push(Prisma.sql`c.article_id = ${articleId}::uuid`);
  if (verdict !== undefined) all.push(hasVerdict(verdict, status === 'expired'));
  if (sourceId !== undefined) all.push(saidBy(sourceId));
  if (assignee !== undefined)
    all.push(Prisma.sql`c.assignee_id = ${assignee === 'me' ? user.id : assignee}::uuid`);
  if (from !== undefined) all.push(Prisma.sql`c.created_at >= ${startOf(from, 0)}`);
  if (to !== undefined) all.push(Prisma.sql`c.created_at < ${startOf(to, 1)}`);
  if (q !== undefined && q.trim() !== '') all.push(Prisma.sql`c.search @@ search_query(${q})`);
  return Prisma.join(all, ' AND ');
}

/** A verdict that holds, unless expired claims are asked for: then the one that held. */
function hasVerdict(verdict: string, expired: boolean): Sql {
  const holds = expired ? Prisma.empty : Prisma.sql`AND given.expired_at IS NULL`;
  return Prisma.sql`EXISTS (SELECT 1 FROM verdicts given WHERE given.id = c.verdict_id
    AND given.verdict = ${verdict}::"VerdictValue" ${holds})`;
}

/** Naming this source, said by it or through it; also where only an attribution of the claim says so. */
function saidBy(sourceId: string): Sql {
  const via = JSON.stringify([sourceId]);
  return Prisma.sql`c.id IN (
    WITH naming AS (
      SELECT id FROM claims WHERE source_id = ${sourceId}
      UNION SELECT id FROM claims WHERE via_source_ids <> '[]' AND via_source_ids @> ${via}::jsonb
    )
    SELECT id FROM naming
    UNION ALL SELECT l.claim_id FROM claim_attributions l
    JOIN naming ON naming.id = l.attribution_id
    JOIN claims attribution ON attribution.id = l.attribution_id AND attribution.withdrawn_at IS NULL)`;
}

/** Midnight UTC of a day, some days later. By seconds, since PostgreSQL has no year 0 and ISO 8601 does. */
export function startOf(day: string, later: number): Sql {
  const seconds = Date.parse(`${day}T00:00:00Z`) / 1000 + later * 24 * 60 * 60;
  return Prisma.sql`to_timestamp(${seconds}::float8)`;
}
