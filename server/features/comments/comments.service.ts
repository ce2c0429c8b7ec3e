/**
 * Talk on a mark, in threads one level deep.
 *
 * Comments touch neither verdict nor review nor the claim's version; the number of open threads is kept with the claim.
 * History keeps a comment's words, former ones too, in payloads that can be erased; it shows none of a comment that its
 * author has withdrawn.
 */
import { uuidv7 } from 'uuidv7';
import type { CreateComment, EditComment } from '../../contract/comments.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { EventType } from '../../contract/history.ts';
import { Refusal } from '../../contract/problem.ts';
import { Prisma, type Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { visible } from '../../database/visible.ts';
import { type CommentAction, mayDoComment } from '../../domain/claims/permissions-attached.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { requireNotErased } from '../articles/access.ts';
import { type LockedClaim, lockClaim, refreshStatus, requireMay } from '../claims/claim-change.ts';
import { commentFacts, presentComment } from './comments.presenter.ts';
import { type CommentRow, selectOptionalComment } from './comments.queries.ts';

type CommentServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Comment on a claim, or answer a comment of it. An answer reopens a settled thread; an answer to an answer goes to
 * its thread's start.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED, WITHDRAWN for a withdrawn claim or thread, UNKNOWN_REFERENCE for
 *   a parent on another claim, and for somebody who is named and may not see the story
 */
export async function createComment(
  services: CommentServices,
  write: PersonWrite,
  claimId: string,
  body: BodyOf<typeof CreateComment>,
): Promise<Done> {
  const id = body.id ?? uuidv7();
  return once(
    services.db,
    write,
    id,
    async (tx) => {
      const claim = await lockClaim(tx, write.user, claimId);
      requireMay(claim, write.user, 'comment');
      const thread = await selectThread(tx, write, claimId, body.parentId ?? null);
      if (thread !== null) requireMayComment(write, thread, 'reply');
      const parentId = thread?.id ?? null;
      const made = { createdById: write.user.id, createdAt: write.at };
      const mentions = await requireMentions(tx, claim, body.body, body.mentions ?? []);
      await tx.comment.create({ data: { id, claimId, parentId, body: body.body, mentions, ...made } });
      const after = { parentId, body: body.body, ...naming(mentions) };
      await tell(tx, services, write, claim, { type: 'comment.added', comment: id, after });
      if (thread?.resolved)
        await setResolved(tx, services, write, { claim, comment: thread, resolved: false });
      await refreshStatus(tx, claimId, { bump: false });
    },
    { creates: true },
  );
}

/** The comment that begins the thread which an answer belongs to. */
async function selectThread(
  tx: Tx,
  { user }: PersonWrite,
  claimId: string,
  parentId: string | null,
): Promise<CommentRow | null> {
  if (parentId === null) return null;
  const parent = await selectOptionalComment(tx, user, parentId);
  if (parent === undefined || parent.claimId !== claimId) throw new Refusal('UNKNOWN_REFERENCE');
  if (parent.parentId === null) return parent;
  const start = await selectOptionalComment(tx, user, parent.parentId);
  if (start === undefined) throw new Error(`comment ${parentId} answers none`);
  return start;
}

/**
 * Change one's own words, or settle and reopen a thread.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, ARCHIVED, NOT_AUTHOR, WITHDRAWN, INVALID for settling an answer,
 *   UNKNOWN_REFERENCE for somebody who is named and may not see the story
 */
export async function editComment(
  services: CommentServices,
  write: PersonWrite,
  commentId: string,
  { version, body, mentions: named, resolved }: BodyOf<typeof EditComment>,
): Promise<Done> {
  return once(services.db, write, commentId, async (tx) => {
    const { claim, comment } = await lockComment(tx, write, commentId, version);
    if (body !== undefined || named !== undefined) requireMayComment(write, comment, 'edit');
    if (resolved !== undefined) requireMayComment(write, comment, 'resolve');
    const words = body ?? comment.body;
    const mentions =
      named === undefined ? [...comment.mentions] : await requireMentions(tx, claim, words, named);
    // Also where the words stay as they are: they may have named somebody all the time whom nobody told.
    if (words !== comment.body || !isSame(mentions, comment.mentions)) {
      await tx.comment.update({
        where: { id: commentId },
        data: { body: words, mentions, editedAt: write.at, version: { increment: 1 } },
      });
      const before = { body: comment.body, ...naming(comment.mentions) };
      await tell(tx, services, write, claim, {
        type: 'comment.edited',
        comment: commentId,
        before,
        after: { body: words, ...naming(mentions) },
      });
    }
    if (resolved !== undefined && resolved !== comment.resolved)
      await setResolved(tx, services, write, { claim, comment, resolved });
    await refreshStatus(tx, claim.id, { bump: false });
  });
}

/** What an event says of who is named; nothing of nobody. */
const naming = (mentions: readonly string[]) => (mentions.length === 0 ? {} : { mentions });

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id) => others.includes(id));

