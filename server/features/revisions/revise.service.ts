/** Newer texts: stored beside the older ones, with the story's claims placed on them. */
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { ReviseArticle, RevisionChanges } from '../../contract/revisions.ts';
import { afterSending } from '../../database/after-sending.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvents } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { mayRevise } from '../../domain/claims/permissions.ts';
import { keepsVerdict } from '../../domain/text/revise/model.ts';
import type { StoryReading } from '../../domain/text/story.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticle } from '../articles/access.ts';
import { type ArticleRow, selectOptionalArticle } from '../articles/articles.queries.ts';
import type { Arrived } from '../articles/articles.service.ts';
import { type StoredRevision, selectRevision } from '../articles/revisions.ts';
import { insertRevision, searchedWords, sha256, understand } from '../articles/stored-text.ts';
import { lockRows, refreshStatuses, requireVersion } from '../claims/claim-change.ts';
import { insertVerdictEnds } from '../claims/verdict-end.ts';
import { voidSignOff } from '../sign-off/sign-off.service.ts';
import { changedClaim, changedOf } from './changed-claims.ts';
import { selectOrphans } from './changes.queries.ts';
import { type Offering, type Orphan, offeredPlaces, offering, orphansAfter } from './offered-places.ts';
import { placing, type Texts } from './placing.ts';
import {
  expireVerdicts,
  hasNewStatus,
  insertChanges,
  insertPlacements,
  type PlacedClaimRow,
  type Replaced,
  readPlacedClaim,
  selectEarlierPlaces,
  selectPlacedClaims,
} from './revise.store.ts';

type Revised = BodyOf<typeof ReviseArticle>;

/** So many claims are stored while the next ones are decided on. */
const TOGETHER = 500;

interface Stored {
  readonly revision: number;
  readonly claims: RevisionChanges['claims'];
  readonly offering: Offering;
}

/** A file that was read already: of `body` the words are then not read again. */
type CameAs = Pick<Arrived, 'story' | 'keep'>;

/**
 * Store a newer text of a story and place its claims on it. The same text again changes nothing.
 *
 * A claim whose words, sentence and speaker are the same keeps verdict and review; every other verdict expires, and a claim
 * whose words are gone becomes an orphan. Nothing is withdrawn and no placement is rewritten.
 *
 * @throws Refusal STALE_REVISION with the number of the current one, NEEDS_EDITOR, ARCHIVED, SIGNED_OFF for a text that
 *   did not arrive from outside, UNKNOWN_REFERENCE and STALE_VERSION for the claims that it corrects, TOO_LARGE,
 *   EMPTY_STORY, NOT_TEXT
 * @returns `changes`: what became of the claims, as it would be read back; null for a repeat and where nothing changed
 */
export async function reviseArticle(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  articleId: string,
  body: Revised,
  file?: CameAs,
): Promise<{ readonly done: Done; readonly changes: RevisionChanges | null }> {
  let stored: Stored | null = null as Stored | null;
  const done = await once(db, write, articleId, async (tx) => {
    stored = await storeRevision(tx, historyKey, write, { articleId, body, file });
  });
  if (stored === null) return { done, changes: null };
  const { revision, claims, offering } = stored;
  return {
    done,
    changes: { revision, claims, offered: await offeredPlaces(db.prisma, articleId, offering) },
  };
}

/** @returns null where it is the same text */
async function storeRevision(
  tx: Tx,
  historyKey: Buffer,
  write: PersonWrite,
  { articleId, body, file }: { articleId: string; body: Revised; file: CameAs | undefined },
): Promise<Stored | null> {
  const { user } = write;
  const article = await lockArticle(tx, user, articleId);
  const decision = mayRevise(user, article, body.arrived !== undefined);
  if (!decision.allowed) throw new Refusal(decision.code);
  if (body.baseRevision !== article.currentRevision)
    throw new Refusal('STALE_REVISION', { revision: article.currentRevision, proposed: null });
  const row = await selectOptionalArticle(tx, user, articleId);
  if (row === undefined) throw new Refusal('NOT_FOUND');

  const { text, baseRevision, arrived, note, corrects, ...corrections } = body;
  await requireAsSeen(tx, user, article, corrects ?? []);
  const [older, rows, orphans, story] = await Promise.all([
    selectRevision(tx, articleId, baseRevision),
    selectPlacedClaims(tx, articleId, baseRevision),
    selectOrphans(tx, articleId, baseRevision),
    file?.story ?? afterSending(() => understand({ ...corrections, text, language: row.language })),
  ]);
  const digest = sha256(story.text);
  if (older.sha256 === digest.toString('hex')) {
    await file?.keep(tx, { articleId, revision: baseRevision });
    return null;
  }
  const number = baseRevision + 1;
  await voidSignOff(tx, { historyKey }, write, article, arrived ?? '');
  const newer = {
    articleId,
    number,
    text: story.text,
    sha256: digest.toString('hex'),
    blocks: story.blocks,
    sentences: story.sentences,
  };
  const { replaced, stored } = await placeClaims(
    tx,
    { write, story, rows, orphans },
    {
      older,
      newer,
      language: row.language,
    },
  );
  const title = titleAfter(row, older, newer);
  await updateArticle(tx, { ...row, title }, number, story.text);
  await storeReplaced(tx, write, article, number, replaced);
  await appendEvents(tx, historyKey, { articleId, at: write.at, actor: user }, [
    {
      type: 'article.revised',
      data: {
        before: {
          revision: baseRevision,
          sha256: older.sha256,
          ...(title === row.title ? {} : { title: row.title }),
        },
        after: { revision: number, sha256: newer.sha256, ...(title === row.title ? {} : { title }) },
        ...(arrived === undefined ? {} : { arrived }),
        ...(note === undefined ? {} : { note }),
        ...(corrects === undefined ? {} : { corrects: corrects.map(({ id }) => id) }),
        kept: replaced.filter(({ change }) => keepsVerdict(change)).length,
      },
    },
    ...replaced.filter(({ change }) => !keepsVerdict(change)).map((claim) => eventOf(claim, number)),
  ]);
  await file?.keep(tx, { articleId, revision: number });
  return stored;
}

