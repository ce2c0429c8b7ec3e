/** Signing a story off, and what ends that. */
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { EndSignOff, GiveSignOff } from '../../contract/sign-off.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import {
  blockersOf,
  mayReopen,
  maySignOff,
  type SignableClaim,
  toAcknowledge,
} from '../../domain/claims/sign-off.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticle } from '../articles/access.ts';
import { selectOpenSuggestions } from '../suggestions/suggestions.queries.ts';
import {
  requireSignable,
  type SignableArticle,
  type SignOffRow,
  selectSignableClaims,
  selectSignOffs,
} from './sign-off.queries.ts';

type SignOffServices = Pick<Services, 'db' | 'historyKey' | 'policy'>;
type Given = BodyOf<typeof GiveSignOff>;

/**
 * Sign a story off: the words, the claims and the evidence that the signer saw, and no others. The same sign-off given
 * again by the same person changes nothing.
 *
 * @throws Refusal STALE_REVISION with the number of the current one, also for another hash; STALE_HEAD, NEEDS_REVIEWER,
 *   NEEDS_ADMIN, ONLY_CHECKER, ARCHIVED, SIGNED_OFF, NOT_READY with what stands in the way, NEEDS_ACKNOWLEDGEMENT with
 *   the claims, INVALID for a claim that needs none
 */
export async function giveSignOff(
  { db, historyKey, policy }: SignOffServices,
  write: PersonWrite,
  articleId: string,
  body: Given,
): Promise<Done> {
  const { user } = write;
  return once(db, write, articleId, async (tx) => {
    await lockArticle(tx, user, articleId);
    const article = await requireSignable(tx, user, articleId);
    const standing = await selectStanding(tx, articleId);
    if (standing !== undefined && isSame(standing, user, body)) return;
    if (article.status === 'checking') requireSeen(article, body);

    const claims = await selectSignableClaims(tx, article);
    const decision = maySignOff(user, { articleStatus: article.status, claims }, policy);
    if (!decision.allowed) {
      const blockers = decision.code === 'NOT_READY' ? { blockers: blockersOf(claims, policy) } : {};
      throw new Refusal(decision.code, blockers);
    }
    const acknowledged = requireAcknowledged(claims, body.acknowledge);
    const open = await selectOpenSuggestions(tx, articleId, article.revision);
    const suggestions = requireLetStand(open, body.acknowledgeSuggestions);
    await insertSignOff(tx, historyKey, write, { ...article, acknowledged, suggestions });
  });
}

const selectStanding = async (tx: Tx, articleId: string): Promise<SignOffRow | undefined> =>
  (await selectSignOffs(tx, articleId)).find(({ endedAt }) => endedAt === null);

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

const isSame = (standing: SignOffRow, user: { readonly id: string }, body: Given): boolean =>
  standing.by === user.id &&
  standing.revision === body.revision &&
  standing.sha256 === body.sha256 &&
  standing.head === body.head &&
  sorted(standing.acknowledged).join() === sorted(body.acknowledge).join() &&
  sorted(standing.suggestions).join() === sorted(body.acknowledgeSuggestions).join();

function requireSeen({ revision, sha256, head }: SignableArticle, body: Given): void {
  if (body.revision !== revision || body.sha256 !== sha256)
    throw new Refusal('STALE_REVISION', { revision, proposed: null });
  if (body.head !== head) throw new Refusal('STALE_HEAD');
}

/** The claims that are let stand by name, in the order of the text: all that need it, and no others. */
function requireAcknowledged(claims: readonly SignableClaim[], given: readonly string[]): string[] {
  const needed = toAcknowledge(claims);
  const ids = new Set(needed.map(({ claimId }) => claimId));
  const foreign = given.flatMap((id, index) =>
    ids.has(id) ? [] : [{ path: `acknowledge.${index}`, message: 'is no claim that has to be let stand' }],
  );
  if (foreign.length > 0) throw new Refusal('INVALID', { issues: foreign });
  const named = new Set(given);
  const missing = needed.filter(({ claimId }) => !named.has(claimId));
  if (missing.length > 0)
    throw new Refusal('NEEDS_ACKNOWLEDGEMENT', {
      issues: missing.map(({ claimId, verdict }) => ({
        path: 'acknowledge',
        message: `${claimId} is ${verdict}`,
      })),
    });
  return [...ids];
}

