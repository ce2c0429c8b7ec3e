/** A claim as the API shows it, built by PostgreSQL: the one presenter for single claims, lists and answers to writes. */
import type { Pool } from 'pg';
import { ArticleStatus } from '../../contract/articles.ts';
import type { Claim, ListArticleClaims } from '../../contract/claims.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import { Role } from '../../contract/people.ts';
import { Refusal } from '../../contract/problem.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { claimActionTable, OUTGROWN } from '../../domain/claims/permissions.ts';
import { visibleTo } from '../articles/access.ts';
import { answersFor } from '../people/named-people.ts';

type Sql = Types.Sql;

/** Who reads: the answer says what they may do. */
export interface ClaimReader {
  readonly id: string;
  readonly role: Role;
}

/**
 * What a claim `c` is made of beside its row, under the names that `CLAIM_JSON` uses. It needs `a.status` of its story
 * and `readerOf` as well: whoever uses it joins both.
 *
 * Verdicts and reviews are looked up one by one (the limit is what makes PostgreSQL do so): for the claims of one story
 * it would rather read all reviews there are, which takes longer the more stories there are.
 */
export const CLAIM_JOINS = Prisma.raw(`
  JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
  JOIN sentences s ON s.article_id = c.article_id AND s.revision = p.revision AND s.number = p.sentence
  LEFT JOIN LATERAL (SELECT * FROM verdicts WHERE id = c.verdict_id LIMIT 1) v ON TRUE
  LEFT JOIN LATERAL (SELECT * FROM reviews WHERE id = c.review_id LIMIT 1) w ON TRUE`);

/**
 * True where the verdict `v` is the reader's, or came with a story that they brought in. Most people never brought one in:
 * for them nothing is looked up.
 */
export const OWN_VERDICT = `CASE WHEN reader.brought THEN ${answersFor('reader.me', 'v.by_id')} ELSE v.by_id = reader.me END`;

/**
 * The pairs of the contract's `Claim`, for `json_build_object`.
 *
 * `can` is looked up in a table that the domain made, so that the rule stands in one place.
 */
const CLAIM_PAIRS = `
  'id', c.id, 'articleId', c.article_id, 'revision', p.revision, 'sentence', p.sentence, 'version', c.version,
  'span', json_build_object('start', p.start, 'end', p."end", 'quote', p.quote), 'sentenceText', s.text,
  'sentenceStart', s.start,
  'kind', c.kind, 'status', c.status, 'summary', c.summary, 'assigneeId', c.assignee_id,
  'createdBy', c.created_by_id, 'createdAt', iso_time(c.created_at), 'details', c.details, 'outgrown', c.outgrown,
  'attributionIds', COALESCE((SELECT json_agg(l.attribution_id ORDER BY l.attribution_id)
                              FROM claim_attributions l WHERE l.claim_id = c.id), '[]'),
  'sameFactAs', c.same_fact_as_id,
  'verdict', CASE WHEN v.id IS NOT NULL THEN json_build_object(
    'verdict', v.verdict, 'reason', v.reason, 'correction', v.correction, 'by', v.by_id, 'at', iso_time(v.at),
    'expired', CASE WHEN v.expired_at IS NOT NULL THEN
      json_build_object('at', iso_time(v.expired_at), 'reasons', v.expired_reasons) END,
    'confirms', CASE WHEN v.confirms_id IS NOT NULL THEN (
      -- Back from one verdict to the one that it confirms. Each is older than the next, so that it ends.
      WITH RECURSIVE confirmed (id, by_id, at, confirms_id, times) AS (
        SELECT f.id, f.by_id, f.at, f.confirms_id, 1 FROM verdicts f WHERE f.id = v.confirms_id
        UNION ALL
        SELECT f.id, f.by_id, f.at, f.confirms_id, l.times + 1 FROM confirmed l JOIN verdicts f ON f.id = l.confirms_id
      )
      SELECT json_build_object('by', l.by_id, 'at', iso_time(l.at), 'times', o.times,
        'first', json_build_object('by', o.by_id, 'at', iso_time(o.at)))
      FROM confirmed l, confirmed o WHERE l.times = 1 AND o.confirms_id IS NULL) END) END,
  'review', CASE WHEN w.id IS NOT NULL THEN json_build_object(
    'decision', w.decision, 'reasonCode', w.reason_code, 'note', w.note, 'by', w.by_id, 'at', iso_time(w.at),
    'reopened', CASE WHEN w.reopened_at IS NOT NULL THEN json_build_object('at', iso_time(w.reopened_at)) END) END,
  'citationCount', c.citation_count, 'openComments', c.open_comments,
  'can', reader.can -> (a.status || ':' || c.status || CASE WHEN v.confirmable THEN ':confirmable'
    WHEN ${OWN_VERDICT} THEN ':own' ELSE '' END
    || CASE WHEN c.outgrown @> '{"settled": false}' THEN '${OUTGROWN}' ELSE '' END)`;