interface ToPlace {
  readonly write: PersonWrite;
  readonly story: StoryReading;
  /** The claims of the older text, in its order. */
  readonly rows: readonly PlacedClaimRow[];
  readonly orphans: readonly Orphan[];
}

/**
 * Store the newer text and the places of the claims on it.
 *
 * PostgreSQL is at work as long as the decisions take: the text is stored while the first claims are decided on, their
 * places while the next ones are, and the last ones while the answer is made.
 */
async function placeClaims(
  tx: Tx,
  { write, story, rows, orphans }: ToPlace,
  texts: Texts,
): Promise<{ readonly replaced: readonly Replaced[]; readonly stored: Stored }> {
  const { older, newer, language } = texts;
  const { articleId, number } = newer;
  const [, before, { claims, place }] = await Promise.all([
    insertRevision(tx, { articleId, number, story, write }),
    selectEarlierPlaces(tx, articleId, sha256(newer.text), number),
    afterSending(() => {
      const claims = rows.map(readPlacedClaim);
      return { claims, place: placing(claims, texts) };
    }),
  ]);
  const replaced: Replaced[] = [];
  const placeNext = () => {
    const next = claims.splice(0, TOGETHER).map((claim) => place(claim, before.get(claim.id)));
    replaced.push(...next);
    return next;
  };
  let next = placeNext();
  while (claims.length > 0)
    [next] = await Promise.all([afterSending(placeNext), insertPlacements(tx, articleId, number, next)]);
  const [stored] = await Promise.all([
    afterSending(() => ({
      revision: number,
      claims: changedOf(replaced, texts).map(changedClaim),
      offering: offering(orphansAfter(orphans, replaced, older), { ...newer, language }, before),
    })),
    insertPlacements(tx, articleId, number, next),
  ]);
  return { replaced, stored };
}

/** A correction that was changed or taken back since it was seen is not put in place. */
async function requireAsSeen(
  tx: Tx,
  user: PersonWrite['user'],
  article: LockedArticle,
  seen: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  if (seen.length === 0) return;
  const claims = await lockRows(
    tx,
    article,
    seen.map(({ id }) => id),
  );
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  for (const { id, version } of seen) {
    const claim = known.get(id);
    if (claim === undefined) throw new Refusal('UNKNOWN_REFERENCE');
    await requireVersion(tx, user, claim, version);
  }
}

/** A title that was the headline stays the headline. */
function titleAfter({ title }: ArticleRow, older: StoredRevision, newer: StoredRevision): string {
  const headline = ({ text, blocks }: StoredRevision) => {
    const block = blocks.find(({ role }) => role === 'headline');
    return block === undefined ? null : text.slice(block.start, block.end).replace(/\s+/g, ' ').slice(0, 500);
  };
  return headline(older) === title ? (headline(newer) ?? title) : title;
}

async function updateArticle(tx: Tx, row: ArticleRow, number: number, text: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE articles SET current_revision = ${number}, title = ${row.title}, version = version + 1,
      search = search_vector(${searchedWords(row, text)})
    WHERE id = ${row.id}::uuid`;
}

async function storeReplaced(
  tx: Tx,
  write: PersonWrite,
  article: LockedArticle,
  number: number,
  replaced: readonly Replaced[],
): Promise<void> {
  await insertChanges(tx, article.id, number, replaced);
  await expireVerdicts(tx, replaced, write.at);
  const ended = replaced.flatMap(({ id, verdictId, span, expires }) =>
    verdictId === null || !expires
      ? []
      : [{ verdictId, claimId: id, how: 'expired' as const, quote: span.quote }],
  );
  await insertVerdictEnds(tx, write, article.id, ended);
  await refreshStatuses(
    tx,
    replaced.filter(hasNewStatus).map(({ id }) => id),
    { bump: true },
  );
}

function eventOf(claim: Replaced, revision: number) {
  const { id, change, span, now, expires } = claim;
  return {
    type: 'claim.replaced' as const,
    claimId: id,
    data: {
      change,
      before: { revision: revision - 1, span },
      after: { revision, span: now?.span ?? null },
      ...(expires ? { expired: ['text'] } : {}),
      ...(now?.outgrown == null ? {} : { outgrown: now.outgrown.fields }),
    },
  };
}
