/** All that the audit of stories looks at, in a fixed number of statements however many stories there are. */
import type { ArticleStatus } from '../../contract/articles.ts';
import type { Claim } from '../../contract/claims.ts';
import type { Queryable } from '../../database/client.ts';
import {
  type AuditedCitation,
  isAttribution,
  type PlacedClaim,
  placeClaim,
  type RegisteredSource,
  type StoryFacts,
} from '../../domain/audit/story.ts';
import { visibleTo } from '../articles/access.ts';
import { CLAIM_JOINS, CLAIM_JSON, type ClaimReader, readerOf } from '../claims/claim-json.ts';

export interface Dismissal {
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface StoryToAudit {
  readonly id: string;
  readonly status: ArticleStatus;
  readonly head: number;
  readonly facts: StoryFacts;
  /** By the flag's key; also of flags whose ground has changed since. */
  readonly dismissals: ReadonlyMap<string, Dismissal>;
}

/**
 * Stories with what their audit looks at. Those that are not for this person, or are not there, are left out.
 *
 * The head is read first: what is read after it may be newer, which its events will tell.
 */
export async function selectStoriesToAudit(
  db: Queryable,
  user: ClaimReader,
  articleIds: readonly string[],
): Promise<Map<string, StoryToAudit>> {
  const stories = await selectStories(db, user, articleIds);
  const ids = stories.map(({ id }) => id);
  const claims = await selectClaims(db, user, ids);
  const citations = await selectCitations(db, ids);
  const dismissals = await selectDismissals(db, ids);
  const sources = await selectSources(db, claims);
  return new Map(
    stories.map(({ id, status, head, ...surroundings }) => {
      const facts = {
        ...surroundings,
        claims: claims.filter((claim) => claim.articleId === id),
        citations: citations.filter((citation) => citation.articleId === id),
        sources,
      };
      const dismissed = dismissals.filter((dismissal) => dismissal.articleId === id);
      return [id, { id, status, head, facts, dismissals: new Map(dismissed.map((one) => [one.key, one])) }];
    }),
  );
}

interface StoryRow extends Pick<StoryFacts, 'agency' | 'sourceUrl' | 'bodyStart'> {
  readonly id: string;
  readonly status: ArticleStatus;
  readonly head: number;
}

function selectStories(db: Queryable, user: ClaimReader, articleIds: readonly string[]): Promise<StoryRow[]> {
  return db.$queryRaw`
    SELECT a.id, a.status, a.head, a.agency, a.source_url AS "sourceUrl", COALESCE((
      SELECT min((block ->> 'start')::int) FROM jsonb_array_elements(r.blocks) block
      WHERE block ->> 'role' NOT IN ('headline', 'standfirst', 'byline', 'dateline')), 0) AS "bodyStart"
    FROM articles a JOIN revisions r ON r.article_id = a.id AND r.number = a.current_revision
    WHERE a.id = ANY(${articleIds}::uuid[]) AND ${visibleTo(user)}`;
}

async function selectClaims(
  db: Queryable,
  user: ClaimReader,
  articleIds: readonly string[],
): Promise<PlacedClaim[]> {
  const rows = await db.$queryRaw<{ body: string }[]>`
    SELECT ${CLAIM_JSON}::text AS body
    FROM ${readerOf(user)}, claims c JOIN articles a ON a.id = c.article_id ${CLAIM_JOINS}
    WHERE c.article_id = ANY(${articleIds}::uuid[]) AND c.status <> 'withdrawn'
    ORDER BY c.article_id, p.start, p."end" DESC, c.id`;
  return rows.map(({ body }) => {
    const claim: Claim = JSON.parse(body);
    return placeClaim(claim, claim.sentenceStart);
  });
}

/** Citations that stand, of evidence that stands, in the order they were added. */
function selectCitations(
  db: Queryable,
  articleIds: readonly string[],
): Promise<(AuditedCitation & { articleId: string })[]> {
  return db.$queryRaw`
    SELECT c.article_id AS "articleId", t.id, t.claim_id AS "claimId", t.evidence_id AS "evidenceId", e.kind,
      (SELECT f.id FROM files f WHERE f.id = e.file_id AND NOT f.elsewhere) AS "fileId", e.title, e.publisher, e.url, t.stance, t.locator, t.quote
    FROM claims c JOIN citations t ON t.claim_id = c.id JOIN evidence e ON e.id = t.evidence_id
    WHERE c.article_id = ANY(${articleIds}::uuid[]) AND c.status <> 'withdrawn'
      AND t.withdrawn_at IS NULL AND e.withdrawn_at IS NULL
    ORDER BY t.created_at, t.id`;
}

function selectDismissals(
  db: Queryable,
  articleIds: readonly string[],
): Promise<(Dismissal & { articleId: string })[]> {
  return db.$queryRaw`
    SELECT d.article_id AS "articleId", d.key, d.reason, d.by_id AS by, d.at FROM flag_dismissals d
    WHERE d.article_id = ANY(${articleIds}::uuid[])`;
}

/** Entries of the register that these claims name. Of a confidential one nothing is read but what is printed. */
async function selectSources(
  db: Queryable,
  claims: readonly PlacedClaim[],
): Promise<Map<string, RegisteredSource>> {
  const named = claims.flatMap((claim) => {
    if (claim.kind === 'source') return [claim.details.sourceId];
    if (!isAttribution(claim)) return [];
    return [claim.details.sourceId, ...claim.details.via.map(({ sourceId }) => sourceId)];
  });
  const ids = [...new Set(named.filter((id) => id !== null))];
  const rows = await db.$queryRaw<RegisteredSource[]>`
    SELECT s.id, s.name, s.kind, s.confidential,
      CASE WHEN s.confidential THEN '{}' ELSE s.aliases END AS aliases,
      CASE WHEN s.confidential THEN '{}' ELSE s.affiliations END AS affiliations
    FROM sources s WHERE s.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
