/** Returns and verdicts as rows: what agreement is counted from. Restricted stories count for their people alone. */
import type { ClaimStatus, ReturnReason, VerdictValue } from '../../contract/claims.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { GetAgreement } from '../../contract/reviewing.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import type { ClaimFields, Judged, LaterEvent } from '../../domain/figures/agreement.ts';
import { visibleTo } from '../articles/access.ts';
import { startOf } from '../claims/claim-filter.ts';

export type AgreementFilters = Omit<QueryOf<typeof GetAgreement>, 'cursor' | 'limit'>;

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ReturnRow {
  readonly id: string;
  readonly claimId: string;
  readonly articleId: string;
  readonly quote: string;
  readonly status: ClaimStatus;
  readonly checker: Named;
  readonly reviewer: Named;
  readonly at: Date;
  readonly reasonCode: ReturnReason;
  readonly note: string | null;
  /** Of the verdict that was returned. */
  readonly verdict: VerdictValue;
  /** Of the verdict now. */
  readonly verdictNow: VerdictValue | null;
  /** As it is now. */
  readonly claim: ClaimFields;
  readonly later: LaterEvent[];
}

interface Reader {
  readonly id: string;
}

/** For a story `a`, and a moment: what the filters mean. */
function fits(user: Reader, { articleId, from, to }: AgreementFilters, at: Types.Sql): Types.Sql {
  const all = [visibleTo(user)];
  if (articleId !== undefined) all.push(Prisma.sql`a.id = ${articleId}::uuid`);
  if (from !== undefined) all.push(Prisma.sql`${at} >= ${startOf(from, 0)}`);
  if (to !== undefined) all.push(Prisma.sql`${at} < ${startOf(to, 1)}`);
  return Prisma.join(all, ' AND ');
}

/**
 * Every return, newest first, each with what happened to its claim since.
 *
 * Reviews, verdicts and their events are matched by claim, person and moment, which holds also where what an event says
 * was erased.
 */
export function selectReturns(db: Queryable, user: Reader, filters: AgreementFilters): Promise<ReturnRow[]> {
  return db.$queryRaw`
    SELECT r.id, r.claim_id AS "claimId", c.article_id AS "articleId", p.quote, c.status, r.at,
      r.reason_code AS "reasonCode", r.note, v.verdict, now.verdict AS "verdictNow",
      json_build_object('id', checker.id, 'name', checker.name) AS checker,
      json_build_object('id', reviewer.id, 'name', reviewer.name) AS reviewer,
      json_build_object('kind', c.kind, 'details', c.details, 'summary', c.summary, 'sameFactAs', c.same_fact_as_id,
        'span', json_build_object('start', p.start, 'end', p."end", 'quote', p.quote),
        'attributionIds', COALESCE((SELECT json_agg(l.attribution_id ORDER BY l.attribution_id)
                                    FROM claim_attributions l WHERE l.claim_id = c.id), '[]')) AS claim,
      COALESCE((SELECT json_agg(json_build_object('type', e.type, 'because', x.payload -> 'because',
          'verdict', (SELECT given.verdict FROM verdicts given WHERE e.type = 'verdict.given'
            AND given.claim_id = e.claim_id AND given.by_id = e.actor_id AND given.at = e.at),
          'before', CASE WHEN e.type = 'claim.edited' THEN x.payload -> 'before' END) ORDER BY e.seq)
        FROM events e LEFT JOIN event_payloads x ON x.stream_id = e.stream_id AND x.seq = e.seq
        WHERE e.claim_id = c.id AND e.seq > returned.seq AND e.type NOT LIKE 'comment.%'), '[]') AS later
    FROM reviews r
    JOIN claims c ON c.id = r.claim_id JOIN articles a ON a.id = c.article_id
    JOIN events returned ON returned.claim_id = r.claim_id AND returned.type = 'review.returned'
      AND returned.actor_id = r.by_id AND returned.at = r.at
    JOIN verdicts v ON v.id = r.verdict_id
    JOIN users checker ON checker.id = v.by_id JOIN users reviewer ON reviewer.id = r.by_id
    JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    LEFT JOIN verdicts now ON now.id = c.verdict_id
    WHERE r.decision = 'returned' AND ${fits(user, filters, Prisma.sql`r.at`)}
    ORDER BY r.at DESC, r.id DESC`;
}

export interface JudgedRow extends Judged {
  readonly first: VerdictValue;
  readonly second: VerdictValue;
  /** Whoever judged the claim before the other. */
  readonly firstBy: Named;
  readonly secondBy: Named;
}

/**
 * How often two people judged the same claim, and as what: each by their last verdict on it that they did not take back
 * themselves. Verdicts on either side of a change that made one expire are of different claims, and not compared. Whoever
 * confirmed another's verdict on other words judged those words, and not the claim.
 */
export function selectJudged(db: Queryable, user: Reader, filters: AgreementFilters): Promise<JudgedRow[]> {
  return db.$queryRaw`
    WITH given AS (
      SELECT v.claim_id, v.by_id, v.verdict, v.at, e.seq,
        count(v.expired_at) OVER (PARTITION BY v.claim_id ORDER BY e.seq
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS meaning
      FROM verdicts v
      JOIN events e ON e.claim_id = v.claim_id AND e.type = 'verdict.given' AND e.actor_id = v.by_id AND e.at = v.at
      WHERE v.claim_id IN (SELECT claim_id FROM verdicts GROUP BY claim_id HAVING count(DISTINCT by_id) > 1)
    ), last AS (
      SELECT DISTINCT ON (g.claim_id, g.by_id) g.*
      FROM given g JOIN claims c ON c.id = g.claim_id JOIN articles a ON a.id = c.article_id
      LEFT JOIN LATERAL (
        SELECT e.type, e.actor_id FROM events e
        WHERE e.claim_id = g.claim_id AND e.seq > g.seq AND e.type IN ('verdict.given', 'verdict.confirmed', 'verdict.taken_back')
        ORDER BY e.seq LIMIT 1) next ON TRUE
      WHERE ${fits(user, filters, Prisma.sql`g.at`)}
        AND (next.type = 'verdict.taken_back' AND next.actor_id = g.by_id) IS NOT TRUE
      ORDER BY g.claim_id, g.by_id, g.seq DESC
    ), judged AS (
      SELECT one.by_id AS first_by, two.by_id AS second_by, one.verdict AS first, two.verdict AS second,
        count(*)::int AS claims
      FROM last one JOIN last two
        ON two.claim_id = one.claim_id AND two.seq > one.seq AND two.meaning = one.meaning
      GROUP BY 1, 2, 3, 4
    )
    SELECT j.first, j.second, j.claims, json_build_object('id', one.id, 'name', one.name) AS "firstBy",
      json_build_object('id', two.id, 'name', two.name) AS "secondBy"
    FROM judged j JOIN users one ON one.id = j.first_by JOIN users two ON two.id = j.second_by
    ORDER BY j.claims DESC, j.first, j.second, one.id, two.id`;
}