/**
 * Hold who is named against the words and the story: the words are read by everyone, so nobody is named that they do not
 * name, and nobody is told of a story that is not for them.
 */
async function requireMentions(
  tx: Tx,
  { article }: LockedClaim,
  body: string,
  ids: readonly string[],
): Promise<string[]> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return [];
  const people = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT u.id, u.name FROM users u JOIN articles a ON a.id = ${article.id}::uuid AND ${visible(Prisma.sql`u.id`)}
    WHERE u.id = ANY(${asked}::uuid[]) AND u.active`;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const issues = ids.flatMap((id, index) => {
    const name = names.get(id);
    const message = 'is not a person who can see this story and whom the words name';
    return name !== undefined && body.includes(`@${name}`) ? [] : [{ path: `mentions.${index}`, message }];
  });
  if (issues.length > 0) throw new Refusal('UNKNOWN_REFERENCE', { issues });
  return asked;
}

async function setResolved(
  tx: Tx,
  services: CommentServices,
  write: PersonWrite,
  { claim, comment, resolved }: { claim: LockedClaim; comment: CommentRow; resolved: boolean },
): Promise<void> {
  await tx.comment.update({
    where: { id: comment.id },
    data: { resolvedAt: resolved ? write.at : null, version: { increment: 1 } },
  });
  await tell(tx, services, write, claim, {
    type: resolved ? 'comment.resolved' : 'comment.reopened',
    comment: comment.id,
    before: { resolved: !resolved },
    after: { resolved },
  });
}

/** @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, ARCHIVED, NOT_AUTHOR, WITHDRAWN */
export function withdrawComment(
  services: CommentServices,
  write: PersonWrite,
  commentId: string,
  version: number,
): Promise<Done> {
  return setWithdrawn(services, write, { commentId, version, withdrawn: true });
}

/** @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED, NOT_AUTHOR, NOT_WITHDRAWN */
export function restoreComment(
  services: CommentServices,
  write: PersonWrite,
  commentId: string,
): Promise<Done> {
  return setWithdrawn(services, write, { commentId, version: null, withdrawn: false });
}

async function setWithdrawn(
  services: CommentServices,
  write: PersonWrite,
  { commentId, version, withdrawn }: { commentId: string; version: number | null; withdrawn: boolean },
): Promise<Done> {
  return once(services.db, write, commentId, async (tx) => {
    const { claim, comment } = await lockComment(tx, write, commentId, version);
    requireMayComment(write, comment, withdrawn ? 'withdraw' : 'restore');
    await tx.comment.update({
      where: { id: commentId },
      data: { withdrawnAt: withdrawn ? write.at : null, version: { increment: 1 } },
    });
    await tell(tx, services, write, claim, {
      type: withdrawn ? 'comment.withdrawn' : 'comment.restored',
      comment: commentId,
      before: { withdrawn: !withdrawn },
      after: { withdrawn },
    });
    await refreshStatus(tx, claim.id, { bump: false });
  });
}

/** Lock the claim and its story, then read the comment: what is read is what will be changed. */
async function lockComment(
  tx: Tx,
  { user }: PersonWrite,
  commentId: string,
  version: number | null,
): Promise<{ claim: LockedClaim; comment: CommentRow }> {
  const found = await tx.comment.findUnique({ where: { id: commentId }, select: { claimId: true } });
  if (found === null) throw new Refusal('NOT_FOUND');
  const claim = await lockClaim(tx, user, found.claimId);
  await requireNotErased(tx, 'comments', commentId);
  const comment = await selectOptionalComment(tx, user, commentId);
  if (comment === undefined) throw new Refusal('NOT_FOUND');
  if (version !== null && comment.version !== version)
    throw new Refusal('STALE_VERSION', { current: presentComment(comment, user) });
  return { claim, comment };
}

function requireMayComment({ user }: PersonWrite, comment: CommentRow, action: CommentAction): void {
  const decision = mayDoComment(user, commentFacts(comment), action);
  if (!decision.allowed) throw new Refusal(decision.code);
}

interface Told {
  readonly type: EventType;
  readonly comment: string;
  readonly before?: object;
  readonly after: object;
}

async function tell(
  tx: Tx,
  { historyKey }: CommentServices,
  { user, at }: PersonWrite,
  claim: LockedClaim,
  { type, ...data }: Told,
): Promise<void> {
  const stream = { kind: 'article', id: claim.article.id } as const;
  await appendEvent(tx, historyKey, { stream, type, at, actor: user, claimId: claim.id, data });
}
