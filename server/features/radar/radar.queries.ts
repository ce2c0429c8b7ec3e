/** What left the desk, and what of it is no longer so. */
import { z } from 'zod';
import { Id } from '../../contract/common.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { ClaimReach, ListRadar, RadarEntry } from '../../contract/radar.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { forEyesOf } from '../articles/access.ts';
import { NAMED_PEOPLE } from '../people/named-people.ts';

type Sql = Types.Sql;
interface Reader {
  readonly id: string;
}

/** Where a page ended: when the last verdict did, in milliseconds, and its id. */
export const Place = z.tuple([z.int().min(0).max(253_402_300_799_999), Id]);
export type Place = z.infer<typeof Place>;

/** An entry without what is found by its words. */
export type EntryRow = Omit<RadarEntry, 'stories' | 'moreStories' | 'can'> & {
  /** A BCP 47 tag, of its story. */
  readonly language: string;
};

const MOST_EXPORTS = 20;

/** The files that carried the verdict of `e`, or one that it confirmed: by their stories, each a list of what it carried. */
const CARRIED = Prisma.sql`export_stories x WHERE x.article_id = e.article_id AND x.verdict_ids && e.verdict_ids`;

/** What a file `o`, made by `maker`, says of a claim in `x`. */
const carried = (claimId: Sql, more: Sql = Prisma.empty): Sql => Prisma.sql`json_build_object(
  'id', o.id, 'kind', o.kind, 'format', o.format, 'by', json_build_object('id', maker.id, 'name', maker.name),
  'at', iso_time(o.at), 'sha256', encode(o.sha256, 'hex'),
  'version', x.versions[array_position(x.claim_ids, ${claimId})],
  'status', x.statuses[array_position(x.claim_ids, ${claimId})] ${more})`;

interface Asked extends Pick<QueryOf<typeof ListRadar>, 'told' | 'articleId' | 'limit'> {
  readonly place: Place | null;
  /** One entry alone. */
  readonly verdictId?: string;
}

/**
 * Verdicts that ended and were handed out before, newest first; also of stories that lie in the bin: what was printed stays
 * printed.
 *
 * Chosen by the ends alone, each looked up among the files that carried its story (by a query of its own, and not by
 * EXISTS: PostgreSQL would rather read all files there are); only the page's own are then joined.
 */
export function radarQuery(user: Reader, { told, articleId, limit, place, verdictId }: Asked): Sql {
  const all: Sql[] = [Prisma.sql`e.how <> 'confirmed'`, forEyesOf(user)];
  if (told !== undefined) all.push(told ? Prisma.sql`e.told_at IS NOT NULL` : Prisma.sql`e.told_at IS NULL`);
  if (articleId !== undefined) all.push(Prisma.sql`e.article_id = ${articleId}::uuid`);
  if (verdictId !== undefined) all.push(Prisma.sql`e.verdict_id = ${verdictId}::uuid`);
  if (place !== null)
    all.push(
      Prisma.sql`(e.at, e.verdict_id) < (to_timestamp(${place[0] / 1000}::float8), ${place[1]}::uuid)`,
    );
  return Prisma.sql`
    SELECT json_build_object('verdictId', e.verdict_id, 'quote', e.quote, 'how', e.how, 'at', iso_time(e.at),
      'by', json_build_object('id', ender.id, 'name', ender.name), 'verdict', ended.verdict, 'language', a.language,
      'article', json_build_object('id', a.id, 'title', a.title, 'withdrawn', a.withdrawn_at IS NOT NULL),
      'claim', json_build_object('id', c.id, 'kind', c.kind, 'status', c.status, 'quote', COALESCE(p.quote, ''),
        'verdict', v.verdict, 'correction', v.correction),
      'told', CASE WHEN e.told_at IS NOT NULL THEN json_build_object('at', iso_time(e.told_at),
        'by', json_build_object('id', teller.id, 'name', teller.name)) END,
      'exportCount', (SELECT count(*) FROM ${CARRIED}),
      'exports', (SELECT json_agg(file ORDER BY at DESC, id DESC) FROM (
        SELECT o.at, o.id, ${carried(Prisma.sql`e.claim_id`)} AS file
        FROM export_stories x JOIN exports o ON o.id = x.export_id JOIN users maker ON maker.id = o.by_id
        WHERE x.article_id = e.article_id AND x.verdict_ids && e.verdict_ids
        ORDER BY o.at DESC, o.id DESC LIMIT ${MOST_EXPORTS}) newest)) AS entry
    FROM (
      SELECT e.* FROM verdict_ends e JOIN articles a ON a.id = e.article_id
      WHERE ${Prisma.join(all, ' AND ')} AND (SELECT TRUE FROM ${CARRIED} LIMIT 1)
      ORDER BY e.at DESC, e.verdict_id DESC LIMIT ${limit}
    ) e JOIN articles a ON a.id = e.article_id JOIN claims c ON c.id = e.claim_id
    LEFT JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
    JOIN verdicts ended ON ended.id = e.verdict_id JOIN ${NAMED_PEOPLE} ender ON ender.id = e.by_id
    LEFT JOIN ${NAMED_PEOPLE} teller ON teller.id = e.told_by_id
    LEFT JOIN verdicts v ON v.id = c.verdict_id AND v.expired_at IS NULL
    ORDER BY e.at DESC, e.verdict_id DESC`;
}

