/** Links between claims that were suggested as linked, whichever of them was accepted first. */
import type { LinkOffer } from '../../contract/suggestions.ts';
import type { Queryable, Tx } from '../../database/client.ts';
import { appendEvents } from '../../database/events.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { LockedArticle } from '../articles/access.ts';
import { type LockedClaim, lockRows, refreshStatuses } from '../claims/claim-change.ts';
import type { Mark } from '../claims/claim-insert.ts';
import { forbidConfirming } from '../claims/verdict-end.ts';
import type { SuggestionRow } from './suggestions.queries.ts';

interface Accepted {
  readonly article: LockedArticle;
  readonly row: Pick<SuggestionRow, 'id'>;
  readonly claim: Pick<Mark, 'id' | 'claim'>;
}

/**
 * Link the claims that were accepted before this one and that it says, or is the whole of.
 *
 * Only those about whose meaning nobody has given a verdict that holds: a new link would expire it. These are left to
 * be offered (`selectLinks`).
 */
export async function linkEarlier(
  tx: Tx,
  historyKey: Buffer,
  write: PersonWrite,
  { article, row, claim }: Accepted,
): Promise<void> {
  // Nothing is linked to a source or a fact.
  if (claim.claim.kind !== 'attribution' && claim.claim.kind !== 'casualty_count') return;
  const { linked, offers } = await selectLinks(tx, [{ suggestionId: row.id, claimId: claim.id }]);
  const done = new Set(linked.map(({ claimId }) => claimId));
  const asked = offers.filter(({ claimId }) => !done.has(claimId));
  const claims = await lockRows(
    tx,
    article,
    asked.map(({ claimId }) => claimId),
  );
  const free = claims.filter(({ verdict }) => verdict === null || verdict.expired);
  if (free.length === 0) return;
  const link = claim.claim.kind === 'attribution' ? 'attribution' : 'part_of';
  const ids = free.map(({ id }) => id);
  await (link === 'attribution' ? linkAttribution(tx, ids, claim.id) : linkWhole(tx, ids, claim.id));
  await forbidConfirming(tx, ids);
  await refreshStatuses(tx, ids, { bump: true });
  const told = { articleId: article.id, at: write.at, actor: write.user };
  await appendEvents(
    tx,
    historyKey,
    told,
    free.map((earlier) => ({
      type: 'claim.edited' as const,
      claimId: earlier.id,
      data: changeOf(earlier, claim.id, link),
    })),
  );
}

const linkAttribution = (tx: Tx, ids: readonly string[], to: string) => tx.$executeRaw`
  INSERT INTO claim_attributions (claim_id, attribution_id)
  SELECT claim, ${to}::uuid FROM unnest(${ids}::uuid[]) AS claim ON CONFLICT DO NOTHING`;

const linkWhole = (tx: Tx, ids: readonly string[], to: string) => tx.$executeRaw`
  UPDATE claims SET details = jsonb_set(details, '{partOf}', to_jsonb(${to}::text)) WHERE id = ANY(${ids}::uuid[])`;

/** As an edit by hand tells it. */
function changeOf(
  { content, attributionIds, status }: LockedClaim,
  to: string,
  link: LinkOffer['link'],
): Record<string, unknown> {
  const [before, after] =
    link === 'attribution'
      ? [{ attributionIds }, { attributionIds: [...attributionIds, to].sort() }]
      : [{ details: content.details }, { details: { ...content.details, partOf: to } }];
  return { before: { ...before, status }, after: { ...after, status } };
}

export interface Links {
  readonly linked: LinkOffer[];
  readonly offers: LinkOffer[];
}

/** What a suggestion became. */
export interface Became {
  readonly suggestionId: string;
  readonly claimId: string;
}

/**
 * The links that claims accepted earlier have to what suggestions of one text became, and those they could have.
 *
 * A claim that is part of another count already is offered nothing: somebody said so. Nor is one that the new claim is
 * part of itself.
 */
export async function selectLinks(db: Queryable, became: readonly Became[]): Promise<Links> {
  const rows = await db.$queryRaw<(LinkOffer & { isLinked: boolean })[]>`
    SELECT c.id AS "claimId", l.link, t.id AS "to", l."isLinked"
    FROM unnest(${became.map(({ suggestionId }) => suggestionId)}::uuid[],
      ${became.map(({ claimId }) => claimId)}::uuid[]) WITH ORDINALITY AS asked (suggestion, claim, place)
    JOIN claims t ON t.id = asked.claim AND t.withdrawn_at IS NULL
    JOIN suggestions own ON own.id = asked.suggestion
    JOIN suggestions d ON d.article_id = t.article_id AND d.state = 'accepted' AND d.revision = own.revision
    JOIN claims c ON c.id = d.claim_id AND c.withdrawn_at IS NULL AND c.id <> t.id
    CROSS JOIN LATERAL (
      SELECT 'attribution' AS link,
        EXISTS (SELECT 1 FROM claim_attributions a WHERE a.claim_id = c.id AND a.attribution_id = t.id) AS "isLinked"
      WHERE t.kind = 'attribution' AND own.id = ANY(d.attributed_by)
      UNION ALL
      SELECT 'part_of', c.details ->> 'partOf' IS NOT NULL AND c.details ->> 'partOf' = t.id::text
      WHERE t.kind = 'casualty_count' AND c.kind = 'casualty_count' AND d.part_of = own.id
        AND (c.details ->> 'partOf' IS NULL OR c.details ->> 'partOf' = t.id::text)
        AND t.details ->> 'partOf' IS DISTINCT FROM c.id::text
    ) AS l
    ORDER BY asked.place, c.id`;
  const offerOf = ({ isLinked: _is, ...offer }: LinkOffer & { isLinked: boolean }): LinkOffer => offer;
  return {
    linked: rows.filter(({ isLinked }) => isLinked).map(offerOf),
    offers: rows.filter(({ isLinked }) => !isLinked).map(offerOf),
  };
}
