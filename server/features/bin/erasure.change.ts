/**
 * Emptying the rows of what is erased. They stay where others, history or files that were handed out name them, without a
 * word; what is nothing but words goes.
 */
import { Prisma, type Tx } from '../../database/client.ts';
import { nameStory } from '../../database/erasing.ts';
import { withoutWords } from '../../domain/exchange/story/erased.ts';
import { type Going, keptWith } from './erasure.queries.ts';

/** Bytes that no row of this story names any more. */
export type Digests = readonly Uint8Array[];

/** Claims, what is said of them and what they are built on. What points at them points at nothing any more. */
async function emptyClaims(tx: Tx, claims: readonly string[], at: Date): Promise<void> {
  if (claims.length === 0) return;
  await tx.$executeRaw`DELETE FROM placements WHERE claim_id = ANY(${claims}::uuid[])`;
  await tx.$executeRaw`DELETE FROM revision_changes WHERE claim_id = ANY(${claims}::uuid[])`;
  await tx.$executeRaw`DELETE FROM source_moves WHERE claim_id = ANY(${claims}::uuid[])`;
  await tx.$executeRaw`UPDATE suggestions SET claim_id = NULL WHERE claim_id = ANY(${claims}::uuid[])`;
  // What was withdrawn counted for nothing where it was pointed at: taking the pointer out makes nothing else of any verdict.
  await tx.$executeRaw`
    UPDATE claims c SET version = c.version + 1,
      same_fact_as_id = CASE WHEN same_fact_as_id = ANY(${claims}::uuid[]) THEN NULL ELSE same_fact_as_id END,
      details = CASE WHEN details ->> 'partOf' = ANY(${claims}::text[])
        THEN jsonb_set(details, '{partOf}', 'null') ELSE details END
    WHERE c.article_id IN (SELECT article_id FROM claims WHERE id = ANY(${claims}::uuid[]))
      AND (c.same_fact_as_id = ANY(${claims}::uuid[]) OR c.details ->> 'partOf' = ANY(${claims}::text[])
        OR EXISTS (SELECT 1 FROM claim_attributions l
                   WHERE l.claim_id = c.id AND l.attribution_id = ANY(${claims}::uuid[])))`;
  await tx.$executeRaw`
    DELETE FROM claim_attributions
    WHERE claim_id = ANY(${claims}::uuid[]) OR attribution_id = ANY(${claims}::uuid[])`;
  await tx.$executeRaw`UPDATE verdicts SET reason = '', correction = NULL WHERE claim_id = ANY(${claims}::uuid[])`;
  await tx.$executeRaw`UPDATE reviews SET note = NULL WHERE claim_id = ANY(${claims}::uuid[])`;
  // The radar still tells that what was handed out is no longer so.
  await tx.$executeRaw`UPDATE verdict_ends SET quote = '' WHERE claim_id = ANY(${claims}::uuid[])`;
  await tx.$executeRaw`
    UPDATE claims SET details = '{}', outgrown = NULL, summary = NULL, search = ''::tsvector, assignee_id = NULL,
      same_fact_as_id = NULL, citation_count = 0, open_comments = 0, status = 'withdrawn',
      withdrawn_at = COALESCE(withdrawn_at, ${at}), erased_at = ${at}, version = version + 1
    WHERE id = ANY(${claims}::uuid[])`;
}

async function emptyComments(tx: Tx, comments: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE comments SET body = '', mentions = '{}', withdrawn_at = COALESCE(withdrawn_at, ${at}), erased_at = ${at},
      version = version + 1
    WHERE id = ANY(${comments}::uuid[])`;
}

async function emptyCitations(tx: Tx, citations: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE citations SET locator = NULL, quote = NULL, note = NULL, withdrawn_at = COALESCE(withdrawn_at, ${at}),
      erased_at = ${at}, version = version + 1
    WHERE id = ANY(${citations}::uuid[])`;
}

/** Evidence of no kind is left: a link needs its address, and a file its file. */
async function emptyEvidence(tx: Tx, evidence: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`DELETE FROM snapshots WHERE evidence_id = ANY(${evidence}::uuid[])`;
  await tx.$executeRaw`
    UPDATE evidence SET kind = 'document', url = NULL, title = '', publisher = NULL, accessed_at = NULL, note = NULL,
      file_id = NULL, withdrawn_at = COALESCE(withdrawn_at, ${at}), erased_at = ${at}, version = version + 1
    WHERE id = ANY(${evidence}::uuid[])`;
}

