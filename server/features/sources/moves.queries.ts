/**
 * Claims that name an entry of the register: found and moved in sets, those of every story, withdrawn ones included.
 *
 * A merge speaks of the register, not of stories, so it also moves what stands in stories that whoever merges may not
 * see. Nothing about them is answered: neither what was moved nor how much.
 */
import { Prisma, type Tx } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';

type Sql = Types.Sql;

/** A place of `source_moves` in a claim's details. */
const SAID_BY = -1;

/** Claims that name an entry anywhere, through the two indexes that there are for it. */
const naming = (id: string): Sql => Prisma.sql`(
  SELECT id, article_id, source_id, details FROM claims WHERE source_id = ${id}
  UNION SELECT id, article_id, source_id, details FROM claims
  WHERE via_source_ids <> '[]' AND via_source_ids @> ${JSON.stringify([id])}::jsonb)`;

/** Places at which claims name an entry, each a row `claim_id, place`. */
const placesOf = (id: string): Sql => Prisma.sql`
  SELECT c.id AS claim_id, ${SAID_BY}::int AS place FROM ${naming(id)} c WHERE c.source_id = ${id}
  UNION ALL
  SELECT c.id, (step.n - 1)::int FROM ${naming(id)} c,
    jsonb_array_elements(COALESCE(c.details -> 'via', '[]')) WITH ORDINALITY AS step (through, n)
  WHERE step.through ->> 'sourceId' = ${id}`;

/** Stories in which an entry is named. */
export async function selectStoriesNaming(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT c.article_id AS id FROM ${naming(id)} c`;
  return rows.map((row) => row.id);
}

/** Stories in which the merge of an entry moved something. */
export async function selectStoriesMoved(tx: Tx, sourceId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c.article_id AS id FROM source_moves m JOIN claims c ON c.id = m.claim_id
    WHERE m.source_id = ${sourceId}::uuid`;
  return rows.map((row) => row.id);
}

/** Lock stories in the order of their ids, as whoever else locks more than one does. */
export async function lockStories(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM articles WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}

interface Move {
  readonly from: string;
  readonly into: string;
}

/**
 * Let everything that names one entry name another, and remember each place.
 *
 * The stories have to be locked.
 *
 * @returns the claims that were changed, by story
 */
export async function moveAll(tx: Tx, { from, into }: Move): Promise<Map<string, string[]>> {
  await tx.$executeRaw`
    INSERT INTO source_moves (source_id, claim_id, place)
    SELECT ${from}::uuid, p.claim_id, p.place FROM (${placesOf(from)}) p`;
  return moveRemembered(tx, from, { from, into });
}

/**
 * Let what the merge of an entry moved name it again, where that place names the survivor still; then forget it.
 *
 * @returns the claims that were changed, by story
 */
export async function moveBack(tx: Tx, sourceId: string, survivor: string): Promise<Map<string, string[]>> {
  const changed = await moveRemembered(tx, sourceId, { from: survivor, into: sourceId });
  await tx.sourceMove.deleteMany({ where: { sourceId } });
  return changed;
}

/** Where a remembered place is another's by now, it is left alone. */
async function moveRemembered(
  tx: Tx,
  sourceId: string,
  { from, into }: Move,
): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ id: string; articleId: string }[]>`
    WITH places AS (
      SELECT m.claim_id, array_agg(m.place) AS places FROM source_moves m JOIN claims c ON c.id = m.claim_id
      WHERE m.source_id = ${sourceId}::uuid AND ${from} = CASE WHEN m.place = ${SAID_BY}
        THEN c.details ->> 'sourceId' ELSE c.details -> 'via' -> m.place ->> 'sourceId' END
      GROUP BY m.claim_id
    )
    UPDATE claims c SET version = c.version + 1, details = c.details
      || CASE WHEN ${SAID_BY} = ANY(p.places) THEN jsonb_build_object('sourceId', ${into}::text) ELSE '{}' END
      || CASE WHEN p.places <> ARRAY[${SAID_BY}::int] THEN jsonb_build_object('via', (
           SELECT jsonb_agg(CASE WHEN step.n - 1 = ANY(p.places)
             THEN step.through || jsonb_build_object('sourceId', ${into}::text) ELSE step.through END ORDER BY step.n)
           FROM jsonb_array_elements(c.details -> 'via') WITH ORDINALITY AS step (through, n))) ELSE '{}' END
    FROM places p WHERE c.id = p.claim_id
    RETURNING c.id, c.article_id AS "articleId"`;
  const changed = new Map<string, string[]>();
  for (const { id, articleId } of rows.sort((a, b) => (a.id < b.id ? -1 : 1)))
    changed.set(articleId, [...(changed.get(articleId) ?? []), id]);
  return changed;
}

/** The entry that another one was merged into, directly or by way of others: itself where it was not. */
export async function selectSurvivor(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT id, merged_into_id FROM sources WHERE id = ${id}::uuid
      UNION ALL SELECT s.id, s.merged_into_id FROM sources s JOIN up ON s.id = up.merged_into_id
    )
    SELECT id FROM up WHERE merged_into_id IS NULL`;
  return row?.id ?? id;
}
