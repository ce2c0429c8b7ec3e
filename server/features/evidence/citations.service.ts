/** Citations: a claim's use of evidence, with the place in it and the words relied on. */
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { CreateCitation, EditCitation } from '../../contract/evidence.ts';
import type { EventType } from '../../contract/history.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent, difference } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { type CitationAction, mayDoCitation } from '../../domain/claims/permissions-attached.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { requireNotErased } from '../articles/access.ts';
import { type LockedClaim, lockClaim, requireMay } from '../claims/claim-change.ts';
import { groundChanged } from '../claims/ground.change.ts';
import { presentCitation } from './evidence.presenter.ts';
import { type CitationRow, selectOptionalCitation } from './evidence.queries.ts';
import { insertEvidence } from './evidence.service.ts';

type CitationServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Cite evidence of the claim's story, or add it to the story and cite it at once. Reopens the review.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED, WITHDRAWN for a withdrawn claim or evidence, UNKNOWN_REFERENCE
 *   for evidence that this story does not have
 */
export async function createCitation(
  services: CitationServices,
  write: PersonWrite,
  claimId: string,
  body: BodyOf<typeof CreateCitation>,
): Promise<Done> {
  const id = body.id ?? uuidv7();
  return once(
    services.db,
    write,
    id,
    async (tx) => {
      const claim = await lockClaim(tx, write.user, claimId);
      requireMay(claim, write.user, 'edit');
      const evidenceId = await ensureEvidence(tx, services, write, claim, body);
      const fields = {
        stance: body.stance,
        locator: body.locator ?? null,
        quote: body.quote ?? null,
        note: body.note ?? null,
      };
      const made = { createdById: write.user.id, createdAt: write.at };
      await tx.citation.create({ data: { id, claimId, evidenceId, ...fields, ...made } });
      await tell(tx, services, write, claim, 'citation.added', {
        citation: id,
        evidence: evidenceId,
        after: fields,
      });
    },
    { creates: true },
  );
}

/** The evidence that a new citation means: the story's, or a new one. */
async function ensureEvidence(
  tx: Tx,
  services: CitationServices,
  write: PersonWrite,
  { article }: LockedClaim,
  body: BodyOf<typeof CreateCitation>,
): Promise<string> {
  if (body.evidence !== undefined) {
    const id = body.evidence.id ?? uuidv7();
    await insertEvidence(tx, services, write, article.id, { ...body.evidence, id });
    return id;
  }
  const found = await tx.evidence.findFirst({
    where: { id: body.evidenceId ?? '', articleId: article.id },
    select: { id: true, withdrawnAt: true },
  });
  if (found === null) throw new Refusal('UNKNOWN_REFERENCE');
  if (found.withdrawnAt !== null) throw new Refusal('WITHDRAWN');
  return found.id;
}

/**
 * Change a citation. Reopens the review.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, ARCHIVED, WITHDRAWN
 */
export async function editCitation(
  services: CitationServices,
  write: PersonWrite,
  citationId: string,
  { version, ...given }: BodyOf<typeof EditCitation>,
): Promise<Done> {
  return once(services.db, write, citationId, async (tx) => {
    const { claim, citation } = await lockCitation(tx, write, citationId, version);
    requireMayCite(write, citation, 'edit');
    const { stance, locator, quote, note } = citation;
    const before = { stance, locator, quote, note };
    const after = { ...before };
    for (const field of ['stance', 'locator', 'quote', 'note'] as const)
      if (given[field] !== undefined) Object.assign(after, { [field]: given[field] });

    const change = difference(before, after);
    if (!change.changed) return;
    await tx.citation.update({ where: { id: citationId }, data: { ...after, version: { increment: 1 } } });
    await tell(tx, services, write, claim, 'citation.edited', {
      citation: citationId,
      before: change.before,
      after: change.after,
    });
  });
}

/** @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, ARCHIVED, WITHDRAWN */
export function withdrawCitation(
  services: CitationServices,
  write: PersonWrite,
  citationId: string,
  version: number,
): Promise<Done> {
  return setWithdrawn(services, write, { citationId, version, withdrawn: true });
}

/**
 * Bring a withdrawn citation back. Its evidence may be withdrawn still, and then shows so.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED, NOT_WITHDRAWN, WITHDRAWN for a withdrawn claim
 */
export function restoreCitation(
  services: CitationServices,
  write: PersonWrite,
  citationId: string,
): Promise<Done> {
  return setWithdrawn(services, write, { citationId, version: null, withdrawn: false });
}

async function setWithdrawn(
  services: CitationServices,
  write: PersonWrite,
  { citationId, version, withdrawn }: { citationId: string; version: number | null; withdrawn: boolean },
): Promise<Done> {
  return once(services.db, write, citationId, async (tx) => {
    const { claim, citation } = await lockCitation(tx, write, citationId, version);
    requireMayCite(write, citation, withdrawn ? 'withdraw' : 'restore');
    await tx.citation.update({
      where: { id: citationId },
      data: { withdrawnAt: withdrawn ? write.at : null, version: { increment: 1 } },
    });
    await tell(tx, services, write, claim, withdrawn ? 'citation.withdrawn' : 'citation.restored', {
      citation: citationId,
      before: { withdrawn: !withdrawn },
      after: { withdrawn },
    });
  });
}

/** Lock the claim and its story, then read the citation: what is read is what will be changed. */
async function lockCitation(
  tx: Tx,
  { user }: PersonWrite,
  citationId: string,
  version: number | null,
): Promise<{ claim: LockedClaim; citation: CitationRow }> {
  const found = await tx.citation.findUnique({ where: { id: citationId }, select: { claimId: true } });
  if (found === null) throw new Refusal('NOT_FOUND');
  const claim = await lockClaim(tx, user, found.claimId);
  await requireNotErased(tx, 'citations', citationId);
  const citation = await selectOptionalCitation(tx, user, citationId);
  if (citation === undefined) throw new Refusal('NOT_FOUND');
  if (version !== null && citation.version !== version)
    throw new Refusal('STALE_VERSION', { current: presentCitation(citation, user) });
  return { claim, citation };
}

function requireMayCite({ user }: PersonWrite, citation: CitationRow, action: CitationAction): void {
  const { articleStatus } = citation.evidence;
  const decision = mayDoCitation(user, { ...citation, articleStatus }, action);
  if (!decision.allowed) throw new Refusal(decision.code);
}

/** Tell history, and reopen the claim's review. */
async function tell(
  tx: Tx,
  services: CitationServices,
  write: PersonWrite,
  claim: LockedClaim,
  type: EventType,
  data: Record<string, unknown>,
): Promise<void> {
  await appendEvent(tx, services.historyKey, {
    stream: { kind: 'article', id: claim.article.id },
    type,
    at: write.at,
    actor: write.user,
    claimId: claim.id,
    data,
  });
  await groundChanged(tx, services, write, [claim], 'evidence');
}
