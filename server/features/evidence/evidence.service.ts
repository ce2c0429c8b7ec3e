/** Evidence of a story: kept once, whoever cites it. */
import { uuidv7 } from 'uuidv7';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { EditEvidence, NewEvidence } from '../../contract/evidence.ts';
import type { EventType } from '../../contract/history.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent, difference } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { mayDoArticle } from '../../domain/claims/permissions.ts';
import { type EvidenceAction, mayDoEvidence } from '../../domain/claims/permissions-attached.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticle, requireNotErased } from '../articles/access.ts';
import { lockRows } from '../claims/claim-change.ts';
import { groundChanged } from '../claims/ground.change.ts';
import { presentEvidence } from './evidence.presenter.ts';
import { type EvidenceRow, selectCitingClaimIds, selectOptionalEvidence } from './evidence.queries.ts';

export type EvidenceServices = Pick<Services, 'db' | 'historyKey'>;

/**
 * Add evidence to a story. No claim rests on it yet, so nothing is reopened.
 *
 * @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED, FILE_NEEDED, UNKNOWN_REFERENCE for a file of another story
 */
export async function createEvidence(
  services: EvidenceServices,
  write: PersonWrite,
  articleId: string,
  body: NewEvidence,
): Promise<Done> {
  const id = body.id ?? uuidv7();
  return once(
    services.db,
    write,
    id,
    async (tx) => {
      const article = await lockArticle(tx, write.user, articleId);
      const decision = mayDoArticle(write.user, article, 'edit');
      if (!decision.allowed) throw new Refusal(decision.code);
      await insertEvidence(tx, services, write, articleId, { ...body, id });
    },
    { creates: true },
  );
}

/** Store new evidence and tell history, inside the transaction of whoever calls. */
export async function insertEvidence(
  tx: Tx,
  { historyKey }: Pick<Services, 'historyKey'>,
  { user, at }: PersonWrite,
  articleId: string,
  { id, ...given }: NewEvidence & { id: string },
): Promise<void> {
  const fields = {
    kind: given.kind,
    url: given.url ?? null,
    title: given.title,
    publisher: given.publisher ?? null,
    accessedAt: dateOf(given.accessedAt ?? null),
    note: given.note ?? null,
    fileId: given.fileId ?? null,
  };
  await requireFile(tx, articleId, fields);
  await tx.evidence.create({ data: { id, articleId, ...fields, createdById: user.id, createdAt: at } });
  await appendEvent(tx, historyKey, {
    stream: { kind: 'article', id: articleId },
    type: 'evidence.added',
    at,
    actor: user,
    data: { evidence: id, after: recorded(fields) },
  });
}

/**
 * A file is evidence of kind `file` and of no other, and is attached to the same story.
 *
 * @throws Refusal FILE_NEEDED, UNKNOWN_REFERENCE, INVALID for a file of another kind of evidence
 */
async function requireFile(
  tx: Tx,
  articleId: string,
  { kind, fileId }: Pick<EvidenceFields, 'kind' | 'fileId'>,
): Promise<void> {
  if (kind === 'file' && fileId === null) throw new Refusal('FILE_NEEDED');
  if (fileId === null) return;
  if (kind !== 'file')
    throw new Refusal('INVALID', { issues: [{ path: 'fileId', message: 'is for evidence of kind file' }] });
  const file = await tx.file.findUnique({ where: { id: fileId }, select: { articleId: true } });
  if (file?.articleId !== articleId) throw new Refusal('UNKNOWN_REFERENCE');
}

/**
 * Change evidence; the reviews of the claims that cite it are reopened.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, ARCHIVED, WITHDRAWN, INVALID for a link without address
 */
export async function editEvidence(
  services: EvidenceServices,
  write: PersonWrite,
  evidenceId: string,
  { version, accessedAt, ...given }: BodyOf<typeof EditEvidence>,
): Promise<Done> {
  return once(services.db, write, evidenceId, async (tx) => {
    const { article, evidence } = await lockEvidence(tx, write, evidenceId, version);
    requireMay(write, evidence, 'edit');
    const before = fieldsOf(evidence);
    const after = { ...before };
    for (const field of ['kind', 'url', 'title', 'publisher', 'note', 'fileId'] as const)
      if (given[field] !== undefined) Object.assign(after, { [field]: given[field] });
    if (accessedAt !== undefined) after.accessedAt = dateOf(accessedAt);
    if (after.kind === 'link' && after.url === null)
      throw new Refusal('INVALID', { issues: [{ path: 'url', message: 'a link needs its address' }] });
    await requireFile(tx, article.id, after);

    const change = difference(recorded(before), recorded(after));
    if (!change.changed) return;
    await tx.evidence.update({ where: { id: evidenceId }, data: { ...after, version: { increment: 1 } } });
    const { before: old, after: now } = change;
    await tell(tx, services, write, {
      article,
      evidenceId,
      type: 'evidence.edited',
      before: old,
      after: now,
    });
  });
}