/**
 * The open suggestions that are let stand, in the order of the text: all of them. One that was decided on, or is found no
 * longer, may be named besides: nothing is let stand by it.
 */
function requireLetStand(open: readonly { readonly id: string }[], given: readonly string[]): string[] {
  const named = new Set(given);
  const missing = open.filter(({ id }) => !named.has(id));
  if (missing.length > 0)
    throw new Refusal('NEEDS_ACKNOWLEDGEMENT', {
      issues: [
        { path: 'acknowledgeSuggestions', message: `${missing.length} open suggestions are not among them` },
      ],
    });
  return open.map(({ id }) => id);
}

async function insertSignOff(
  tx: Tx,
  historyKey: Buffer,
  { user, at }: PersonWrite,
  {
    id: articleId,
    revision,
    sha256,
    head,
    acknowledged,
    suggestions,
  }: SignableArticle & { acknowledged: string[]; suggestions: string[] },
): Promise<void> {
  const id = uuidv7();
  await tx.$executeRaw`
    INSERT INTO sign_offs (id, article_id, revision, sha256, head, acknowledged, suggestions, by_id, at)
    VALUES (${id}::uuid, ${articleId}::uuid, ${revision}, decode(${sha256}, 'hex'), ${head}, ${acknowledged}::uuid[],
      ${suggestions}::uuid[], ${user.id}::uuid, ${at})`;
  await setStatus(tx, articleId, 'signed_off');
  await appendEvent(tx, historyKey, {
    stream: { kind: 'article', id: articleId },
    type: 'article.signed_off',
    at,
    actor: user,
    data: {
      before: { status: 'checking' },
      after: { status: 'signed_off', revision, sha256, head, acknowledged, suggestions },
      signOff: id,
    },
  });
}

const setStatus = (tx: Tx, articleId: string, status: 'checking' | 'signed_off') => tx.$executeRaw`
  UPDATE articles SET status = ${status}::"ArticleStatus", version = version + 1 WHERE id = ${articleId}::uuid`;

/**
 * Reopen a signed-off story.
 *
 * @throws Refusal NEEDS_REVIEWER, NOT_SIGNED_OFF
 */
export async function endSignOff(
  { db, historyKey }: SignOffServices,
  write: PersonWrite,
  articleId: string,
  { reason }: BodyOf<typeof EndSignOff>,
): Promise<Done> {
  return once(db, write, articleId, async (tx) => {
    const article = await lockArticle(tx, write.user, articleId);
    const decision = mayReopen(write.user, article.status);
    if (!decision.allowed) throw new Refusal(decision.code);
    await end(tx, historyKey, write, article, { because: 'reopened', reason });
  });
}

/**
 * A new revision of a story has arrived from outside and was stored: the sign-off was of other words, and ends. Nothing
 * happens to a story that is not signed off.
 *
 * @param article locked by this transaction, as it was before the revision
 * @param reason for the newsroom: what arrived
 */
export async function voidSignOff(
  tx: Tx,
  { historyKey }: Pick<Services, 'historyKey'>,
  write: PersonWrite,
  article: Pick<LockedArticle, 'id' | 'status'>,
  reason: string,
): Promise<void> {
  if (article.status !== 'signed_off') return;
  await end(tx, historyKey, write, article, { because: 'new_revision', reason });
}

const EVENTS = { reopened: 'article.reopened', new_revision: 'article.sign_off_voided' } as const;

async function end(
  tx: Tx,
  historyKey: Buffer,
  { user, at }: PersonWrite,
  { id: articleId }: Pick<LockedArticle, 'id'>,
  { because, reason }: { because: keyof typeof EVENTS; reason: string },
): Promise<void> {
  const [ended] = await tx.$queryRaw<{ id: string; revision: number }[]>`
    UPDATE sign_offs SET ended_at = ${at}, ended_by_id = ${user.id}::uuid, ended_because = ${because},
      ended_reason = ${reason}
    WHERE article_id = ${articleId}::uuid AND ended_at IS NULL RETURNING id, revision`;
  if (ended === undefined) throw new Error(`no sign-off of ${articleId}`);
  await setStatus(tx, articleId, 'checking');
  await appendEvent(tx, historyKey, {
    stream: { kind: 'article', id: articleId },
    type: EVENTS[because],
    at,
    actor: user,
    data: {
      before: { status: 'signed_off' },
      after: { status: 'checking' },
      signOff: ended.id,
      revision: ended.revision,
      because,
      reason,
    },
  });
}
