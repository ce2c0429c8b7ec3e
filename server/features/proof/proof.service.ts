/** Making a story's checking proof, and recording one that is kept. */
import { createHash } from 'node:crypto';
import type { ProofFormat } from '../../contract/formats.ts';
import { Prisma } from '../../database/client.ts';
import { proofHtml } from '../../domain/exchange/proof/html.ts';
import { proofMarkdown } from '../../domain/exchange/proof/markdown.ts';
import type { ProofInput } from '../../domain/exchange/proof/model.ts';
import { PROOF_STYLE } from '../../domain/exchange/proof/style.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { handOut } from '../exports/hand-out.ts';
import { selectProof } from './proof.queries.ts';

/** For the one style that a proof may have. */
export const STYLE_DIGEST = createHash('sha256').update(PROOF_STYLE, 'utf8').digest('base64');

type ProofServices = Pick<Services, 'db' | 'now'>;

interface Made {
  readonly proof: ProofInput;
  readonly file: Buffer;
  /** What it is recorded as, where it is. */
  readonly exportId?: string;
}

const WRITERS: Readonly<Record<ProofFormat, (proof: ProofInput) => Promise<Uint8Array>>> = {
  html: async (proof) => Buffer.from(proofHtml(proof, STYLE_DIGEST), 'utf8'),
  markdown: async (proof) => Buffer.from(proofMarkdown(proof), 'utf8'),
  // Loaded with its first document: what writes it takes memory that most servers never need.
  docx: async (proof) => (await import('../../domain/exchange/proof/docx.ts')).proofDocx(proof),
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
  const make = async () => {
    const made = await makeProof(services, user, articleId, format);
    return { ...made, head: made.proof.article.head };
  };
  return handOut(services.db, articleId, make, ({ proof }) => ({
    ...({ kind: 'proof', format, by: user, filters: { articleId }, story: articleId } as const),
    at: new Date(proof.madeAt),
    holds: Prisma.sql`c.article_id = ${articleId}::uuid AND c.withdrawn_at IS NULL`,
  }));
}