/**
 * Withdraw evidence: its citations stay and show it as withdrawn.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, ARCHIVED, WITHDRAWN
 */
export async function withdrawEvidence(
  services: EvidenceServices,
  write: PersonWrite,
  evidenceId: string,
  version: number,
): Promise<Done> {
  return once(services.db, write, evidenceId, async (tx) => {
    const { article, evidence } = await lockEvidence(tx, write, evidenceId, version);
    requireMay(write, evidence, 'withdraw');
    await tx.evidence.update({
      where: { id: evidenceId },
      data: { withdrawnAt: write.at, version: { increment: 1 } },
    });
    const change = { before: { withdrawn: false }, after: { withdrawn: true } };
    await tell(tx, services, write, { article, evidenceId, type: 'evidence.withdrawn', ...change });
  });
}

/** @throws Refusal NOT_FOUND, NEEDS_EDITOR, ARCHIVED, NOT_WITHDRAWN */
export async function restoreEvidence(
  services: EvidenceServices,
  write: PersonWrite,
  evidenceId: string,
): Promise<Done> {
  return once(services.db, write, evidenceId, async (tx) => {
    const { article, evidence } = await lockEvidence(tx, write, evidenceId, null);
    requireMay(write, evidence, 'restore');
    await tx.evidence.update({
      where: { id: evidenceId },
      data: { withdrawnAt: null, version: { increment: 1 } },
    });
    const change = { before: { withdrawn: true }, after: { withdrawn: false } };
    await tell(tx, services, write, { article, evidenceId, type: 'evidence.restored', ...change });
  });
}

/** Lock the story that the evidence belongs to, then read it: what is read is what will be changed. */
export async function lockEvidence(
  tx: Tx,
  { user }: PersonWrite,
  evidenceId: string,
  version: number | null,
): Promise<{ article: LockedArticle; evidence: EvidenceRow }> {
  const found = await tx.evidence.findUnique({ where: { id: evidenceId }, select: { articleId: true } });
  if (found === null) throw new Refusal('NOT_FOUND');
  const article = await lockArticle(tx, user, found.articleId);
  await requireNotErased(tx, 'evidence', evidenceId);
  const evidence = await selectOptionalEvidence(tx, user, evidenceId);
  if (evidence === undefined) throw new Refusal('NOT_FOUND');
  if (version !== null && evidence.version !== version)
    throw new Refusal('STALE_VERSION', { current: presentEvidence(evidence, user) });
  return { article, evidence };
}

export function requireMay({ user }: PersonWrite, evidence: EvidenceRow, action: EvidenceAction): void {
  const decision = mayDoEvidence(user, evidence, action);
  if (!decision.allowed) throw new Refusal(decision.code);
}

interface Change {
  readonly article: LockedArticle;
  readonly evidenceId: string;
  readonly type: EventType;
  readonly before: object | null;
  readonly after: object;
}

/** Tell history, and reopen the reviews of the claims that rest on this evidence. */
export async function tell(
  tx: Tx,
  services: EvidenceServices,
  write: PersonWrite,
  change: Change,
): Promise<void> {
  const { article, evidenceId, type, before, after } = change;
  await appendEvent(tx, services.historyKey, {
    stream: { kind: 'article', id: article.id },
    type,
    at: write.at,
    actor: write.user,
    data: { evidence: evidenceId, before, after },
  });
  const claims = await lockRows(tx, article, await selectCitingClaimIds(tx, evidenceId));
  await groundChanged(tx, services, write, claims, 'evidence');
}

type EvidenceFields = Pick<EvidenceRow, 'kind' | 'url' | 'title' | 'publisher' | 'note'> & {
  accessedAt: Date | null;
  fileId: string | null;
};

function fieldsOf({ kind, url, title, publisher, accessedAt, note, file }: EvidenceRow): EvidenceFields {
  return { kind, url, title, publisher, accessedAt, note, fileId: file?.id ?? null };
}

const recorded = (fields: EvidenceFields) => ({
  ...fields,
  accessedAt: fields.accessedAt?.toISOString() ?? null,
});

const dateOf = (time: string | null) => (time === null ? null : new Date(time));
