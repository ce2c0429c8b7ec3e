/** What waits for a second pair of eyes. */
import { z } from 'zod';
import { ClaimKind } from '../../contract/claims.ts';
import { Id, Offset, Time } from '../../contract/common.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import type { ListReviewQueue, QueueItem } from '../../contract/reviewing.ts';
import type { Database } from '../../database/client.ts';
import { Prisma } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { type Actor, mayDoClaim } from '../../domain/claims/permissions.ts';
import { needsReview } from '../../domain/claims/sign-off.ts';
import { readCursor, writeCursor } from '../../http/cursor.ts';
import type { Services } from '../../services.ts';
import { visibleTo } from '../articles/access.ts';
import { CLAIM_JOINS, CLAIM_JSON, OWN_VERDICT, readerOf } from '../claims/claim-json.ts';

/** The last claim's place: its story's deadline, null for none, and id; its span; its own id. */
const Place = z.tuple([Time.nullable(), Id, Offset, Offset, Id]);
type Place = z.infer<typeof Place>;

interface Row {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly own: boolean;
  readonly article: QueueItem['article'];
  readonly claim: QueueItem['claim'];
}

/**
 * One page of the queue, by one query: soonest deadline first, stories without one last, each in the order of its text.
 *
 * Signed-off and archived stories have nothing to review, nor have kinds that the newsroom's policy does not ask to.
 *
 * @throws Refusal INVALID for a cursor that no answer gave
 */
export async function selectReviewQueue(
  { prisma }: Pick<Database, 'prisma'>,
  { policy }: Pick<Services, 'policy'>,
  user: Actor,
  { articleId, cursor, limit }: QueryOf<typeof ListReviewQueue>,
): Promise<{ items: QueueItem[]; nextCursor: string | null }> {
  const place = readCursor(cursor, Place);
  const kinds = ClaimKind.options.filter((kind) => needsReview(kind, policy));
  const rows = await prisma.$queryRaw<Row[]>(queueQuery(user, { articleId, place, kinds, limit }));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(({ claim, article, own }) => ({ claim, article, refused: refusedTo(user, own) })),
    nextCursor: more
      ? writeCursor([last.article.deadline, last.article.id, last.start, last.end, last.id])
      : null,
  };
}

function refusedTo(user: Actor, ownVerdict: boolean): string | null {
  const decision = mayDoClaim(
    user,
    { articleStatus: 'checking', status: 'checked', ownVerdict, confirmable: false, outgrown: false },
    'review',
  );
  return decision.allowed ? null : decision.code;
}

interface Asked {
  readonly articleId: string | undefined;
  readonly place: Place | null;
  readonly kinds: readonly ClaimKind[];
  readonly limit: number;
}

const DEADLINE = Prisma.raw(`COALESCE(a.deadline, 'infinity'::timestamptz)`);

/** The page is chosen by places alone; only its own claims are then joined with their words and checks. */
export function queueQuery(user: Actor, { articleId, place, kinds, limit }: Asked): Types.Sql {
  return Prisma.sql`
    SELECT c.id, p.start, p."end", ${Prisma.raw(OWN_VERDICT)} AS own, ${CLAIM_JSON} AS claim,
      json_build_object('id', a.id, 'title', a.title, 'deadline', iso_time(a.deadline), 'priority', a.priority) AS article
    FROM ${readerOf(user)}, (
      SELECT c.* FROM articles a
      JOIN claims c ON c.article_id = a.id
      JOIN placements p ON p.claim_id = c.id AND p.revision = c.placed_revision
      WHERE a.status = 'checking' AND ${visibleTo(user)} AND c.status = 'checked'
        AND c.kind = ANY(${kinds}::"ClaimKind"[])
        ${articleId === undefined ? Prisma.empty : Prisma.sql`AND a.id = ${articleId}::uuid`}
        ${place === null ? Prisma.empty : after(place)}
      ORDER BY ${DEADLINE}, a.id, p.start, -p."end", c.id LIMIT ${limit + 1}
    ) c JOIN articles a ON a.id = c.article_id ${CLAIM_JOINS}
    ORDER BY ${DEADLINE}, a.id, p.start, -p."end", c.id`;
}

/** Longer spans come before those that begin with them, as everywhere: their ends count backwards. */
const after = ([deadline, articleId, start, end, id]: Place): Types.Sql => Prisma.sql`
  AND (${DEADLINE}, a.id, p.start, -p."end", c.id)
    > (COALESCE(${deadline === null ? null : new Date(deadline)}::timestamptz, 'infinity'::timestamptz),
       ${articleId}::uuid, ${start}::int, ${-end}::int, ${id}::uuid)`;
