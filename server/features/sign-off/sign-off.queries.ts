/** What a sign-off stands on, as rows. */
import { AttributionDetails } from '../../contract/claims.ts';
import type { Queryable } from '../../database/client.ts';
import type { SupportingEvidence } from '../../domain/claims/independent-sources.ts';
import { countSourcesOfEach } from '../../domain/claims/linked-witnesses.ts';
import type { SignableClaim } from '../../domain/claims/sign-off.ts';
import { absenceOf, visibleTo } from '../articles/access.ts';

export interface SignableArticle {
  readonly id: string;
  readonly status: 'checking' | 'signed_off' | 'archived';
  readonly agency: string | null;
  readonly revision: number;
  /** Of that revision's text, in hexadecimal. */
  readonly sha256: string;
  readonly head: number;
}

/** @throws Refusal NOT_FOUND also where the story is not for this person */
export async function requireSignable(
  db: Queryable,
  user: { readonly id: string },
  articleId: string,
): Promise<SignableArticle> {
  const [row] = await db.$queryRaw<SignableArticle[]>`
    SELECT a.id, a.status, a.agency, r.number AS revision, encode(r.sha256, 'hex') AS sha256, a.head
    FROM articles a JOIN revisions r ON r.article_id = a.id AND r.number = a.current_revision
    WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`;
  if (row === undefined) throw await absenceOf(db, user, articleId);
  return row;
}

export interface SignOffRow {
  readonly id: string;
  readonly revision: number;
  readonly sha256: string;
  readonly head: number;
  readonly by: string;
  readonly at: Date;
  readonly acknowledged: string[];
  readonly suggestions: string[];
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedBecause: 'reopened' | 'new_revision' | null;
  readonly endedReason: string | null;
}

/** The sign-off that holds, if any, and the one that ended last. */
export function selectSignOffs(db: Queryable, articleId: string): Promise<SignOffRow[]> {
  return db.$queryRaw`
    SELECT id, revision, encode(sha256, 'hex') AS sha256, head, by_id AS by, at, acknowledged, suggestions, ended_at AS "endedAt",
      ended_by_id AS "endedBy", ended_because AS "endedBecause", ended_reason AS "endedReason"
    FROM sign_offs WHERE article_id = ${articleId}::uuid ORDER BY ended_at DESC NULLS FIRST, id DESC LIMIT 2`;
}

type Row = Omit<SignableClaim, 'sources'> & {
  /** Details of the live attributions of a casualty count. */
  readonly attributions: unknown[];
  readonly evidence: SupportingEvidence[];
  readonly sameFactAs: string | null;
};

/** The live claims of a story in the order of the text, by two queries however many there are. */
export async function selectSignableClaims(
  db: Queryable,
  article: Pick<SignableArticle, 'id' | 'agency'>,
): Promise<SignableClaim[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.kind, c.status, c.same_fact_as_id AS "sameFactAs",
      CASE WHEN v.id IS NOT NULL THEN json_build_object('verdict', v.verdict, 'by',
        COALESCE((SELECT p.brought_by_id FROM story_people p WHERE p.id = v.by_id), v.by_id)) END AS verdict,
      CASE WHEN c.kind <> 'casualty_count' THEN '[]' ELSE COALESCE((
        SELECT json_agg(t.details) FROM claim_attributions l JOIN claims t ON t.id = l.attribution_id
        WHERE l.claim_id = c.id AND t.kind = 'attribution' AND t.withdrawn_at IS NULL), '[]') END AS attributions,
      CASE WHEN c.kind <> 'casualty_count' THEN '[]' ELSE COALESCE((
        SELECT json_agg(json_build_object('publisher', e.publisher, 'url', e.url, 'title', e.title))
        FROM citations t JOIN evidence e ON e.id = t.evidence_id
        WHERE t.claim_id = c.id AND t.stance = 'supports' AND t.withdrawn_at IS NULL AND e.withdrawn_at IS NULL
      ), '[]') END AS evidence
    FROM claims c
    JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    LEFT JOIN LATERAL (SELECT * FROM verdicts WHERE id = c.verdict_id LIMIT 1) v ON TRUE
    WHERE c.article_id = ${article.id}::uuid AND c.status <> 'withdrawn'
    ORDER BY p.start, p."end" DESC, c.id`;
  const witnesses = rows.map(({ attributions, ...claim }) => ({
    ...claim,
    attributions: AttributionDetails.array().parse(attributions),
  }));
  const register = await selectRegister(
    db,
    witnesses.flatMap(({ attributions }) => attributions),
  );
  const sources = countSourcesOfEach(witnesses, { register, agency: article.agency });
  return rows.map(({ id, kind, status, verdict }) => ({
    id,
    kind,
    status,
    verdict,
    sources: sources.get(id) ?? 0,
  }));
}

/** Names of the entries that attributions name. A confidential one goes by its entry alone. */
async function selectRegister(
  db: Queryable,
  attributions: readonly AttributionDetails[],
): Promise<Map<string, string[]>> {
  const named = attributions.flatMap(({ sourceId, via }) => [sourceId, ...via.map((step) => step.sourceId)]);
  const ids = [...new Set(named.filter((id) => id !== null))];
  const rows = await db.$queryRaw<{ id: string; names: string[] }[]>`
    SELECT id, array_prepend(name, aliases) AS names FROM sources WHERE id = ANY(${ids}::uuid[]) AND NOT confidential`;
  return new Map(rows.map(({ id, names }) => [id, names]));
}
