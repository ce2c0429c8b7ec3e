/** Newer texts: stored beside the older ones, with the story's claims placed on them. */
import type { Span } from '../../contract/common.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { ReviseArticle } from '../../contract/revisions.ts';
import { afterSending } from '../../database/after-sending.ts';
import type { Tx } from '../../database/client.ts';
import { appendEvents } from '../../database/events.ts';
import { type Done, once } from '../../database/once.ts';
import { confirmableOn } from '../../domain/claims/confirmable.ts';
import { isOpen, outgrownBy } from '../../domain/claims/outgrown.ts';
import type { WordsOfClaim } from '../../domain/claims/outgrown-parts.ts';
import { mayRevise } from '../../domain/claims/permissions.ts';
import { anchoredOf, replacedDetails } from '../../domain/claims/replaced.ts';
import { placeOf } from '../../domain/text/place.ts';
import { keepsVerdict, type Reanchored } from '../../domain/text/revise/model.ts';
import { reanchor } from '../../domain/text/revise/reanchor.ts';
import type { PersonWrite } from '../../http/write.ts';
import type { Services } from '../../services.ts';
import { type LockedArticle, lockArticle } from '../articles/access.ts';
import { type ArticleRow, selectOptionalArticle } from '../articles/articles.queries.ts';
import { type StoredRevision, selectRevision } from '../articles/revisions.ts';
import { insertRevision, searchedWords, sha256, understand } from '../articles/stored-text.ts';
import { lockRows, refreshStatuses, requireVersion } from '../claims/claim-change.ts';
import { searchedWords as claimWords } from '../claims/marked-words.ts';
import { insertVerdictEnds } from '../claims/verdict-end.ts';
import { voidSignOff } from '../sign-off/sign-off.service.ts';
import {
  expireVerdicts,
  hasNewStatus,
  insertChanges,
  insertPlacements,
  type PlacedClaim,
  type Replaced,
  readPlacedClaim,
  selectEarlierPlaces,
  selectPlacedClaims,
} from './revise.store.ts';

type Revised = BodyOf<typeof ReviseArticle>;

/**
 * Store a newer text of a story and place its claims on it. The same text again changes nothing.
 *
 * A claim whose words, sentence and speaker are the same keeps verdict and review; every other verdict expires, and a claim
 * whose words are gone becomes an orphan. Nothing is withdrawn and no placement is rewritten.
 *
 * @throws Refusal STALE_REVISION with the number of the current one, NEEDS_EDITOR, ARCHIVED, SIGNED_OFF for a text that
 *   did not arrive from outside, UNKNOWN_REFERENCE and STALE_VERSION for the claims that it corrects, TOO_LARGE,
 *   EMPTY_STORY, NOT_TEXT
 */
export async function reviseArticle(
  { db, historyKey }: Pick<Services, 'db' | 'historyKey'>,
  write: PersonWrite,
  articleId: string,
  body: Revised,
): Promise<Done> {
  const { user } = write;
  return once(db, write, articleId, async (tx) => {
    const article = await lockArticle(tx, user, articleId);
    const decision = mayRevise(user, article, body.arrived !== undefined);
    if (!decision.allowed) throw new Refusal(decision.code);
    if (body.baseRevision !== article.currentRevision)
      throw new Refusal('STALE_REVISION', { revision: article.currentRevision, proposed: null });
    const row = await selectOptionalArticle(tx, user, articleId);
    if (row === undefined) throw new Refusal('NOT_FOUND');

    const { text, baseRevision, arrived, note, corrects, ...corrections } = body;
    await requireAsSeen(tx, user, article, corrects ?? []);
    const [older, placed, story] = await Promise.all([
      selectRevision(tx, articleId, baseRevision),
      selectPlacedClaims(tx, articleId, baseRevision),
      afterSending(() => understand({ ...corrections, text, language: row.language })),
    ]);
    if (older.sha256 === sha256(story.text).toString('hex')) return;
    const number = baseRevision + 1;
    await voidSignOff(tx, { historyKey }, write, article, arrived ?? '');
    const newer = {
      articleId,
      number,
      text: story.text,
      sha256: '',
      blocks: story.blocks,
      sentences: story.sentences,
    };
    const texts = { older, newer, language: row.language };
    const [, decided] = await Promise.all([
      insertRevision(tx, { articleId, number, story, write }),
      afterSending(() => decideOn(placed.map(readPlacedClaim), texts)),
    ]);
    const replaced = await placeOnNewer(tx, texts, decided);
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
          after: {
            revision: number,
            sha256: sha256(story.text).toString('hex'),
            ...(title === row.title ? {} : { title }),
          },
          ...(arrived === undefined ? {} : { arrived }),
          ...(note === undefined ? {} : { note }),
          ...(corrects === undefined ? {} : { corrects: corrects.map(({ id }) => id) }),
          kept: replaced.filter(({ change }) => keepsVerdict(change)).length,
        },
      },
      ...replaced.filter(({ change }) => !keepsVerdict(change)).map((claim) => eventOf(claim, number)),
    ]);
  });
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

