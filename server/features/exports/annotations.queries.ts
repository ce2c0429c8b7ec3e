/** Claims to annotate, by their place in a list that only grows at its end: oldest first. */
import { z } from 'zod';
import type { Claim } from '../../contract/claims.ts';
import { Id } from '../../contract/common.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import type { Actor } from '../../domain/claims/permissions.ts';
import { codePointsBefore } from '../../domain/exchange/code-points.ts';
import { type Annotated, annotationsOf } from '../../domain/exchange/web-annotation.ts';
import { selectRevision } from '../articles/revisions.ts';
import { CLAIM_JOINS, LISTED_CLAIM_JSON, readerOf } from '../claims/claim-json.ts';
import { presentComment } from '../comments/comments.presenter.ts';
import { selectCommentsOf } from '../comments/comments.queries.ts';
import { presentCitation } from '../evidence/evidence.presenter.ts';
import { selectCitationsOf } from '../evidence/evidence.queries.ts';
import { NAMED_PEOPLE } from '../people/named-people.ts';
import { claimsAsked, type ExportQuery } from './exports.queries.ts';

/** A claim's time, in milliseconds up to the end of the year 9999, and its id. */
export const Place = z.tuple([z.int().min(0).max(253_402_300_799_999), Id]);
export type Place = z.infer<typeof Place>;

interface PlaceRow {
  readonly id: string;
  readonly at: Date;
}

const placeOf = (row: PlaceRow | undefined): Place | null =>
  row === undefined ? null : [row.at.getTime(), row.id];

const asKey = ([at, id]: Place): Types.Sql => Prisma.sql`(to_timestamp(${at / 1000}::float8), ${id}::uuid)`;
const ASKED = Prisma.sql`claims c JOIN articles a ON a.id = c.article_id`;

/** How many claims and annotations there are, and how many annotations up to a place. */
export async function countAnnotations(
  db: Queryable,
  user: Actor,
  query: ExportQuery,
  after: Place | null,
): Promise<{ claims: number; total: number; before: number }> {
  const isBefore = after === null ? Prisma.sql`FALSE` : Prisma.sql`(at, id) <= ${asKey(after)}`;
  const [counts] = await db.$queryRaw<{ claims: number; total: number; before: number }[]>`
    SELECT count(*)::int AS claims, COALESCE(sum(all_of), 0)::int AS total,
      COALESCE(sum(all_of) FILTER (WHERE ${isBefore}), 0)::int AS before
    FROM (SELECT c.created_at AS at, c.id,
        1 + (SELECT count(*) FROM comments t WHERE t.claim_id = c.id AND t.withdrawn_at IS NULL) AS all_of
      FROM ${ASKED} WHERE ${claimsAsked(user, query)}) counted`;
  return counts ?? { claims: 0, total: 0, before: 0 };
}

/** The places of the next claims. */
export async function selectPlaces(
  db: Queryable,
  user: Actor,
  query: ExportQuery,
  { after, limit }: { readonly after: Place | null; readonly limit: number },
): Promise<Place[]> {
  const rows = await db.$queryRaw<PlaceRow[]>`
    SELECT c.id, c.created_at AS at FROM ${ASKED} WHERE ${claimsAsked(user, query)}
      ${after === null ? Prisma.empty : Prisma.sql`AND (c.created_at, c.id) > ${asKey(after)}`}
    ORDER BY c.created_at, c.id LIMIT ${limit}`;
  return rows.map(({ id, at }) => [at.getTime(), id]);
}

/** The place some claims back from one, itself counted as one; null where the list begins before. */
export async function selectPlaceBack(
  db: Queryable,
  user: Actor,
  query: ExportQuery,
  { from, back }: { readonly from: Place; readonly back: number },
): Promise<Place | null> {
  const [row] = await db.$queryRaw<PlaceRow[]>`
    SELECT c.id, c.created_at AS at FROM ${ASKED}
    WHERE ${claimsAsked(user, query)} AND (c.created_at, c.id) <= ${asKey(from)}
    ORDER BY c.created_at DESC, c.id DESC OFFSET ${back} LIMIT 1`;
  return placeOf(row);
}

/** The place of the last of the first `number` claims; null for none. */
export async function selectPlaceAt(
  db: Queryable,
  user: Actor,
  query: ExportQuery,
  number: number,
): Promise<Place | null> {
  if (number <= 0) return null;
  const [row] = await db.$queryRaw<PlaceRow[]>`
    SELECT c.id, c.created_at AS at FROM ${ASKED} WHERE ${claimsAsked(user, query)}
    ORDER BY c.created_at, c.id OFFSET ${number - 1} LIMIT 1`;
  return placeOf(row);
}

type ListedClaim = Claim & { readonly article: { readonly title: string } };

/**
 * The annotations of some claims, in this order, each with those of its comments.
 *
 * What is read of them is of one moment only where `db` is a transaction that sees one.
 */
export async function selectAnnotations(
  db: Queryable,
  user: Actor,
  claimIds: readonly string[],
  origin: string,
): Promise<ReturnType<typeof annotationsOf>> {
  const rows = await db.$queryRaw<{ body: string; language: string }[]>`
    SELECT ${LISTED_CLAIM_JSON}::text AS body, a.language
    FROM ${readerOf(user)}, unnest(${claimIds}::uuid[]) WITH ORDINALITY asked (id, n)
      JOIN claims c ON c.id = asked.id JOIN articles a ON a.id = c.article_id ${CLAIM_JOINS} ORDER BY asked.n`;
  const citations = grouped(await selectCitationsOf(db, user, claimIds));
  const comments = grouped(await selectCommentsOf(db, user, claimIds));
  const claims = rows.map(({ body, language }) => {
    const claim: ListedClaim = JSON.parse(body);
    return { claim, language };
  });
  const names = await selectNames(db, [
    ...claims.flatMap(({ claim }) => [claim.createdBy, claim.verdict?.by, claim.review?.by]),
    ...[...citations.values(), ...comments.values()].flat().map(({ createdBy }) => createdBy),
  ]);
  const annotations: ReturnType<typeof annotationsOf> = [];
  const pointsIn = new Map<string, Annotated['points']>();
  for (const { claim, language } of claims) {
    const { text } = await selectRevision(db, claim.articleId, claim.revision);
    const revision = `${claim.articleId}/${claim.revision}`;
    const points = pointsIn.get(revision) ?? codePointsBefore(text);
    pointsIn.set(revision, points);
    const annotated: Annotated = {
      ...{ claim, language, title: claim.article.title, origin, names },
      ...{ text, points },
      citations: (citations.get(claim.id) ?? []).map((row) => presentCitation(row, user)),
      comments: (comments.get(claim.id) ?? []).map((row) => presentComment(row, user)),
    };
    annotations.push(...annotationsOf(annotated));
  }
  return annotations;
}

function grouped<T extends { readonly claimId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.claimId, [...(groups.get(row.claimId) ?? []), row]);
  return groups;
}

async function selectNames(
  db: Queryable,
  ids: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM ${NAMED_PEOPLE} named WHERE id = ANY(${known}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
