/** What the text with which a claim's verdict expired changed in it. */
import type { Span } from '../../contract/common.ts';
import { Refusal } from '../../contract/problem.ts';
import type { ClaimChange, TextChange } from '../../contract/revisions.ts';
import { Prisma, type Queryable } from '../../database/client.ts';
import { wordByWord } from '../../domain/text/revise/word-by-word.ts';
import { visibleTo } from '../articles/access.ts';
import { type CauseWords, elsewhereOf } from './changed-claims.ts';
import { CAUSE } from './changes.queries.ts';

/** A claim where it stands, with the sentence in which it begins. Offsets are UTF-16 code units into the text. */
interface Place {
  readonly span: Span;
  readonly sentence: { readonly start: number; readonly text: string };
}

interface Row {
  readonly change: ClaimChange | null;
  readonly revision: number | null;
  readonly before: Place | null;
  readonly now: Place | null;
  readonly cause: CauseWords;
}

const PLACE = Prisma.raw(`json_build_object(
  'span', json_build_object('start', p.start, 'end', p."end", 'quote', p.quote),
  'sentence', json_build_object('start', s.start, 'text', s.text))
  FROM placements p JOIN sentences s ON s.article_id = p.article_id AND s.revision = p.revision AND s.number = p.sentence`);

/**
 * From the words on which a verdict held to those of now, over all texts between. Of an orphan the last that took its words;
 * of a claim without a verdict the last that changed it.
 *
 * @throws Refusal NOT_FOUND also where its story is not for this person
 */
export async function presentTextChange(
  db: Queryable,
  user: { readonly id: string },
  claimId: string,
): Promise<TextChange> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT x.change, x.revision,
      (SELECT ${PLACE} WHERE p.claim_id = c.id AND p.revision < x.revision ORDER BY p.revision DESC LIMIT 1) AS before,
      (SELECT ${PLACE} WHERE p.claim_id = c.id AND p.revision = a.current_revision) AS now,
      ${CAUSE} AS cause
    FROM claims c JOIN articles a ON a.id = c.article_id
    LEFT JOIN LATERAL (
      SELECT x.* FROM revision_changes x
      WHERE x.claim_id = c.id AND x.change NOT IN ('same', 'moved')
      ORDER BY CASE WHEN c.placed_revision < a.current_revision THEN x.change = 'gone' ELSE x.expired END DESC,
        x.revision DESC LIMIT 1
    ) x ON TRUE
    WHERE c.id = ${claimId}::uuid AND ${visibleTo(user)}`;
  if (row === undefined) throw new Refusal('NOT_FOUND');
  const { change, revision, before, now, cause } = row;
  if (change === null || revision === null || before === null) return { claimId, change: null };
  const from = wordsOf(before);
  const to = now === null ? null : wordsOf(now);
  return {
    claimId,
    change: {
      ...{ change, revision, from, to },
      pieces: to === null ? [] : wordByWord(from, to),
      elsewhere: elsewhereOf(cause),
    },
  };
}

/** The sentence, and the claim's words where they go on after it. */
function wordsOf({ span, sentence: { start, text } }: Place): string {
  return text + span.quote.slice(Math.max(0, start + text.length - span.start));
}
