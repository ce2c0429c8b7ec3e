/** Claims as reviews for the web: the rows, the files and the check before them. */
import type { CheckClaimReviews, Publisher } from '../../contract/claim-review.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { ExportFormat } from '../../contract/formats.ts';
import { type Database, Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import {
  claimReview,
  gapsOf,
  isRequired,
  REVIEW_FORMS,
  type ReviewFormat,
  ReviewRow,
} from '../../domain/exchange/claim-review.ts';
import { EXPORT_ORDER } from './claim-cells.ts';
import { claimsAsked, type ExportQuery, UNQUOTED, withDefaults } from './exports.queries.ts';
import { inlined } from './inline-values.ts';
import { lines } from './lines.ts';
import type { Rows } from './writers.ts';

type User = { readonly id: string };

export const isReview = (format: ExportFormat): format is ReviewFormat => format in REVIEW_FORMS;

/** Of a claim `c` of a story `a`: what a review cannot do without. What is left out was not handed out either. */
export const PUBLISHABLE: Types.Sql = Prisma.sql`a.source_url ~* '^https?://' AND EXISTS (
  SELECT 1 FROM verdicts given WHERE given.id = c.verdict_id AND given.expired_at IS NULL AND given.verdict <> 'waived')`;

/** A confidential source is nobody whom a page names. */
const SAID_BY = Prisma.raw(`(
  SELECT json_build_object('name', known.name, 'kind', known.kind)
  FROM claim_attributions l
  JOIN claims said ON said.id = l.attribution_id AND said.kind = 'attribution' AND said.withdrawn_at IS NULL
  JOIN placements place ON place.claim_id = said.id AND place.revision = said.placed_revision
  JOIN sources known ON known.id = (said.details ->> 'sourceId')::uuid AND NOT known.confidential
  WHERE l.claim_id = c.id ORDER BY place.start, known.id LIMIT 1)`);

function reviewRows(user: User, query: ExportQuery, only: Types.Sql): Types.Sql {
  return Prisma.sql`
    SELECT c.id AS claim_id, a.id AS story_id, a.title AS story_title, a.source_url AS story_url,
      iso_time(a.published_at) AS story_published_at, a.language, p.quote, c.summary, v.verdict, v.correction,
      iso_time(COALESCE(w.at, v.at)) AS checked_at, ${SAID_BY} AS said_by
    FROM claims c JOIN articles a ON a.id = c.article_id
    JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    LEFT JOIN verdicts v ON v.id = c.verdict_id AND v.expired_at IS NULL
    LEFT JOIN reviews w ON w.id = c.review_id
    WHERE ${claimsAsked(user, query)} AND ${only} ORDER BY ${Prisma.raw(EXPORT_ORDER)}`;
}

/** The file in one of its three forms. */
export async function* claimReviews(
  rows: Rows,
  user: User,
  query: ExportQuery,
  { format, publisher, origin }: { format: ReviewFormat; publisher: Publisher; origin: string },
): AsyncGenerator<string> {
  const form = REVIEW_FORMS[format];
  const statement = `COPY (SELECT row_to_json(r)::text FROM (${inlined(reviewRows(user, query, PUBLISHABLE))}) r) TO STDOUT WITH (${UNQUOTED})`;
  let begun = false;
  for await (const line of lines(rows.copy(statement))) {
    const review = claimReview(ReviewRow.parse(JSON.parse(line)), publisher, origin);
    if (review === null) continue;
    yield `${begun ? ',\n' : form.head}${form.item(review)}`;
    begun = true;
  }
  yield `${begun ? '\n' : form.head}${form.tail}`;
}

/** So many are told of one by one. */
const TOLD = 200;

export async function checkClaimReviews(
  { prisma }: Pick<Database, 'prisma'>,
  user: User,
  asked: ExportQuery,
  publisher: Publisher,
): Promise<AnswerOf<typeof CheckClaimReviews>> {
  const query = withDefaults(asked);
  const counted = (only: Types.Sql) => prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM claims c JOIN articles a ON a.id = c.article_id
    WHERE ${claimsAsked(user, query)} AND ${only}`;
  const told = async (only: Types.Sql, limit: number) =>
    (await prisma.$queryRaw<unknown[]>`${reviewRows(user, query, only)} LIMIT ${limit}`).map((row) =>
      ReviewRow.parse(row),
    );
  const [[complete], [leftOut], without] = await Promise.all([
    counted(PUBLISHABLE),
    counted(Prisma.sql`NOT (COALESCE(${PUBLISHABLE}, FALSE))`),
    told(Prisma.sql`NOT (COALESCE(${PUBLISHABLE}, FALSE))`, TOLD),
  ]);
  const others = without.length < TOLD ? await told(PUBLISHABLE, TOLD - without.length) : [];
  const items = [...without, ...others].flatMap((row) => {
    const gaps = gapsOf(row, publisher);
    const item = { claimId: row.claim_id, articleId: row.story_id, quote: row.quote };
    const [missing, wanting] = [gaps.filter(isRequired), gaps.filter((gap) => !isRequired(gap))];
    return gaps.length === 0 ? [] : [{ ...item, missing, wanting }];
  });
  return { complete: complete?.count ?? 0, leftOut: leftOut?.count ?? 0, items };
}
