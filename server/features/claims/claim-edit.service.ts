/** Changing a claim. */
import type { EditClaim, ExpiryReason, Outgrown } from '../../contract/claims.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent, difference } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { switchKind } from '../../domain/claims/details.ts';
import { type ClaimMeaning, consequences } from '../../domain/claims/expiry.ts';
import { isOpen, outgrownAfterEdit, outgrownBy } from '../../domain/claims/outgrown.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import {
  type ClaimState,
  type LockedClaim,
  lockClaim,
  refreshStatus,
  requireMay,
  requireVersion,
} from './claim-change.ts';
import { requireDetails } from './claim-create.service.ts';
import { groundChanged, stands } from './ground.change.ts';
import { leantOnEdited } from './linked.change.ts';
import { requireHull, searchedWords } from './marked-words.ts';
import { placed, selectLanguage } from './placing.ts';
import { requireAssignee, requireLinks, requireNoCircle, requirePointers } from './references.ts';
import { forbidConfirming, insertVerdictEnds } from './verdict-end.ts';

type Changes = BodyOf<typeof EditClaim>;

/**
 * Change a claim. What changes its meaning expires its verdict and reopens its review; another summary reopens the
 * review alone; changing an attribution or a whole reopens the reviews of the claims linked to it; what changes nothing
 * leaves no trace.
 *
 * Details take the place of the ones before as a whole. A new kind without details keeps what both kinds have.
 *
 * @throws Refusal STALE_VERSION with the claim as it is, NEEDS_EDITOR, ARCHIVED, WITHDRAWN, STALE_REVISION with where
 *   the words are now, SPAN_MISMATCH, SPAN_OUTSIDE, CONTENT_MISMATCH, INVALID, DETAILS_MISMATCH, UNKNOWN_REFERENCE, CIRCULAR
 */
export async function editClaim(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  claimId: string,
  body: Changes,
): Promise<Done> {
  const { user, at } = write;
  return once(db, write, claimId, async (tx) => {
    const before = await lockClaim(tx, user, claimId);
    await requireVersion(tx, user, before, body.version);
    requireMay(before, user, 'edit');
    const after = await stateAfter(tx, before, body);
    const change = difference(recorded(before), recorded(after));
    if (!change.changed) return;

    if (change.after.span ?? change.after.kind ?? change.after.details)
      requireHull(after.content, after.span);
    await requireReferences(tx, before, after);
    await updateClaim(tx, before, after);
    const meaning = consequences(meaningOf(before), meaningOf(after));
    const reasons = await expire(tx, write, before, after, meaning.reasons);
    const reopens = reasons.length === 0 && meaning.reopensReview && stands(before.review);
    const status = await refreshStatus(tx, claimId, { bump: !reopens });
    await appendEvent(tx, historyKey, {
      stream: { kind: 'article', id: before.article.id },
      type: 'claim.edited',
      at,
      actor: user,
      claimId,
      data: {
        before: { ...change.before, status: before.status },
        after: { ...change.after, status },
        ...(reasons.length > 0 ? { expired: reasons } : {}),
      },
    });
    if (reopens) await groundChanged(tx, { historyKey }, write, [before], 'summary');
    await leantOnEdited(tx, { historyKey }, write, before, meaningOf(before), meaningOf(after));
  });
}

/** The claim as the edit wants it, its words held against the text that they stand in. */
async function stateAfter(tx: Tx, before: LockedClaim, body: Changes): Promise<ClaimState> {
  const kind = body.kind ?? before.content.kind;
  const content =
    body.details === undefined ? switchKind(before.content, kind) : requireDetails(kind, body.details);
  const place = await placed(tx, before, body, content);
  return {
    ...place,
    outgrown: await outgrownAfter(tx, before, place, body),
    summary: body.summary === undefined ? before.summary : body.summary,
    assigneeId: body.assigneeId === undefined ? before.assigneeId : body.assigneeId,
    attributionIds: [...new Set(body.attributionIds ?? before.attributionIds)].sort(),
    sameFactAs: body.sameFactAs === undefined ? before.sameFactAs : body.sameFactAs,
  };
}

type Settling = Pick<ClaimState, 'content' | 'span' | 'sentenceText' | 'sentenceStart' | 'revision'>;

/**
 * What of the details is outgrown then. Other words may outgrow them, also where a person put the claim there; other
 * details settle what they change; and a person may say that they stand.
 */
async function outgrownAfter(
  tx: Tx,
  before: LockedClaim,
  after: Settling,
  { settled, details }: Changes,
): Promise<Outgrown | null> {
  if (before.content.kind !== after.content.kind) return null;
  const { revision, span, outgrown } = before;
  const isElsewhere =
    after.revision !== revision || after.span.start !== span.start || after.span.end !== span.end;
  if (!isElsewhere && outgrown === null) return null;
  const language = await selectLanguage(tx, before.article.id);
  const pending = isOpen(outgrown) ? (outgrown?.fields ?? []) : [];
  const open = isElsewhere ? outgrownBy(after.content, { before, now: after, pending, language }) : outgrown;
  if (open === null) return null;
  const edited =
    details === undefined || open.settled
      ? open
      : outgrownAfterEdit(open, { before: before.content, after: after.content }, after, language);
  return settled === undefined ? edited : { ...edited, settled };
}

