/** The text of a page as it was when somebody looked: kept beside the link, never altered. */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { AnswerOf, BodyOf } from '../../contract/endpoint.ts';
import type { GetSnapshot, TakeSnapshot } from '../../contract/evidence.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import { type Done, once } from '../../database/once.ts';
import type { PersonWrite } from '../../http/write.ts';
import { selectOptionalEvidence } from './evidence.queries.ts';
import { type EvidenceServices, lockEvidence, requireMay, tell } from './evidence.service.ts';

/**
 * Keep the text of a link's page. Earlier ones stay; history has their digests.
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
    requireMay(write, evidence, 'edit');
    if (evidence.kind !== 'link')
      throw new Refusal('INVALID', { issues: [{ path: 'text', message: 'only a link keeps a snapshot' }] });

    const sha256 = createHash('sha256').update(text, 'utf8').digest();
    const kept = { length: text.length, how: 'pasted' as const };
    await tx.snapshot.create({
      data: {
        id: uuidv7(),
        evidenceId,
        text,
        ...kept,
        sha256,
        byId: write.user.id,
        takenAt: write.at,
      },
    });
    await tx.evidence.update({ where: { id: evidenceId }, data: { version: { increment: 1 } } });
    await tell(tx, services, write, {
      article,
      evidenceId,
      type: 'evidence.snapshot_taken',
      before: evidence.snapshot && { snapshot: evidence.snapshot.sha256 },
      after: { snapshot: sha256.toString('hex'), ...kept },
    });
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
