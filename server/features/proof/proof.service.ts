/** Making a story's checking proof, and recording one that is kept. */
import { createHash } from 'node:crypto';
import type { ProofFormat } from '../../contract/formats.ts';
import { Refusal } from '../../contract/problem.ts';
import { Prisma } from '../../database/client.ts';
import { proofDocx } from '../../domain/exchange/proof/docx.ts';
import { proofHtml } from '../../domain/exchange/proof/html.ts';
import type { ProofInput } from '../../domain/exchange/proof/model.ts';
import { PROOF_STYLE } from '../../domain/exchange/proof/style.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { recordedWhole } from '../exports/export-record.ts';
import { selectProof } from './proof.queries.ts';

/** For the one style that a proof may have. */
export const STYLE_DIGEST = createHash('sha256').update(PROOF_STYLE, 'utf8').digest('base64');

type ProofServices = Pick<Services, 'db' | 'now'>;

interface Made {
  readonly proof: ProofInput;
  readonly file: Buffer;
}

const WRITERS: Readonly<Record<ProofFormat, (proof: ProofInput) => Promise<Uint8Array>>> = {
  html: async (proof) => Buffer.from(proofHtml(proof, STYLE_DIGEST), 'utf8'),
  docx: proofDocx,
};

/** A proof to be looked at. */
export async function makeProof(
  { db, now }: ProofServices,
  user: SignedIn,
  articleId: string,
  format: ProofFormat,
): Promise<Made> {
  const proof = await selectProof(db, user, articleId, now());
  return { proof, file: Buffer.from(await WRITERS[format](proof)) };
}

/** So often a proof is made anew because something happened in its story meanwhile. */
const TRIES = 5;

/**
 * A proof that is kept is a file that left the desk: it is recorded with its claims, as they are in it.
 *
 * @throws Refusal STALE_HEAD where others write in the story faster than it can be made
 */
export async function handOutProof(
  services: ProofServices,
  user: SignedIn,
  articleId: string,
  format: ProofFormat,
): Promise<Made> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const made = await makeProof(services, user, articleId, format);
    const asked = {
      ...({ kind: 'proof', format, by: user, filters: { articleId } } as const),
      at: new Date(made.proof.madeAt),
      holds: Prisma.sql`c.article_id = ${articleId}::uuid AND c.withdrawn_at IS NULL`,
    };
    const story = { articleId, head: made.proof.article.head };
    if (await recordedWhole(services.db, asked, story, made.file)) return made;
  }
  throw new Refusal('STALE_HEAD');
}
