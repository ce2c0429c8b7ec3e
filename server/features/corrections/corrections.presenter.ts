/** A story's corrections, and its text with them put in place. */
import type {
  CorrectedPlace,
  CorrectionList,
  CorrectionPreview,
  PreviewCorrections,
} from '../../contract/corrections.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Queryable } from '../../database/client.ts';
import { type Actor, mayRevise } from '../../domain/claims/permissions.ts';
import { type Correction, correctText, type Replacement, whyLeft } from '../../domain/text/revise/correct.ts';
import { around, type Revised, readAs } from '../../domain/text/revise/proposal.ts';
import { wordByWord } from '../../domain/text/revise/word-by-word.ts';
import { requireArticle } from '../articles/access.ts';
import { selectOptionalArticle } from '../articles/articles.queries.ts';
import { selectRevision } from '../articles/revisions.ts';
import { selectCorrections, selectSameFacts } from './corrections.queries.ts';

/** @throws Refusal NOT_FOUND also where the story is not for this person */
export async function presentCorrections(
  db: Queryable,
  user: Actor,
  articleId: string,
): Promise<CorrectionList> {
  const { article, revision, corrections } = await selectAll(db, user, articleId);
  const decision = mayRevise(user, article, false);
  return {
    revision: article.currentRevision,
    items: corrections.map((item) => ({ ...item, left: whyLeft(revision, correctionOf(item)) })),
    refused: decision.allowed ? null : decision.code,
  };
}

/**
 * The current text with these claims corrected, and what would store it. Nothing is stored.
 *
 * @throws Refusal NOT_FOUND also where the story is not for this person, STALE_REVISION with the number of the current
 *   revision, UNKNOWN_REFERENCE for a claim that is not among the story's corrections
 */
export async function previewCorrections(
  db: Queryable,
  user: Actor,
  articleId: string,
  { revision: seen, claimIds }: BodyOf<typeof PreviewCorrections>,
): Promise<CorrectionPreview> {
  const { article, revision, corrections } = await selectAll(db, user, articleId);
  if (seen !== article.currentRevision)
    throw new Refusal('STALE_REVISION', { revision: article.currentRevision, proposed: null });
  const asked = claimIds === undefined ? null : new Set(claimIds);
  const chosen = corrections.filter(({ claimId }) => asked === null || asked.has(claimId));
  if (asked !== null && chosen.length < asked.size) throw new Refusal('UNKNOWN_REFERENCE');
  const { text, replacements, applied, left } = correctText(revision, chosen.map(correctionOf));
  const ids = applied.map(({ id }) => id);
  const versions = new Map(corrections.map(({ claimId, version }) => [claimId, version]));
  return {
    places: replacements.map((replacement) => placeOf(revision, text, replacement)),
    left: left.map(({ id, because, others }) => ({ claimId: id, because, others: [...others] })),
    sameFact: (await selectSameFacts(db, articleId, ids)).map((one) => ({ ...one, of: [...one.of] })),
    proposal:
      ids.length === 0
        ? null
        : {
            text,
            baseRevision: article.currentRevision,
            note: noteOf(replacements),
            corrects: ids.map((id) => ({ id, version: versions.get(id) ?? 1 })),
            ...readAs(revision, text, replacements),
          },
  };
}

async function selectAll(db: Queryable, user: Actor, articleId: string) {
  const article = await requireArticle(db, user, articleId);
  const [stored, row, corrections] = await Promise.all([
    selectRevision(db, articleId, article.currentRevision),
    selectOptionalArticle(db, user, articleId),
    selectCorrections(db, articleId),
  ]);
  const revision: Revised = { ...stored, language: row?.language ?? 'und' };
  return { article, revision, corrections };
}

type Selected = Awaited<ReturnType<typeof selectCorrections>>[number];

const correctionOf = ({ claimId, span, wording, status }: Selected): Correction => ({
  id: claimId,
  span,
  wording,
  returned: status === 'returned',
});

function placeOf(
  { text, sentences }: Revised,
  corrected: string,
  { from, to, ids }: Replacement,
): CorrectedPlace {
  const { start, end } = around(sentences, from);
  const [before, after] = [text.slice(start, from.start), text.slice(from.end, end)];
  const pieces = [
    { kind: 'same' as const, text: before },
    ...wordByWord(from.quote, corrected.slice(to.start, to.end)),
    { kind: 'same' as const, text: after },
  ];
  return { claimIds: [...ids], from, to, pieces: pieces.filter((piece) => piece.text !== '') };
}

/** In UTF-16 code units, of the contract's note. */
const LONGEST_NOTE = 2000;
const LONGEST_WORDS = 120;

/** What was corrected, in the words that stood there and those that stand there now; the longest list is cut. */
function noteOf(replacements: readonly Replacement[]): string {
  const cut = (words: string) =>
    words.length <= LONGEST_WORDS
      ? words
      : `${words
          .slice(0, LONGEST_WORDS)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`;
  const lines = replacements.map(({ from, to }) => `“${cut(from.quote)}” → “${cut(to.quote)}”`);
  let note = replacements.length === 1 ? 'Correction:' : `${replacements.length} corrections:`;
  for (const [index, line] of lines.entries()) {
    const rest = `\n… and ${lines.length - index} more`;
    if (note.length + 1 + line.length + (index < lines.length - 1 ? rest.length : 0) > LONGEST_NOTE)
      return note + rest;
    note += `\n${line}`;
  }
  return note;
}
