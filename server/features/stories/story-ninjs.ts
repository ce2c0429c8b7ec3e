/** A story as a news item for other systems. */
import { Prisma } from '../../database/client.ts';
import { storyNinjs } from '../../domain/exchange/ninjs.ts';
import type { SignedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import { presentArrivals } from '../arrivals/arrivals.queries.ts';
import { handOut } from '../exports/hand-out.ts';
import { selectProof } from '../proof/proof.queries.ts';

/**
 * The item, recorded with the claims that are told in it: the verified ones, and those to be corrected.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, STALE_HEAD as `handOut` does
 */
export async function handOutNinjs(
  { db, now, publicUrl }: Pick<Services, 'db' | 'now' | 'publicUrl'>,
  user: SignedIn,
  articleId: string,
): Promise<{ readonly file: Buffer; readonly exportId: string }> {
  const make = async () => {
    const proof = await selectProof(db, user, articleId, now());
    const [arrival = null] = await presentArrivals(db.prisma, articleId);
    const file = Buffer.from(storyNinjs({ proof, arrival, origin: publicUrl }), 'utf8');
    return { head: proof.article.head, at: new Date(proof.madeAt), file };
  };
  return handOut(db, articleId, make, ({ at }) => ({
    ...({ kind: 'story', format: 'ninjs', by: user, filters: { articleId }, story: articleId } as const),
    at,
    holds: Prisma.sql`c.article_id = ${articleId}::uuid AND c.status = 'passed' AND EXISTS (SELECT 1 FROM verdicts given
      WHERE given.id = c.verdict_id AND given.verdict IN ('accurate', 'inaccurate'))`,
  }));
}
