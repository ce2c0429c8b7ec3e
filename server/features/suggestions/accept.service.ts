/** Making claims of suggestions. */
import { uuidv7 } from 'uuidv7';
import type { KindAndDetails } from '../../contract/claims.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { AcceptSuggestion, AcceptSuggestions } from '../../contract/suggestions.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvent } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { switchKind } from '../../domain/claims/details.ts';
import { mayDoArticle } from '../../domain/claims/permissions.ts';
import { isEdited } from '../../domain/extraction/decisions.ts';
import { speakerOf } from '../../domain/extraction/names.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticle } from '../articles/access.ts';
import { marked, readMark } from '../claims/claim-create.service.ts';
import { insertClaim, type Mark } from '../claims/claim-insert.ts';
import { requireNoCircle, requirePointers } from '../claims/references.ts';
import { linkEarlier } from './linking.ts';
import { lockSuggestion, requireCurrent, requireMay } from './suggestion-change.ts';
import { acceptedAs, completed } from './suggestions.presenter.ts';
import {
  type SuggestionRow,
  selectEntries,
  selectSuggestionsOf,
  selectSurroundings,
} from './suggestions.queries.ts';

type AcceptServices = Pick<Services, 'db' | 'historyKey'>;
type Wanted = BodyOf<typeof AcceptSuggestion>;

/**
 * Mark what was suggested as a claim, as a mark by hand is made: the same rules, the same event, with the suggestion
 * named in it.
 *
 * Taken as it is, the claim names the entry of the register that has the printed name, the claim of the whole it is
 * part of, and the claims of who says so, where there are such. Claims accepted earlier that were to be linked to it
 * are linked to it now, unless that would expire a verdict.
 *
 * @throws Refusal NOT_FOUND, STALE_REVISION with where the words are now, ALREADY_DECIDED, and all that
 *   marking by hand refuses
 */
export async function acceptSuggestion(
  { db, historyKey }: AcceptServices,
  write: PersonWrite,
  suggestionId: string,
  body: Wanted,
): Promise<Done> {
  const id = body.id ?? uuidv7();
  return once(
    db,
    write,
    id,
    async (tx) => {
      const { article, row } = await lockSuggestion(tx, write.user, suggestionId);
      await accept(tx, historyKey, write, { article, row, wanted: { ...body, id } });
    },
    { creates: true },
  );
}

/**
 * Accept several of a story as they are, in one transaction. One that cannot be accepted does not hold up the others.
 *
 * Who says so comes first, then the wholes, then the rest, so that links lead to claims that are there.
 *
 * @throws Refusal NOT_FOUND for the story, STALE_REVISION, NEEDS_EDITOR, SIGNED_OFF, ARCHIVED
 */
export async function acceptSuggestions(
  { db, historyKey }: AcceptServices,
  write: PersonWrite,
  articleId: string,
  { revision, items }: BodyOf<typeof AcceptSuggestions>,
): Promise<Done & { readonly refused: ReadonlyMap<string, string> }> {
  const refused = new Map<string, string>();
  const done = await once(db, write, articleId, async (tx) => {
    const article = await lockArticle(tx, write.user, articleId);
    if (revision !== article.currentRevision)
      throw new Refusal('STALE_REVISION', { revision: article.currentRevision, proposed: null });
    const decision = mayDoArticle(write.user, article, 'mark');
    if (!decision.allowed) throw new Refusal(decision.code);
    const claimIds = new Map(items.map((item) => [item.suggestionId, item.id]));
    const rows = await selectSuggestionsOf(tx, [...claimIds.keys()]);
    const own = rows.filter((row) => row.articleId === articleId);
    const used = await selectUsedIds(tx, [...claimIds.values()]);
    for (const row of own.sort((a, b) => placeOf(a) - placeOf(b))) {
      const id = claimIds.get(row.id) ?? uuidv7();
      try {
        requireMay(write.user, article, row, 'accept');
        if (used.has(id)) throw new Refusal('ID_USED');
        await accept(tx, historyKey, write, { article, row, wanted: { id } });
        used.add(id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.set(row.id, error.code);
      }
    }
  });
  return { ...done, refused };
}

const placeOf = ({ kind, partOf }: SuggestionRow): number => {
  if (kind === 'attribution') return 0;
  return partOf === null ? 1 : 2;
};

async function selectUsedIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM claims WHERE id = ANY(${ids}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

interface Accepting {
  readonly article: LockedArticle;
  readonly row: SuggestionRow;
  readonly wanted: Omit<Wanted, 'id'> & { readonly id: string };
}

/** All that may be refused is refused before anything is written: whoever accepts several goes on after a refusal. */
async function accept(
  tx: Tx,
  historyKey: Buffer,
  write: PersonWrite,
  { article, row, wanted }: Accepting,
): Promise<void> {
  const { user } = write;
  const revision = wanted.revision ?? row.revision;
  await requireCurrent(tx, article, row, revision);
  requireMay(user, article, row, 'accept');
  const known = await selectKnown(tx, row);
  const taken = wanted.details ?? switchKind(known.content, wanted.kind ?? row.kind).details;
  const kind = wanted.kind ?? row.kind;
  const mark = await readMark(tx, user, article, {
    id: wanted.id,
    articleId: article.id,
    body: { revision, kind, span: wanted.span ?? row.span, details: { ...taken } },
  });
  await requirePointers(tx, article, mark.claim);
  if (mark.claim.kind === 'casualty_count')
    await requireNoCircle(tx, article, 'partOf', mark.id, mark.claim.details.partOf);

  const edited = isEdited(row, { ...mark.claim, span: mark.span });
  await insertClaim(tx, mark, write);
  await insertLinks(tx, mark, known.attributionIds);
  await tx.$executeRaw`
    UPDATE suggestions SET state = 'accepted', claim_id = ${mark.id}::uuid, edited = ${edited}, carried = false,
      decided_by_id = ${user.id}::uuid, decided_at = ${write.at} WHERE id = ${row.id}::uuid`;
  const origin = { attributionIds: known.attributionIds, suggestion: { id: row.id, rule: row.rule, edited } };
  await appendEvent(tx, historyKey, marked(mark, write, origin));
  await linkEarlier(tx, historyKey, write, { article, row, claim: mark });
}

interface Known {
  /** What was suggested, with what only the newsroom knows. */
  readonly content: KindAndDetails;
  /** The claims that say this. An attribution has none itself. */
  readonly attributionIds: readonly string[];
}

async function selectKnown(tx: Tx, row: SuggestionRow): Promise<Known> {
  const speaker = speakerOf(row);
  const entryOf = await selectEntries(tx, [speaker]);
  const claimOf = acceptedAs(await selectSurroundings(tx, row));
  return {
    content: completed(row, {
      sourceId: entryOf(speaker)?.id ?? null,
      wholeId: claimOf(row.partOf, 'casualty_count'),
    }),
    attributionIds: row.attributedBy.flatMap((id) => claimOf(id, 'attribution') ?? []).sort(),
  };
}

async function insertLinks(tx: Tx, { id }: Mark, attributionIds: readonly string[]): Promise<void> {
  if (attributionIds.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO claim_attributions (claim_id, attribution_id)
    SELECT ${id}::uuid, attribution FROM unnest(${attributionIds}::uuid[]) AS attribution`;
}
