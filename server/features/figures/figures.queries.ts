/** All that the ledger of a story looks at, in a fixed number of statements however many claims there are. */
import type { BlockRole } from '../../contract/articles.ts';
import type { ClaimStatus, KindAndDetails } from '../../contract/claims.ts';
import type { Queryable } from '../../database/client.ts';
import type { LedgerClaim, LedgerSource, LedgerStory } from '../../domain/figures/ledger/model.ts';
import { absenceOf, visibleTo } from '../articles/access.ts';

export interface StoryToAdd {
  readonly revision: number;
  readonly head: number;
  readonly story: LedgerStory;
}

/**
 * A story with what its ledger looks at.
 *
 * The head is read first: what is read after it may be newer, which its events will tell.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person
 */
export async function selectStoryToAdd(
  db: Queryable,
  user: { readonly id: string },
  articleId: string,
): Promise<StoryToAdd> {
  const [found] = await db.$queryRaw<StoryRow[]>`
    SELECT a.head, a.language, a.published_at AS "publishedAt", a.current_revision AS revision
    FROM articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`;
  if (found === undefined) throw await absenceOf(db, user, articleId);
  const { revision, head, language, publishedAt } = found;
  const sentences = await selectSentences(db, articleId, revision);
  const claims = await selectClaims(db, articleId, revision, sentences);
  const sources = await selectSources(db, claims);
  return {
    revision,
    head,
    story: { language, publishedAt: publishedAt?.toISOString() ?? null, claims, sources },
  };
}

interface StoryRow {
  readonly head: number;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly revision: number;
}

interface SentenceRow {
  readonly number: number;
  readonly start: number;
  readonly text: string;
  readonly role: BlockRole;
}

/** Sentences in which claims begin, each once: a long one may have thousands. */
async function selectSentences(
  db: Queryable,
  articleId: string,
  revision: number,
): Promise<ReadonlyMap<number, SentenceRow>> {
  const rows = await db.$queryRaw<SentenceRow[]>`
    SELECT s.number, s.start, s.text, r.blocks -> s.block ->> 'role' AS role
    FROM sentences s JOIN revisions r ON r.article_id = s.article_id AND r.number = s.revision
    WHERE s.article_id = ${articleId}::uuid AND s.revision = ${revision}::int AND s.number IN (
      SELECT p.sentence FROM claims c JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
      WHERE c.article_id = ${articleId}::uuid AND p.revision = ${revision}::int)`;
  return new Map(rows.map((row) => [row.number, row]));
}

type ClaimRow = KindAndDetails & {
  readonly id: string;
  readonly status: ClaimStatus;
  readonly sameFactAs: string | null;
  readonly attributionIds: string[];
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly sentence: number;
};

/**
 * Those whose words stand in this revision: neither withdrawn nor orphaned. What a newer text says of them holds as soon as
 * it has come, until a person says that it does not: the ledger adds up what is printed.
 */
async function selectClaims(
  db: Queryable,
  articleId: string,
  revision: number,
  sentences: ReadonlyMap<number, SentenceRow>,
): Promise<LedgerClaim[]> {
  const rows = await db.$queryRaw<ClaimRow[]>`
    SELECT c.id, c.kind, c.status, c.same_fact_as_id AS "sameFactAs",
      CASE WHEN c.outgrown @> '{"settled": false}' THEN c.details || (c.outgrown -> 'offered') ELSE c.details END AS details,
      ARRAY(SELECT l.attribution_id FROM claim_attributions l WHERE l.claim_id = c.id) AS "attributionIds",
      p.start, p."end", p.quote, p.sentence
    FROM claims c JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    WHERE c.article_id = ${articleId}::uuid AND p.revision = ${revision}::int
      AND c.status NOT IN ('withdrawn', 'orphaned') AND c.kind IN ('casualty_count', 'attribution', 'fact')`;
  return rows.flatMap(({ start, end, quote, ...claim }) => {
    const sentence = sentences.get(claim.sentence);
    if (sentence === undefined) return [];
    const { text: sentenceText, start: sentenceStart, role } = sentence;
    return [{ ...claim, span: { start, end, quote }, sentenceText, sentenceStart, role }];
  });
}

/** Entries of the register that attributions name. The name of a confidential one is its printed description. */
async function selectSources(
  db: Queryable,
  claims: readonly LedgerClaim[],
): Promise<ReadonlyMap<string, LedgerSource>> {
  const named = claims.flatMap((claim) => (claim.kind === 'attribution' ? [claim.details.sourceId] : []));
  const ids = [...new Set(named.filter((id) => id !== null))];
  const rows = await db.$queryRaw<(LedgerSource & { id: string })[]>`
    SELECT s.id, s.name, s.confidential FROM sources s WHERE s.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name, confidential }) => [id, { name, confidential }]));
}
