/** Evidence and citations as rows, each with what a decision about it depends on. */
import type { ArticleStatus } from '../../contract/articles.ts';
import type { ClaimStatus, KindAndDetails } from '../../contract/claims.ts';
import type { EvidenceKind, Snapshot, Stance } from '../../contract/evidence.ts';
import type { StoredFile } from '../../contract/files.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { visibleTo } from '../articles/access.ts';

interface Reader {
  readonly id: string;
}

export interface EvidenceRow {
  readonly id: string;
  readonly articleId: string;
  readonly kind: EvidenceKind;
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly accessedAt: Date | null;
  readonly note: string | null;
  readonly file: StoredFile | null;
  readonly snapshot: Snapshot | null;
  /** Claims, not withdrawn, that have a live citation of it. */
  readonly claimIds: string[];
  readonly withdrawn: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly articleStatus: ArticleStatus;
}

const EVIDENCE_COLUMNS = Prisma.sql`e.id, e.article_id AS "articleId", e.kind, e.url, e.title, e.publisher,
  e.accessed_at AS "accessedAt", e.note, e.withdrawn_at IS NOT NULL AS withdrawn, e.created_by_id AS "createdBy",
  e.created_at AS "createdAt", e.version, a.status AS "articleStatus",
  (SELECT json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
     'sha256', encode(f.sha256, 'hex'), 'here', NOT f.elsewhere, 'createdBy', f.created_by_id, 'createdAt', iso_time(f.created_at))
   FROM files f WHERE f.id = e.file_id) AS file,
  (SELECT json_build_object('takenAt', iso_time(s.taken_at), 'sha256', encode(s.sha256, 'hex'), 'length', s.length,
     'how', s.how, 'fetchedFrom', s.fetched_from, 'by', s.by_id)
   FROM snapshots s WHERE s.evidence_id = e.id ORDER BY s.taken_at DESC, s.id DESC LIMIT 1) AS snapshot,
  (SELECT COALESCE(json_agg(DISTINCT t.claim_id), '[]') FROM citations t JOIN claims c ON c.id = t.claim_id
   WHERE t.evidence_id = e.id AND t.withdrawn_at IS NULL AND c.withdrawn_at IS NULL) AS "claimIds"`;

/** Evidence that this person may see and that was not erased, in the order it was added. */
function selectEvidenceWhere(db: Queryable, user: Reader, condition: Types.Sql): Promise<EvidenceRow[]> {
  return db.$queryRaw`
    SELECT ${EVIDENCE_COLUMNS} FROM evidence e JOIN articles a ON a.id = e.article_id
    WHERE ${condition} AND e.erased_at IS NULL AND ${visibleTo(user)} ORDER BY e.created_at, e.id`;
}

/** The evidence of a story, withdrawn included; empty also for a story that is not for this person. */
export const selectStoryEvidence = (db: Queryable, user: Reader, articleId: string) =>
  selectEvidenceWhere(db, user, Prisma.sql`e.article_id = ${articleId}::uuid`);

export async function selectOptionalEvidence(
  db: Queryable,
  user: Reader,
  evidenceId: string,
): Promise<EvidenceRow | undefined> {
  const [row] = await selectEvidenceWhere(db, user, Prisma.sql`e.id = ${evidenceId}::uuid`);
  return row;
}

/** All claims with a live citation of a piece of evidence, withdrawn claims included: they may come back. */
export async function selectCitingClaimIds(db: Queryable, evidenceId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ claim_id: string }[]>`
    SELECT DISTINCT claim_id FROM citations WHERE evidence_id = ${evidenceId}::uuid AND withdrawn_at IS NULL`;
  return rows.map((row) => row.claim_id);
}

export interface CitationRow {
  readonly id: string;
  readonly claimId: string;
  readonly evidence: EvidenceRow;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly stance: Stance;
  readonly note: string | null;
  readonly withdrawn: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
  readonly claimStatus: ClaimStatus;
  /** The claim's kind and details, and its marked words: what figures are read from. */
  readonly content: KindAndDetails;
  readonly claimQuote: string;
}

async function selectCitationsWhere(
  db: Queryable,
  user: Reader,
  condition: Types.Sql,
): Promise<CitationRow[]> {
  const rows = await db.$queryRaw<(Omit<CitationRow, 'evidence'> & { evidenceId: string })[]>`
    SELECT t.id, t.claim_id AS "claimId", t.evidence_id AS "evidenceId", t.locator, t.quote, t.stance, t.note,
      t.withdrawn_at IS NOT NULL AS withdrawn, t.created_by_id AS "createdBy", t.created_at AS "createdAt", t.version,
      c.status AS "claimStatus", json_build_object('kind', c.kind, 'details', c.details) AS content, p.quote AS "claimQuote"
    FROM citations t JOIN claims c ON c.id = t.claim_id JOIN articles a ON a.id = c.article_id
    JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    WHERE ${condition} AND t.erased_at IS NULL AND ${visibleTo(user)} ORDER BY t.created_at, t.id`;
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.evidenceId);
  const cited = await selectEvidenceWhere(db, user, Prisma.sql`e.id = ANY(${ids}::uuid[])`);
  const byId = new Map(cited.map((evidence) => [evidence.id, evidence]));
  return rows.flatMap(({ evidenceId, ...row }) => {
    const evidence = byId.get(evidenceId);
    return evidence === undefined ? [] : [{ ...row, evidence }];
  });
}

/** The citations of a claim in the order they were added, withdrawn included. */
export const selectClaimCitations = (db: Queryable, user: Reader, claimId: string) =>
  selectCitationsWhere(db, user, Prisma.sql`t.claim_id = ${claimId}::uuid`);

/** The citations of some claims in the order they were added, withdrawn included. */
export const selectCitationsOf = (db: Queryable, user: Reader, claimIds: readonly string[]) =>
  selectCitationsWhere(db, user, Prisma.sql`t.claim_id = ANY(${claimIds}::uuid[])`);

export async function selectOptionalCitation(
  db: Queryable,
  user: Reader,
  citationId: string,
): Promise<CitationRow | undefined> {
  const [row] = await selectCitationsWhere(db, user, Prisma.sql`t.id = ${citationId}::uuid`);
  return row;
}
