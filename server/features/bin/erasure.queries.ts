/** What goes with a thing that is erased for good. */
import type { BinKind } from '../../contract/bin.ts';
import type { ErasureBlocker, ErasureCounts } from '../../contract/erasure.ts';
import { Refusal } from '../../contract/problem.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';

type Sql = Types.Sql;

/** A thing as it stands, wherever that is. */
export interface Standing {
  readonly articleId: string;
  readonly claimId: string | null;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly erased: boolean;
}

/** Ids of all that goes; of a story that is all that belongs to it. */
export interface Going {
  readonly claims: readonly string[];
  readonly comments: readonly string[];
  readonly citations: readonly string[];
  readonly evidence: readonly string[];
  /** Rows of attached files. */
  readonly files: readonly string[];
}

const ROWS: Readonly<Record<BinKind, Sql>> = {
  story: Prisma.sql`SELECT x.id AS "articleId", NULL::uuid AS "claimId", x.version, x.withdrawn_at, x.erased_at, x.id FROM articles x`,
  claim: Prisma.sql`SELECT x.article_id AS "articleId", x.id AS "claimId", x.version, x.withdrawn_at, x.erased_at, x.id FROM claims x`,
  evidence: Prisma.sql`SELECT x.article_id AS "articleId", NULL::uuid AS "claimId", x.version, x.withdrawn_at, x.erased_at, x.id FROM evidence x`,
  citation: Prisma.sql`SELECT c.article_id AS "articleId", c.id AS "claimId", x.version, x.withdrawn_at, x.erased_at, x.id
    FROM citations x JOIN claims c ON c.id = x.claim_id`,
  comment: Prisma.sql`SELECT c.article_id AS "articleId", c.id AS "claimId", x.version, x.withdrawn_at, x.erased_at, x.id
    FROM comments x JOIN claims c ON c.id = x.claim_id`,
};

/** Whether it may be seen is asked after. @throws Refusal NOT_FOUND */
export async function selectStanding(db: Queryable, kind: BinKind, id: string): Promise<Standing> {
  const [row] = await db.$queryRaw<Standing[]>`
    SELECT t."articleId", t."claimId", t.version, t.withdrawn_at IS NOT NULL AS withdrawn, t.erased_at IS NOT NULL AS erased
    FROM (${ROWS[kind]}) t WHERE t.id = ${id}::uuid`;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row;
}

/** Everything of these that was not erased before. */
export async function selectGoing(db: Queryable, kind: BinKind, id: string): Promise<Going> {
  const claims = await ids(
    db,
    kind === 'story'
      ? Prisma.sql`claims x WHERE x.article_id = ${id}::uuid`
      : Prisma.sql`claims x WHERE ${kind === 'claim'} AND x.id = ${id}::uuid`,
  );
  const evidence = await ids(
    db,
    kind === 'story'
      ? Prisma.sql`evidence x WHERE x.article_id = ${id}::uuid`
      : Prisma.sql`evidence x WHERE ${kind === 'evidence'} AND x.id = ${id}::uuid`,
  );
  const own = (of: BinKind) => Prisma.sql`(${kind === of} AND x.id = ${id}::uuid)`;
  const comments = await ids(
    db,
    Prisma.sql`comments x WHERE (x.claim_id = ANY(${claims}::uuid[]) OR ${own('comment')})`,
  );
  const citations = await ids(
    db,
    Prisma.sql`citations x WHERE (x.claim_id = ANY(${claims}::uuid[]) OR x.evidence_id = ANY(${evidence}::uuid[])
      OR ${own('citation')})`,
  );
  // A file stays where other evidence is the same file; those that none names are the story's.
  const files = await db.$queryRaw<{ id: string }[]>`
    SELECT x.id FROM files x WHERE (${kind === 'story'} AND x.article_id = ${id}::uuid)
      OR (x.id IN (SELECT v.file_id FROM evidence v WHERE v.id = ANY(${evidence}::uuid[])) AND NOT EXISTS (
        SELECT 1 FROM evidence o WHERE o.file_id = x.id AND NOT o.id = ANY(${evidence}::uuid[])))`;
  return { claims, comments, citations, evidence, files: files.map((file) => file.id) };
}

async function ids(db: Queryable, rows: Sql): Promise<string[]> {
  const found = await db.$queryRaw<
    { id: string }[]
  >`SELECT x.id FROM ${rows} AND x.erased_at IS NULL ORDER BY x.id`;
  return found.map(({ id }) => id);
}