/** SQL for the contract's `Claim`. */
export const CLAIM_JSON = Prisma.raw(`json_build_object(${CLAIM_PAIRS})`);
/** SQL for the contract's `ListedClaim`. */
export const LISTED_CLAIM_JSON = Prisma.raw(`json_build_object(${CLAIM_PAIRS},
  'article', json_build_object('id', a.id, 'title', a.title))`);

/** What each role may do with a claim, by the story's status and the claim's: JSON for `reader.can`. */
const ACTIONS: ReadonlyMap<Role, string> = new Map(
  Role.options.map((role) => [
    role,
    JSON.stringify(
      Object.fromEntries(
        ArticleStatus.options.flatMap((status) =>
          Object.entries(claimActionTable({ role }, status)).map(([key, can]) => [`${status}:${key}`, can]),
        ),
      ),
    ),
  ]),
);

/** The tables' `reader`: one row with who reads and what they may do. */
export const readerOf = (user: ClaimReader): Sql =>
  Prisma.sql`(SELECT ${user.id}::uuid AS me, ${ACTIONS.get(user.role) ?? '{}'}::jsonb AS can,
    EXISTS (SELECT FROM story_people WHERE brought_by_id = ${user.id}::uuid) AS brought) reader`;

const oneClaim = (user: ClaimReader, claimId: string): Sql => Prisma.sql`
  SELECT ${CLAIM_JSON}::text AS body FROM ${readerOf(user)}, claims c JOIN articles a ON a.id = c.article_id ${CLAIM_JOINS}
  WHERE c.id = ${claimId}::uuid AND ${visibleTo(user)}`;

/**
 * One claim, as `GET /api/claims/:claimId` answers.
 *
 * @throws Refusal NOT_FOUND also where its story is not for this person
 */
export async function selectClaim(db: Queryable, user: ClaimReader, claimId: string): Promise<Claim> {
  const claim: Claim = JSON.parse(await selectClaimBody(db, user, claimId));
  return claim;
}

/** Those of these claims that are there for this person, by id. */
export async function selectClaims(
  db: Queryable,
  user: ClaimReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Claim>> {
  const [row] = await db.$queryRaw<Body[]>`
    SELECT COALESCE(json_agg(${CLAIM_JSON}), '[]')::text AS body
    FROM ${readerOf(user)}, claims c JOIN articles a ON a.id = c.article_id ${CLAIM_JOINS}
    WHERE c.id = ANY(${ids}::uuid[]) AND ${visibleTo(user)}`;
  const claims: Claim[] = JSON.parse(row?.body ?? '[]');
  return new Map(claims.map((claim) => [claim.id, claim]));
}

/** One as JSON text, inside a transaction. */
export async function selectClaimBody(db: Queryable, user: ClaimReader, claimId: string): Promise<string> {
  return bodyOf(await db.$queryRaw<Body[]>(oneClaim(user, claimId)));
}

/** The same as JSON text, past Prisma: what routes answer with. */
export async function selectClaimText(pool: Pool, user: ClaimReader, claimId: string): Promise<string> {
  return bodyOf(await ask(pool, 'claim', oneClaim(user, claimId)));
}

/**
 * All claims of a story, as `GET /api/articles/:articleId/claims` answers: the whole body as JSON text, in the order
 * of the text, with the head of the same moment. Null where the story is not there for this person: `absenceOf` says why.
 */
export async function selectArticleClaimsText(
  pool: Pool,
  user: ClaimReader,
  articleId: string,
  filters: QueryOf<typeof ListArticleClaims> = {},
): Promise<string | null> {
  const query = Prisma.sql`
    SELECT json_build_object('items', COALESCE(
      (SELECT json_agg(${CLAIM_JSON} ORDER BY p.start, p."end" DESC, c.id) FROM claims c ${CLAIM_JOINS}
       WHERE c.article_id = a.id AND (${filters.kind ?? null}::"ClaimKind" IS NULL OR c.kind = ${filters.kind ?? null}::"ClaimKind")
         AND (${filters.status ?? null}::"ClaimStatus" IS NULL OR c.status = ${filters.status ?? null}::"ClaimStatus")), '[]'),
      'head', a.head)::text AS body
    FROM ${readerOf(user)}, articles a WHERE a.id = ${articleId}::uuid AND ${visibleTo(user)}`;
  const [row] = await ask(pool, 'article-claims', query);
  return row?.body ?? null;
}

interface Body {
  readonly body: string;
}

/** Ask past Prisma, by a statement that PostgreSQL plans once per connection: one name, one text. */
async function ask(pool: Pool, name: string, { text, values }: Sql): Promise<Body[]> {
  return (await pool.query<Body>({ name, text, values })).rows;
}

function bodyOf([row]: readonly Body[]): string {
  if (row === undefined) throw new Refusal('NOT_FOUND');
  return row.body;
}
