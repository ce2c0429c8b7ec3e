/** The text of a page as it was when somebody looked: kept beside the link, never altered. */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { FetchSnapshot, GetSnapshot, Snapshot, TakeSnapshot } from '../../contract/evidence.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable, Tx } from '../../database/client.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { LockedArticle } from '../articles/access.ts';
import { presentEvidence } from './evidence.presenter.ts';
import { type EvidenceRow, selectOptionalEvidence } from './evidence.queries.ts';
import { type EvidenceServices, lockEvidence, requireMay, tell } from './evidence.service.ts';
import type { PageText, ReadPage } from './page-text.ts';

/**
 * Keep the text of a link's page as it was pasted. Earlier ones stay; history has their digests.
 *
 * @throws Refusal NOT_FOUND, STALE_VERSION, NEEDS_EDITOR, ARCHIVED, SIGNED_OFF, WITHDRAWN, INVALID for what is no link
 */
export async function takeSnapshot(
  services: EvidenceServices,
  write: PersonWrite,
  evidenceId: string,
  { version, text }: BodyOf<typeof TakeSnapshot>,
): Promise<Done> {
  return once(services.db, write, evidenceId, async (tx) => {
    const { article, evidence } = await lockEvidence(tx, write, evidenceId, version);
    requireLink(write, evidence);
    await keep(tx, services, write, { article, evidence, text, how: 'pasted', fetchedFrom: null });
  });
}

/**
 * Fetch the page of a link and keep its readable text.
 *
 * Nothing is locked while the page is on its way. What is stale is not asked for: either it was done before, or somebody
 * else was first, and the transaction tells which.
 *
 * @throws Refusal as `takeSnapshot`, and those of `ReadPage`
 */
export async function fetchSnapshot(
  services: EvidenceServices,
  readPage: ReadPage,
  write: PersonWrite,
  evidenceId: string,
  { version }: BodyOf<typeof FetchSnapshot>,
  signal: AbortSignal,
): Promise<Done> {
  const seen = await selectOptionalEvidence(services.db.prisma, write.user, evidenceId);
  if (seen === undefined) throw new Refusal('NOT_FOUND');
  let page: PageText | null = null;
  if (seen.version === version) page = await readPage(write.user, requireLink(write, seen), signal);
  return once(services.db, write, evidenceId, async (tx) => {
    const { article, evidence } = await lockEvidence(tx, write, evidenceId, version);
    if (page === null) throw new Refusal('STALE_VERSION', { current: presentEvidence(evidence, write.user) });
    requireLink(write, evidence);
    await keep(tx, services, write, { article, evidence, ...page, how: 'fetched' });
  });
}

/** Only a link has a page. @returns its address */
function requireLink(write: PersonWrite, evidence: EvidenceRow): string {
  requireMay(write, evidence, 'edit');
  if (evidence.kind !== 'link' || evidence.url === null)
    throw new Refusal('INVALID', { issues: [{ path: 'text', message: 'only a link keeps a snapshot' }] });
  return evidence.url;
}

interface Kept extends Pick<Snapshot, 'how' | 'fetchedFrom'> {
  readonly article: LockedArticle;
  readonly evidence: EvidenceRow;
  readonly text: string;
}

async function keep(
  tx: Tx,
  services: EvidenceServices,
  write: PersonWrite,
  { article, evidence, text, how, fetchedFrom }: Kept,
): Promise<void> {
  const evidenceId = evidence.id;
  const sha256 = createHash('sha256').update(text, 'utf8').digest();
  const kept = { length: text.length, how, fetchedFrom };
  await tx.snapshot.create({
    data: { id: uuidv7(), evidenceId, text, ...kept, sha256, byId: write.user.id, takenAt: write.at },
  });
  await tx.evidence.update({ where: { id: evidenceId }, data: { version: { increment: 1 } } });
  await tell(tx, services, write, {
    article,
    evidenceId,
    type: 'evidence.snapshot_taken',
    before: evidence.snapshot && { snapshot: evidence.snapshot.sha256 },
    after: {
      ...{ snapshot: sha256.toString('hex'), length: text.length, how },
      ...(fetchedFrom === null ? {} : { fetchedFrom }),
    },
  });
}

/** @throws Refusal NOT_FOUND also where there is none, or the story is not for this person */
export async function showSnapshot(
  db: Queryable,
  user: { readonly id: string },
  evidenceId: string,
): Promise<AnswerOf<typeof GetSnapshot>> {
  const evidence = await selectOptionalEvidence(db, user, evidenceId);
  if (evidence?.snapshot == null) throw new Refusal('NOT_FOUND');
  const [kept] = await db.$queryRaw<{ text: string }[]>`
    SELECT text FROM snapshots WHERE evidence_id = ${evidenceId}::uuid ORDER BY taken_at DESC, id DESC LIMIT 1`;
  return { ...evidence.snapshot, text: kept?.text ?? '' };
}