/** Numbers of the events whose words go, in their order. What erasures say is kept. */
export async function selectGoingEvents(
  db: Queryable,
  articleId: string,
  kind: BinKind,
  { claims, comments, citations, evidence, files }: Going,
): Promise<number[]> {
  // As `tellsOf` decides it of events from elsewhere.
  const rows = await db.$queryRaw<{ seq: number }[]>`
    SELECT e.seq FROM events e JOIN event_payloads p ON p.stream_id = e.stream_id AND p.seq = e.seq
    WHERE e.stream_id = ${articleId}::uuid AND e.type NOT LIKE 'payload.%' AND e.type NOT LIKE '%.erased'
      AND (${kind === 'story'} OR e.claim_id = ANY(${claims}::uuid[]) OR p.payload ->> 'comment' = ANY(${comments}::text[])
        OR p.payload ->> 'citation' = ANY(${citations}::text[])
        OR (NOT p.payload ? 'citation' AND p.payload ->> 'evidence' = ANY(${evidence}::text[]))
        OR p.payload ->> 'file' = ANY(${files}::text[])
        OR (jsonb_typeof(p.payload -> 'claimIds') = 'array' AND p.payload -> 'claimIds' ?| ${claims}::text[]))
    ORDER BY e.seq`;
  return rows.map(({ seq }) => seq);
}

/** How much goes beside what `Going` names, and what stays. */
export async function selectCounts(
  db: Queryable,
  articleId: string,
  kind: BinKind,
  going: Going,
  events: readonly number[],
): Promise<{ goes: ErasureCounts; stays: { events: number; exports: number } }> {
  const [row] = await db.$queryRaw<{ revisions: number; arrivals: number; exports: number }[]>`
    SELECT (SELECT count(*) FROM revisions WHERE article_id = ${articleId}::uuid)::int AS revisions,
      (SELECT count(*) FROM arrivals WHERE article_id = ${articleId}::uuid)::int AS arrivals,
      (SELECT count(*) FROM export_stories x WHERE x.article_id = ${articleId}::uuid
         AND (${kind === 'story'} OR x.claim_ids && ${going.claims}::uuid[]))::int AS exports`;
  const isStory = kind === 'story';
  return {
    goes: {
      revisions: isStory ? (row?.revisions ?? 0) : 0,
      claims: going.claims.length,
      comments: going.comments.length,
      citations: going.citations.length,
      evidence: going.evidence.length,
      files: going.files.length + (isStory ? (row?.arrivals ?? 0) : 0),
      payloads: events.length,
    },
    stays: { events: events.length, exports: row?.exports ?? 0 },
  };
}

/** What stands in the way. What was withdrawn rests on nothing: claims in the bin do not hold their evidence. */
export async function selectBlockers(db: Queryable, kind: BinKind, id: string): Promise<ErasureBlocker[]> {
  if (kind === 'evidence') {
    const rows = await db.$queryRaw<{ claimId: string }[]>`
      SELECT DISTINCT t.claim_id AS "claimId" FROM citations t JOIN claims c ON c.id = t.claim_id
      WHERE t.evidence_id = ${id}::uuid AND t.withdrawn_at IS NULL AND c.withdrawn_at IS NULL ORDER BY 1`;
    return rows.length === 0 ? [] : [{ code: 'STILL_CITED', claimIds: rows.map(({ claimId }) => claimId) }];
  }
  if (kind !== 'story') return [];
  const kept = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM import_files f JOIN imports i ON i.id = f.import_id
    WHERE f.article_id = ${id}::uuid AND i.finished_at IS NULL LIMIT 1`;
  return kept.length === 0 ? [] : [{ code: 'IMPORT_UNDER_WAY', claimIds: [] }];
}

/** For raw SQL over `imports i`: those that are over, and keep the file that a story came in with others that were refused. */
export const keptWith = (articleId: string): Sql => Prisma.sql`i.is_kept AND i.finished_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM import_files o WHERE o.import_id = i.id AND o.article_id = ${articleId}::uuid)`;

/** How many refused files can be tried again for as long as the story is there. */
export async function countUntried(db: Queryable, kind: BinKind, articleId: string): Promise<number> {
  if (kind !== 'story') return 0;
  const [row] = await db.$queryRaw<{ untried: number }[]>`
    SELECT count(*)::int AS untried FROM imports i JOIN import_files f ON f.import_id = i.id AND f.state = 'refused'
    WHERE ${keptWith(articleId)}`;
  return row?.untried ?? 0;
}

/** Imports that are over and keep nothing of what this story came in. */
export async function selectImportsOver(db: Queryable, articleId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT i.id FROM imports i JOIN import_files f ON f.import_id = i.id
    WHERE f.article_id = ${articleId}::uuid AND i.finished_at IS NOT NULL AND NOT i.is_kept`;
  return rows.map(({ id }) => id);
}
