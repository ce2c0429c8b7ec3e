/** Claims are looked for once in each text, when somebody first asks for them, and kept. */
import type { Tx } from '../../database/client.ts';
import { EXTRACTION_VERSION } from '../../domain/extraction/version.ts';
import type { Found, Reading, Services } from '../../services.ts';
import { requireArticle } from '../articles/access.ts';
import { selectRevision } from '../articles/revisions.ts';

type ExtractionServices = Pick<Services, 'db' | 'now' | 'extract'>;

interface Basis {
  readonly revision: number;
  readonly language: string;
  readonly publishedAt: Date | null;
  /** Of what is stored; null where nothing is. */
  readonly stored: string | null;
}

/** By story and basis: who asks while somebody else does waits for the same answer. */
const underWay = new Map<string, Promise<void>>();

/**
 * Have the suggestions of a story's current text stored. Whether the story may be seen is asked before.
 *
 * What was decided on an earlier text, or on what earlier rules found, holds on.
 *
 * @throws Error where looking for claims failed; nothing is stored then, and the next who asks tries again
 */
export async function ensureSuggestions(services: ExtractionServices, articleId: string): Promise<void> {
  const [known] = await services.db.prisma.$queryRaw<Basis[]>`
    SELECT a.current_revision AS revision, a.language, a.published_at AS "publishedAt", e.basis AS stored
    FROM articles a LEFT JOIN extractions e ON e.article_id = a.id AND e.revision = a.current_revision
    WHERE a.id = ${articleId}::uuid`;
  if (known === undefined) return;
  const { revision, language } = known;
  const publishedAt = known.publishedAt?.toISOString() ?? null;
  const basis = [EXTRACTION_VERSION, language, publishedAt ?? ''].join('|');
  if (known.stored === basis) return;

  const key = `${articleId}/${revision}/${basis}`;
  const begun = underWay.get(key);
  if (begun !== undefined) return begun;
  const work = extractAndStore(services, { articleId, number: revision, language, publishedAt }, basis);
  underWay.set(key, work);
  await work.finally(() => underWay.delete(key));
}

/**
 * The same for whoever can go on without: where looking failed, that is logged, and no story is held up by it.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person
 */
export async function lookForSuggestions(
  services: ExtractionServices & Pick<Services, 'log'>,
  user: { readonly id: string },
  articleId: string,
): Promise<void> {
  await requireArticle(services.db.prisma, user, articleId);
  await ensureSuggestions(services, articleId).catch((error: unknown) =>
    services.log.error({ err: error, articleId }, 'claims could not be looked for'),
  );
}

async function extractAndStore(
  { db, now, extract }: ExtractionServices,
  story: Pick<Reading, 'articleId' | 'number' | 'language' | 'publishedAt'>,
  basis: string,
): Promise<void> {
  const { text, blocks, sentences } = await selectRevision(db.prisma, story.articleId, story.number);
  const found = await extract({ ...story, text, blocks, sentences });
  await store(db, story, found, { basis, at: now() });
}

/**
 * Keep what was found. Two servers that looked at once store the same once: the second waits for the first at the
 * revision's own row, and changes nothing.
 *
 * Of suggestions found before, those that nobody decided on and that are found no longer go. A decision on an earlier
 * revision is taken along, from the last one that had the same sentence.
 */
function store(
  { prisma }: Services['db'],
  { articleId, number }: Pick<Reading, 'articleId' | 'number'>,
  { supported, ids, rows }: Found,
  { basis, at }: { basis: string; at: Date },
): Promise<void> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        INSERT INTO extractions (article_id, revision, basis, supported, at)
        VALUES (${articleId}::uuid, ${number}, ${basis}, ${supported}, ${at})
        ON CONFLICT (article_id, revision) DO UPDATE
          SET basis = excluded.basis, supported = excluded.supported, at = excluded.at`;
      await tx.$executeRaw`
        DELETE FROM suggestions WHERE article_id = ${articleId}::uuid AND revision = ${number} AND state = 'open'
          AND id NOT IN (SELECT unnest(${ids}::uuid[]))`;
      for (const some of rows) await storeRows(tx, { articleId, number }, some);
    },
    { timeout: 60_000 },
  );
}

/** @param rows JSON: a list of them */
function storeRows(
  tx: Tx,
  { articleId, number }: Pick<Reading, 'articleId' | 'number'>,
  rows: string,
): Promise<number> {
  return tx.$executeRaw`
    WITH found AS (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS f (id uuid, kind "ClaimKind", details jsonb, start int,
        "end" int, quote text, sentence int, rule text, why text, confidence float8, fingerprint text, ordinal int,
        part_of uuid, attributed_by uuid[], source_name text)
    ), before AS (
      SELECT DISTINCT ON (fingerprint, ordinal) fingerprint, ordinal, state, claim_id, edited, decided_by_id, decided_at
      FROM suggestions WHERE article_id = ${articleId}::uuid AND revision < ${number}
        AND fingerprint IN (SELECT fingerprint FROM found)
      ORDER BY fingerprint, ordinal, revision DESC
    )
    INSERT INTO suggestions AS s (id, article_id, revision, kind, details, start, "end", quote, sentence, rule, why,
      confidence, fingerprint, ordinal, part_of, attributed_by, source_name, state, claim_id, edited, carried,
      decided_by_id, decided_at)
    SELECT f.id, ${articleId}::uuid, ${number}, f.kind, f.details, f.start, f."end", f.quote, f.sentence, f.rule, f.why,
      f.confidence, f.fingerprint, f.ordinal, f.part_of, f.attributed_by, f.source_name,
      COALESCE(before.state, 'open'), before.claim_id, COALESCE(before.edited, false),
      COALESCE(before.state, 'open') <> 'open', before.decided_by_id, before.decided_at
    FROM found f LEFT JOIN before USING (fingerprint, ordinal)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, details = excluded.details, start = excluded.start,
      "end" = excluded."end", quote = excluded.quote, sentence = excluded.sentence, rule = excluded.rule,
      why = excluded.why, confidence = excluded.confidence, part_of = excluded.part_of,
      attributed_by = excluded.attributed_by, source_name = excluded.source_name`;
}