/** Reasons for which flags about these claims were dismissed: the flags are about nothing any more. */
async function dropDismissals(tx: Tx, articleId: string, claims: readonly string[]): Promise<void> {
  if (claims.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM flag_dismissals d USING events e
      JOIN event_payloads p ON p.stream_id = e.stream_id AND p.seq = e.seq
    WHERE d.article_id = ${articleId}::uuid AND e.stream_id = d.article_id AND e.type = 'flag.dismissed'
      AND p.payload ->> 'flag' = d.key AND jsonb_typeof(p.payload -> 'claimIds') = 'array'
      AND p.payload -> 'claimIds' ?| ${claims}::text[]`;
}

/** What the story's past elsewhere says of it. */
async function forgetElsewhere(tx: Tx, articleId: string, going: Going): Promise<void> {
  const [row] = await tx.$queryRaw<{ manifest: Record<string, unknown> }[]>`
    SELECT manifest FROM story_histories WHERE article_id = ${articleId}::uuid`;
  if (row === undefined) return;
  const things = {
    claims: new Set(going.claims),
    comments: new Set(going.comments),
    citations: new Set(going.citations),
    evidence: new Set(going.evidence),
    files: new Set(going.files),
  };
  const { manifest, erased } = withoutWords(row.manifest, things);
  if (erased === 0) return;
  await tx.$executeRaw`
    UPDATE story_histories SET manifest = ${JSON.stringify(manifest)}::jsonb WHERE article_id = ${articleId}::uuid`;
}

/**
 * Empty all that goes of a story that stays. Its row is locked, and the payloads of its events are there still.
 *
 * @returns digests of files whose rows went
 */
export async function emptyThings(tx: Tx, articleId: string, going: Going, at: Date): Promise<Digests> {
  await nameStory(tx, articleId);
  await dropDismissals(tx, articleId, going.claims);
  await emptyCitations(tx, going.citations, at);
  await emptyComments(tx, going.comments, at);
  await emptyEvidence(tx, going.evidence, at);
  await emptyClaims(tx, going.claims, at);
  await forgetElsewhere(tx, articleId, going);
  return dropFiles(tx, going.files);
}

async function dropFiles(tx: Tx, files: readonly string[]): Promise<Digests> {
  const rows = await tx.$queryRaw<{ sha256: Uint8Array; elsewhere: boolean }[]>`
    DELETE FROM files WHERE id = ANY(${files}::uuid[]) RETURNING sha256, elsewhere`;
  return rows.filter(({ elsewhere }) => !elsewhere).map(({ sha256 }) => sha256);
}

/** Keep no longer what a story came in, nor what was refused beside it: an archive goes as a whole. */
async function letGoOfImports(tx: Tx, articleId: string): Promise<void> {
  await tx.$executeRaw`UPDATE imports i SET is_kept = FALSE WHERE ${keptWith(articleId)}`;
}

/**
 * Empty a whole story. What is left of it is that it was there: its row, its access, its history without words, and rows by
 * which files that were handed out are found to have changed.
 *
 * @returns digests of files whose rows went
 */
export async function emptyStory(tx: Tx, articleId: string, going: Going, at: Date): Promise<Digests> {
  const attached = await emptyThings(tx, articleId, going, at);
  const of = Prisma.sql`WHERE article_id = ${articleId}::uuid`;
  const came = await tx.$queryRaw<{ sha256: Uint8Array; elsewhere: boolean }[]>`
    DELETE FROM arrivals ${of} RETURNING sha256, elsewhere`;
  await tx.$executeRaw`DELETE FROM article_identifiers ${of}`;
  await tx.$executeRaw`DELETE FROM story_histories ${of}`;
  await tx.$executeRaw`DELETE FROM flag_dismissals ${of}`;
  await tx.$executeRaw`DELETE FROM sign_offs ${of}`;
  await tx.$executeRaw`DELETE FROM suggestions ${of}`;
  await tx.$executeRaw`DELETE FROM extractions ${of}`;
  await tx.$executeRaw`DELETE FROM sentences ${of}`;
  await tx.$executeRaw`DELETE FROM revisions ${of}`;
  // Nobody is told any more of what happened in it.
  await tx.$executeRaw`DELETE FROM notifications ${of}`;
  await tx.$executeRaw`UPDATE story_people SET name = '' ${of}`;
  await letGoOfImports(tx, articleId);
  // What was brought in is counted as before; how it was called may say what it was.
  await tx.$executeRaw`
    UPDATE imports i SET name = '' WHERE i.id IN (SELECT import_id FROM import_files ${of})
      AND NOT EXISTS (SELECT 1 FROM import_files o
        WHERE o.import_id = i.id AND o.article_id IS DISTINCT FROM ${articleId}::uuid)`;
  await tx.$executeRaw`
    UPDATE import_files SET path = '', identifier = NULL, version = NULL, version_created = NULL, detail = NULL ${of}`;
  await tx.$executeRaw`
    UPDATE articles SET title = '', byline = NULL, agency = NULL, dateline = NULL, published_at = NULL, source_url = NULL,
      deadline = NULL, search = ''::tsvector, erased_at = ${at}, version = version + 1
    WHERE id = ${articleId}::uuid`;
  return [...attached, ...came.filter(({ elsewhere }) => !elsewhere).map(({ sha256 }) => sha256)];
}
