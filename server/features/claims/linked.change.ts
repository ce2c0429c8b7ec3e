/** What a change to a claim does to the claims that lean on it. */
import { Prisma, type Tx } from '../../database/client.ts';
import type { Prisma as Types } from '../../database/generated/client.ts';
import { type ClaimMeaning, changesAttribution, changesWhole } from '../../domain/claims/expiry.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedClaim, lockRows } from './claim-change.ts';
import { type Ground, groundChanged } from './ground.change.ts';

type Leant = Pick<LockedClaim, 'id' | 'article'>;

/**
 * A claim was edited: verdicts of the claims that lean on it stand, reviews are reopened, as for evidence. What was
 * passed was passed as said by someone, or as part of a count, and leaves the desk with that.
 */
export async function leantOnEdited(
  tx: Tx,
  services: Pick<Services, 'historyKey'>,
  write: PersonWrite,
  claim: Leant,
  before: ClaimMeaning,
  after: ClaimMeaning,
): Promise<void> {
  if (changesAttribution(before, after)) await leantOnChanged(tx, services, write, claim, 'attribution');
  if (changesWhole(before, after)) await leantOnChanged(tx, services, write, claim, 'whole');
}

/** The same for a claim that was withdrawn or brought back. */
export async function leantOnChanged(
  tx: Tx,
  services: Pick<Services, 'historyKey'>,
  write: PersonWrite,
  claim: Leant,
  because: keyof typeof LEANING,
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>(LEANING[because](claim));
  if (rows.length === 0) return;
  const claims = await lockRows(
    tx,
    claim.article,
    rows.map(({ id }) => id),
  );
  await groundChanged(tx, services, write, claims, because);
}

/** The claims that lean on one, by what it is to them. */
const LEANING = {
  attribution: ({ id }) =>
    Prisma.sql`SELECT claim_id AS id FROM claim_attributions WHERE attribution_id = ${id}::uuid`,
  whole: ({ id, article }) => Prisma.sql`
    SELECT id FROM claims WHERE article_id = ${article.id}::uuid AND details ->> 'partOf' = ${id}`,
} satisfies Partial<Record<Ground, (claim: Leant) => Types.Sql>>;