interface Texts {
  readonly older: StoredRevision;
  readonly newer: StoredRevision;
  readonly language: string;
}

interface Decided {
  readonly claim: PlacedClaim;
  readonly result: Reanchored;
}

function decideOn(claims: readonly PlacedClaim[], { older, newer, language }: Texts): Decided[] {
  const results = reanchor(
    { ...older, language },
    { ...newer, language },
    claims.map((claim) => anchoredOf(claim, claim.content)),
  );
  return claims.map((claim, index) => {
    const result = results[index];
    if (result === undefined) throw new Error(`no decision on ${claim.id}`);
    return { claim, result };
  });
}

/**
 * What is stored of each decision. Where the text is one that the story had before, the place of then is exact: a revision
 * and its reverse bring every claim back to where it was.
 */
async function placeOnNewer(
  tx: Tx,
  { older, newer, language }: Texts,
  decided: readonly Decided[],
): Promise<Replaced[]> {
  const earlier = await selectEarlierPlaces(tx, newer.articleId, sha256(newer.text), newer.number);
  return decided.map(({ claim, result }) => {
    const { span, change, cause } = returned(result, earlier.get(claim.id));
    const place = span === null ? null : placeOf(newer, span);
    if (span === null || place === null || !place.ok)
      return {
        ...claim,
        ...{ change: 'gone', now: null, cause: null },
        expires: claim.verdictId !== null,
        confirmable: false,
      };
    const content = replacedDetails(claim.content, span, result);
    const expires = claim.verdictId !== null && !keepsVerdict(change);
    const [before, now] = [wordsOf(older, claim.sentence, claim.span), wordsOf(newer, place.sentence, span)];
    // Where the words are the same nothing is read anew: what was open stays open, what was settled stays settled.
    const pending = isOpen(claim.outgrown) ? (claim.outgrown?.fields ?? []) : [];
    const outgrown = keepsVerdict(change)
      ? claim.outgrown
      : outgrownBy(content, { before, now, pending, language });
    return {
      ...claim,
      change,
      cause,
      now: {
        span,
        sentence: place.sentence,
        content,
        outgrown,
        words: isFoundAlike(before, now) ? null : claimWords(now.span.quote, now.sentenceText, claim.summary),
      },
      expires,
      confirmable:
        outgrown?.fields.includes('figure') !== true &&
        confirmableOn(
          {
            holds: claim.verdictId !== null,
            confirmable: claim.wasConfirmable,
            correction: claim.correction,
          },
          {
            change,
            losesPart: result.parts.includes(null),
            before: [before.span.quote, before.sentenceText],
            now: [now.span.quote, now.sentenceText],
            language,
          },
        ),
    };
  });
}

/**
 * The place that a claim had in this very text, which is exact, where the words lead to it at all. A verdict was given on
 * what stands around the words: where they lead to another place than that one, it has to be given again.
 */
function returned(
  { span, change, cause }: Reanchored,
  earlier: Span | undefined,
): Pick<Reanchored, 'span' | 'change' | 'cause'> {
  if (span === null || earlier === undefined) return { span, change, cause };
  const isThere = span.start === earlier.start && span.end === earlier.end;
  return { span: earlier, change: isThere || !keepsVerdict(change) ? change : 'reworded', cause };
}

/** A claim's own words, which may run over several sentences, and those of the sentence in which they begin. */
function wordsOf({ text, sentences }: StoredRevision, sentence: number, span: Span): WordsOfClaim {
  const { start, end } = sentences[sentence] ?? span;
  return { span, sentenceText: text.slice(start, end), sentenceStart: start };
}

const isFoundAlike = (before: WordsOfClaim, now: WordsOfClaim): boolean =>
  before.span.quote === now.span.quote && before.sentenceText === now.sentenceText;

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
  await insertPlacements(tx, article.id, number, replaced);
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