export async function selectEntries(db: Queryable, user: Reader, asked: Asked): Promise<EntryRow[]> {
  const rows = await db.$queryRaw<{ entry: EntryRow }[]>(radarQuery(user, asked));
  return rows.map(({ entry }) => entry);
}

const MOST_FILES = 50;

export type ReachRow = Pick<ClaimReach, 'exports'> & {
  readonly articleId: string;
  readonly quote: string;
  readonly language: string;
};

/**
 * The files that carried a claim. One counts as changed where the verdict that it carried ended, where it said that the
 * claim was passed and it no longer is, or where the claim or its story was withdrawn.
 */
export function reachQuery(user: Reader, claimId: string): Sql {
  return Prisma.sql`
    WITH claim AS (
      SELECT c.id, c.article_id, c.status = 'withdrawn' OR a.withdrawn_at IS NOT NULL AS gone, c.status, COALESCE(p.quote, '') AS quote, a.language
      FROM claims c JOIN articles a ON a.id = c.article_id
      LEFT JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
      WHERE c.id = ${claimId}::uuid AND ${forEyesOf(user)}
    ), files AS (
      SELECT x.*, claim.gone
        OR (x.statuses[array_position(x.claim_ids, claim.id)] = 'passed' AND claim.status <> 'passed')
        OR EXISTS (SELECT 1 FROM verdict_ends e WHERE e.claim_id = claim.id AND e.how <> 'confirmed'
             AND x.verdict_ids[array_position(x.claim_ids, claim.id)] = ANY(e.verdict_ids)) AS changed
      FROM claim JOIN export_stories x ON x.article_id = claim.article_id AND claim.id = ANY(x.claim_ids)
    )
    SELECT claim.article_id AS "articleId", claim.quote, claim.language, json_build_object(
      'total', (SELECT count(*) FROM files), 'changed', (SELECT count(*) FROM files WHERE changed),
      'items', COALESCE((SELECT json_agg(file ORDER BY at DESC, id DESC) FROM (
        SELECT o.at, o.id, ${carried(Prisma.sql`claim.id`, Prisma.sql`, 'changed', x.changed`)} AS file
        FROM files x JOIN exports o ON o.id = x.export_id JOIN users maker ON maker.id = o.by_id
        ORDER BY o.at DESC, o.id DESC LIMIT ${MOST_FILES}) newest), '[]')) AS exports
    FROM claim`;
}
