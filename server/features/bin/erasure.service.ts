/**
 * Erasing for good what lies in the bin, for legal reasons: its words, what hangs on it, and what history says of it. That it
 * was there, who did what with it and when, and the chain of history stay.
 */
import type { BinKind } from '../../contract/bin.ts';
import type { AnswerOf, BodyOf, ParamsOf } from '../../contract/endpoint.ts';
import { type Erase, ErasureCounts, type GetErasure } from '../../contract/erasure.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable, Tx } from '../../database/client.ts';
import { deletePayloads, dropSamples, stretchesOf } from '../../database/erasing.ts';
import { appendEvent } from '../../database/events.ts';
import { once } from '../../database/once.ts';
import { mayErase } from '../../domain/claims/permissions-bin.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { lockArticle, lockWherever, requireArticle, requireWherever } from '../articles/access.ts';
import { forgetRevisions } from '../articles/revisions.ts';
import { eraseBytes, keepToErase } from '../files/erased-files.ts';
import { dropFiles } from '../imports/spool.ts';
import { forgetMessages } from '../webhooks/forget.ts';
import { emptyStory, emptyThings } from './erasure.change.ts';
import {
  countUntried,
  type Going,
  type Standing,
  selectBlockers,
  selectCounts,
  selectGoing,
  selectGoingEvents,
  selectImportsOver,
  selectStanding,
} from './erasure.queries.ts';

type Asked = ParamsOf<typeof Erase>;
type Eraser = PersonWrite['user'];

/**
 * What would go, what stays and what stands in the way.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, STORY_WITHDRAWN, STORY_ERASED, NEEDS_ADMIN,
 *   NOT_WITHDRAWN, ALREADY_ERASED
 */
export async function previewErasure(
  db: Queryable,
  user: Eraser,
  { kind, itemId }: Asked,
): Promise<AnswerOf<typeof GetErasure>> {
  const found = await selectStanding(db, kind, itemId);
  await (kind === 'story' ? requireWherever : requireArticle)(db, user, found.articleId);
  requireErasable(user, found);
  const { articleId, version } = found;
  const { counts } = await selectAll(db, kind, itemId, articleId);
  return {
    kind,
    id: itemId,
    articleId,
    version,
    ...counts,
    untried: await countUntried(db, kind, articleId),
    blockers: await selectBlockers(db, kind, itemId),
  };
}

/**
 * Erase it, in one transaction with the event that tells so. Bytes that no row names any more are taken off the disk once it
 * is committed.
 *
 * Also of a story that is signed off or archived: the law does not wait until it is reopened.
 *
 * @throws Refusal as `previewErasure` does, STALE_VERSION with what it would answer now, STILL_CITED, IMPORT_UNDER_WAY
 */
export async function erase(
  services: Pick<Services, 'db' | 'historyKey' | 'filesDir' | 'log'>,
  write: PersonWrite,
  { kind, itemId }: Asked,
  { version, reason }: BodyOf<typeof Erase>,
): Promise<void> {
  const { db, historyKey, log } = services;
  const { user, at } = write;
  const { articleId } = await selectStanding(db.prisma, kind, itemId);
  await once(db, write, itemId, async (tx) => {
    await (kind === 'story' ? lockWherever : lockArticle)(tx, user, articleId);
    const found = await selectStanding(tx, kind, itemId);
    requireErasable(user, found);
    if (found.version !== version)
      throw new Refusal('STALE_VERSION', { current: await previewErasure(tx, user, { kind, itemId }) });
    const blockers = await selectBlockers(tx, kind, itemId);
    const [blocker] = blockers;
    if (blocker !== undefined) throw new Refusal(blocker.code, { blockers });
    const { going, events, counts } = await selectAll(tx, kind, itemId, articleId);
    const empty = kind === 'story' ? emptyStory : emptyThings;
    await keepToErase(tx, await empty(tx, articleId, going, at), at);
    await deletePayloads(tx, articleId, events);
    await forgetMessages(tx, articleId, events);
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: articleId },
      type: TYPES[kind],
      at,
      actor: user,
      ...(found.claimId === null ? {} : { claimId: found.claimId }),
      data: { ...naming(kind, itemId), reason, gone: counts.goes, payloads: stretchesOf(events) },
    });
  });
  if (kind === 'story') forgetRevisions(itemId);
  await eraseBytes(services);
  if (kind === 'story') await dropImported(services, itemId);
  // The planner does so by itself sooner or later: what it cannot do now is no reason to say that nothing was erased.
  await dropSamples(db.prisma).catch((error: unknown) =>
    log.warn({ err: error }, 'the planner could not look anew at what was erased'),
  );
}

/**
 * Take away the files in which an erased story came. Also where an import kept none any more: the server may have ended between
 * saying so and taking them away. It never fails.
 */
async function dropImported(
  { db, filesDir, log }: Pick<Services, 'db' | 'filesDir' | 'log'>,
  articleId: string,
): Promise<void> {
  try {
    for (const id of await selectImportsOver(db.prisma, articleId)) await dropFiles(filesDir, id);
  } catch (error) {
    log.warn({ err: error }, 'the files of an import could not be taken away');
  }
}

const TYPES = {
  story: 'article.erased',
  claim: 'claim.erased',
  evidence: 'evidence.erased',
  citation: 'citation.erased',
  comment: 'comment.erased',
} as const;

/** A claim is named by the event itself, and a story by its stream. */
const naming = (kind: BinKind, id: string): Record<string, string> =>
  kind === 'story' || kind === 'claim' ? {} : { [kind]: id };

/** Order: who asks; whether it is in the bin, and not erased before. */
function requireErasable(user: Eraser, { withdrawn, erased }: Standing): void {
  const decision = mayErase(user);
  if (!decision.allowed) throw new Refusal(decision.code);
  if (erased) throw new Refusal('ALREADY_ERASED');
  if (!withdrawn) throw new Refusal('NOT_WITHDRAWN');
}

async function selectAll(
  db: Queryable | Tx,
  kind: BinKind,
  id: string,
  articleId: string,
): Promise<{ going: Going; events: number[]; counts: Awaited<ReturnType<typeof selectCounts>> }> {
  const going = await selectGoing(db, kind, id);
  const events = await selectGoingEvents(db, articleId, kind, going);
  return { going, events, counts: await selectCounts(db, articleId, kind, going, events) };
}

/**
 * What was erased, as the event tells it. Whether it may be seen is asked before.
 *
 * @throws Refusal NOT_FOUND
 */
export async function presentErased(db: Queryable, { kind, itemId }: Asked): Promise<AnswerOf<typeof Erase>> {
  const { articleId, claimId } = await selectStanding(db, kind, itemId);
  const [told] = await db.$queryRaw<{ at: Date; byId: string; byName: string; gone: unknown }[]>`
    SELECT e.at, e.actor_id AS "byId", e.actor_name AS "byName", p.payload -> 'gone' AS gone
    FROM events e JOIN event_payloads p ON p.stream_id = e.stream_id AND p.seq = e.seq
    WHERE e.stream_id = ${articleId}::uuid AND e.type LIKE '%.erased' AND e.type = ${TYPES[kind]}
      AND (${kind} = 'story' OR (${kind} = 'claim' AND e.claim_id = ${claimId}::uuid) OR p.payload ->> ${kind} = ${itemId})`;
  if (told === undefined) throw new Refusal('NOT_FOUND');
  const { at, byId, byName, gone } = told;
  return {
    ...{ kind, id: itemId, articleId, at: at.toISOString(), by: { id: byId, name: byName } },
    gone: ErasureCounts.parse(gone),
  };
}
