/** What a claim may point at: claims of its own story, sources of the register, people who see the story. */
import type { KindAndDetails } from '../../contract/claims.ts';
import { type Issue, Refusal } from '../../contract/problem.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import { wouldBeCircular } from '../../domain/claims/links.ts';
import { type Actor, mayDoArticle } from '../../domain/claims/permissions.ts';
import { type LockedArticle, visibleTo } from '../articles/access.ts';

/** What details point at outside of the text. */
interface Pointers {
  readonly partOf: string | null;
  /** By where they stand in the request. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Pointers of details. */
export function pointersOf(claim: KindAndDetails): Pointers {
  const partOf = claim.kind === 'casualty_count' ? claim.details.partOf : null;
  const places: [string, string | null][] = [];
  if (claim.kind === 'attribution' || claim.kind === 'source')
    places.push(['details.sourceId', claim.details.sourceId]);
  if (claim.kind === 'attribution')
    claim.details.via.forEach(({ sourceId }, index) => {
      places.push([`details.via.${index}.sourceId`, sourceId]);
    });
  return { partOf, sources: new Map(places.filter((place): place is [string, string] => place[1] !== null)) };
}

/** Columns of `told` that `POINTERS_HOLD` asks after, and what they hold for a claim. */
export const POINTER_COLUMNS = 'part_of uuid, named_sources uuid[]';

export function pointerValues(claim: KindAndDetails): Record<string, unknown> {
  const { partOf, sources } = pointersOf(claim);
  return { part_of: partOf, named_sources: [...new Set(sources.values())] };
}

/**
 * For raw SQL over rows `told` and their stories `articles AS a`: true where `requirePointers` would refuse nothing and
 * has to wait for nobody. It shares the entries of the register as that does.
 */
export const POINTERS_HOLD = Prisma.sql`(told.part_of IS NULL OR EXISTS (SELECT 1 FROM claims whole
    WHERE whole.id = told.part_of AND whole.article_id = a.id AND whole.kind = 'casualty_count'
      AND whole.withdrawn_at IS NULL))
  AND (told.named_sources = '{}' OR (SELECT count(*) FROM (
    SELECT 1 FROM sources WHERE id = ANY(told.named_sources) AND merged_into_id IS NULL FOR SHARE SKIP LOCKED
  ) AS live) = cardinality(told.named_sources))`;

/**
 * Hold what details point at against what there is. What they pointed at before is not asked again: withdrawing a
 * claim leaves what points at it as it is.
 *
 * @throws Refusal UNKNOWN_REFERENCE with the places
 */
export async function requirePointers(
  tx: Queryable,
  article: LockedArticle,
  after: KindAndDetails,
  before: KindAndDetails | null = null,
): Promise<void> {
  const known = before === null ? null : pointersOf(before);
  const { partOf, sources } = pointersOf(after);
  const issues: Issue[] = [];
  if (partOf !== null && partOf !== known?.partOf) {
    const [whole] = await selectLive(tx, article, [partOf]);
    if (whole?.kind !== 'casualty_count')
      issues.push({ path: 'details.partOf', message: 'is not a casualty count of this story' });
  }
  const knownSources = new Set(known?.sources.values());
  const asked = [...sources].filter(([, id]) => !knownSources.has(id));
  if (asked.length > 0) {
    const found = await selectSourceIds(
      tx,
      asked.map(([, id]) => id),
    );
    for (const [path, id] of asked)
      if (!found.has(id)) issues.push({ path, message: 'is not in the source register' });
  }
  if (issues.length > 0) throw new Refusal('UNKNOWN_REFERENCE', { issues });
}

interface Target {
  readonly id: string;
  readonly kind: KindAndDetails['kind'];
}

/** Claims of a story that are not withdrawn, of these. */
function selectLive(tx: Queryable, article: LockedArticle, ids: readonly string[]): Promise<Target[]> {
  return tx.$queryRaw<Target[]>`
    SELECT id, kind FROM claims
    WHERE id = ANY(${ids}::uuid[]) AND article_id = ${article.id}::uuid AND withdrawn_at IS NULL`;
}

/**
 * Entries of the register, of these, that a claim may name: not one that was merged into another. They are shared until
 * the transaction ends, so that a merge waits for whoever names the entry that it moves.
 */
async function selectSourceIds(tx: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM sources WHERE id = ANY(${ids}::uuid[]) AND merged_into_id IS NULL ORDER BY id FOR SHARE`;
  return new Set(rows.map(({ id }) => id));
}

interface Links {
  readonly attributionIds: readonly string[];
  readonly sameFactAs: string | null;
}

/**
 * Hold a claim's new links to others against the claims of the story.
 *
 * @throws Refusal UNKNOWN_REFERENCE with the places, CIRCULAR for an attribution of itself
 */
export async function requireLinks(
  tx: Queryable,
  article: LockedArticle,
  id: string,
  before: Links,
  after: Links,
): Promise<void> {
  const added = after.attributionIds.filter((other) => !before.attributionIds.includes(other));
  if (added.includes(id)) throw new Refusal('CIRCULAR');
  const sameFactAs = after.sameFactAs === before.sameFactAs ? null : after.sameFactAs;
  const asked = sameFactAs === null ? added : [...added, sameFactAs];
  if (asked.length === 0) return;
  const targets = new Map((await selectLive(tx, article, asked)).map((target) => [target.id, target.kind]));
  const issues: Issue[] = [];
  if (!added.every((other) => targets.get(other) === 'attribution'))
    issues.push({
      path: 'attributionIds',
      message: 'names something that is not an attribution of this story',
    });
  if (sameFactAs !== null && !targets.has(sameFactAs))
    issues.push({ path: 'sameFactAs', message: 'is not a claim of this story' });
  if (issues.length > 0) throw new Refusal('UNKNOWN_REFERENCE', { issues });
}

/** Which link of a claim to follow from claim to claim. */
const EDGE = {
  partOf: Prisma.sql`(details ->> 'partOf')::uuid`,
  sameFactAs: Prisma.sql`same_fact_as_id`,
} as const;

/**
 * Refuse a link that would lead back to the claim it starts from. Withdrawn claims take part, since they can be
 * restored.
 *
 * @param target null where there is no new link
 * @throws Refusal CIRCULAR
 */
export async function requireNoCircle(
  tx: Queryable,
  article: LockedArticle,
  link: keyof typeof EDGE,
  id: string,
  target: string | null,
): Promise<void> {
  if (target === null) return;
  const rows = await tx.$queryRaw<{ id: string; target: string }[]>`
    SELECT id, ${EDGE[link]} AS target FROM claims
    WHERE article_id = ${article.id}::uuid AND ${EDGE[link]} IS NOT NULL`;
  const edges = new Map(rows.map((row) => [row.id, row.target]));
  if (wouldBeCircular(id, target, edges)) throw new Refusal('CIRCULAR');
}

/**
 * @throws Refusal UNKNOWN_REFERENCE where no active person of this id may see the story and work on it
 */
export async function requireAssignee(tx: Queryable, article: LockedArticle, userId: string): Promise<void> {
  const [found] = await tx.$queryRaw<Actor[]>`
    SELECT u.id, u.name, u.role FROM users u, articles a WHERE u.id = ${userId}::uuid AND u.active
      AND a.id = ${article.id}::uuid AND ${visibleTo({ id: userId })}`;
  if (found === undefined || !mayDoArticle(found, article, 'edit').allowed)
    throw new Refusal('UNKNOWN_REFERENCE', {
      issues: [{ path: 'assigneeId', message: 'is not a person who can work on this story' }],
    });
}