/** The fields of a claim that history tells. */
const recorded = ({
  content,
  outgrown,
  revision,
  span,
  summary,
  assigneeId,
  attributionIds,
  sameFactAs,
}: ClaimState) => ({
  kind: content.kind,
  details: content.details,
  outgrown,
  revision,
  span,
  summary,
  assigneeId,
  attributionIds,
  sameFactAs,
});

async function requireReferences(tx: Tx, before: LockedClaim, after: ClaimState): Promise<void> {
  const { id, article } = before;
  await requirePointers(tx, article, after.content, before.content);
  await requireLinks(tx, article, id, before, after);
  if (after.content.kind === 'casualty_count')
    await requireNoCircle(tx, article, 'partOf', id, after.content.details.partOf);
  await requireNoCircle(tx, article, 'sameFactAs', id, after.sameFactAs);
  if (after.assigneeId !== null && after.assigneeId !== before.assigneeId)
    await requireAssignee(tx, article, after.assigneeId);
}

async function updateClaim(tx: Tx, before: LockedClaim, after: ClaimState): Promise<void> {
  const { content, revision, span, sentence, attributionIds } = after;
  const words = searchedWords(span.quote, after.sentenceText, after.summary);
  await tx.$executeRaw`
    WITH placed AS (
      INSERT INTO placements (claim_id, revision, article_id, start, "end", quote, sentence)
      VALUES (${before.id}::uuid, ${revision}, ${before.article.id}::uuid, ${span.start}, ${span.end}, ${span.quote},
        ${sentence})
      ON CONFLICT (claim_id, revision) DO UPDATE
        SET start = excluded.start, "end" = excluded."end", quote = excluded.quote, sentence = excluded.sentence
    ), taken_off AS (
      -- Only one that was put on the current text by hand, and is taken off it again.
      DELETE FROM placements WHERE claim_id = ${before.id}::uuid AND revision > ${revision}
    ), unlinked AS (
      DELETE FROM claim_attributions
      WHERE claim_id = ${before.id}::uuid AND attribution_id <> ALL(${attributionIds}::uuid[])
    ), linked AS (
      INSERT INTO claim_attributions (claim_id, attribution_id)
      SELECT ${before.id}::uuid, attribution FROM unnest(${attributionIds}::uuid[]) AS attribution
      ON CONFLICT DO NOTHING
    )
    UPDATE claims SET kind = ${content.kind}::"ClaimKind", details = ${JSON.stringify(content.details)}::jsonb,
      outgrown = ${after.outgrown === null ? null : JSON.stringify(after.outgrown)}::jsonb,
      summary = ${after.summary}, assignee_id = ${after.assigneeId}::uuid, same_fact_as_id = ${after.sameFactAs}::uuid,
      placed_revision = ${revision}, search = search_vector(${words})
    WHERE id = ${before.id}::uuid`;
}

const meaningOf = (claim: ClaimState): ClaimMeaning => {
  const { content, span, attributionIds, sameFactAs, summary } = claim;
  return { ...content, span, attributionIds, sameFactAs, summary };
};

/**
 * End the verdict that was given on what the claim meant before, and the review with it. One that had expired can no
 * longer be confirmed.
 *
 * @returns why; none where no verdict held, or where it still does
 */
async function expire(
  tx: Tx,
  write: PersonWrite,
  before: LockedClaim,
  after: ClaimState,
  changed: readonly ExpiryReason[],
): Promise<ExpiryReason[]> {
  const { at } = write;
  // An orphan that is placed anew, or taken off again, stands in a text that whoever gave the verdict did not see.
  const reasons: ExpiryReason[] = before.revision === after.revision ? [...changed] : [...changed, 'text'];
  if (reasons.length === 0 || before.verdict === null) return [];
  if (before.verdict.expired) {
    await forbidConfirming(tx, [before.id]);
    return [];
  }
  await tx.$executeRaw`
    WITH verdict AS (
      UPDATE verdicts SET expired_at = ${at}, expired_reasons = ${reasons}::text[] WHERE id = ${before.verdict.id}::uuid
    )
    UPDATE reviews SET reopened_at = ${at} WHERE id = ${before.review?.id ?? null}::uuid AND reopened_at IS NULL`;
  const ended = { verdictId: before.verdict.id, claimId: before.id, how: 'expired' as const };
  await insertVerdictEnds(tx, write, before.article.id, [{ ...ended, quote: before.span.quote }]);
  return reasons;
}
