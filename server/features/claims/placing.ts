/** Where a claim stands once an edit is made. */
import type { EditClaim } from '../../contract/claims.ts';
import type { Span } from '../../contract/common.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import { Refusal } from '../../contract/problem.ts';
import type { Tx } from '../../database/client.ts';
import { detailsPlacedAnew } from '../../domain/claims/placed-anew.ts';
import { spansIn } from '../../domain/claims/spans-of.ts';
import { type StoredRevision, selectRevision } from '../articles/revisions.ts';
import type { ClaimState, LockedClaim } from './claim-change.ts';
import { requirePlace, requireRevision, requireSpans, sentenceText } from './marked-words.ts';

type Changes = Pick<BodyOf<typeof EditClaim>, 'revision' | 'span' | 'details'>;
type Place = Pick<
  ClaimState,
  'revision' | 'sentence' | 'span' | 'sentenceText' | 'sentenceStart' | 'content'
>;

/**
 * Where the claim stands once the marks of this edit are made, and with which details; without a span of its own it stays
 * where it is.
 *
 * Details that were not sent along go with the claim onto another text: an orphan that is put on words of the current one,
 * and one that is taken off it again.
 *
 * @param content the details as the edit wants them
 * @throws Refusal INVALID, STALE_REVISION, SPAN_MISMATCH, SPAN_OUTSIDE
 */
export async function placed(
  tx: Tx,
  before: LockedClaim,
  body: Changes,
  content: ClaimState['content'],
): Promise<Place> {
  const { span } = body;
  const holdsSpans = body.details !== undefined && spansIn(content).length > 0;
  if (span === undefined && !holdsSpans) return { ...placeOf(before), content };
  if (body.revision === undefined)
    throw new Refusal('INVALID', {
      issues: [{ path: 'revision', message: 'is needed to say on which text the words were marked' }],
    });
  const revision = await requireRevision(tx, before.article, body.revision, span ?? null);
  const place = span === null ? await placeBefore(tx, before, revision) : { revision, span };
  if (body.details !== undefined) requireSpans(place.revision, content);
  if (place.span === undefined) return { ...placeOf(before), content };
  const at = { revision: place.revision, span: place.span };
  const sentence = requirePlace(at.revision, at.span);
  return {
    ...{ revision: at.revision.number, sentence, span: at.span },
    sentenceText: sentenceText(at.revision, sentence),
    sentenceStart: at.revision.sentences[sentence]?.start ?? at.span.start,
    content: body.details === undefined ? await goneAlong(tx, before, content, at) : content,
  };
}

const placeOf = ({ revision, sentence, span, sentenceText: text, sentenceStart }: ClaimState) => ({
  revision,
  sentence,
  span,
  sentenceText: text,
  sentenceStart,
});

interface At {
  readonly revision: StoredRevision;
  readonly span: Span;
}

/** Details with their spans on the text on which the claim stands now. */
async function goneAlong(
  tx: Tx,
  before: LockedClaim,
  content: ClaimState['content'],
  { revision, span }: At,
): Promise<ClaimState['content']> {
  if (before.revision === revision.number || spansIn(content).length === 0) return content;
  const older = await selectRevision(tx, revision.articleId, before.revision);
  const language = await selectLanguage(tx, revision.articleId);
  const from = { text: { ...older, language }, span: before.span };
  return detailsPlacedAnew(content, from, { text: { ...revision, language }, span });
}

/** A BCP 47 tag. */
export async function selectLanguage(tx: Tx, articleId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ language: string }[]>`
    SELECT language FROM articles WHERE id = ${articleId}::uuid`;
  return row?.language ?? 'en';
}

/**
 * Where an orphan stood before a person put it on the current text. Words that the text itself left to a claim are not
 * taken from it: that would say they are gone, and they are not.
 */
async function placeBefore(tx: Tx, before: LockedClaim, current: StoredRevision): Promise<At> {
  const [row] = await tx.$queryRaw<{ revision: number; span: Span }[]>`
    SELECT p.revision, json_build_object('start', p.start, 'end', p."end", 'quote', p.quote) AS span
    FROM placements p WHERE p.claim_id = ${before.id}::uuid AND p.revision < ${current.number}
      AND (EXISTS (SELECT FROM revision_changes x WHERE x.claim_id = p.claim_id AND x.revision = ${current.number}
          AND x.change = 'gone')
        OR NOT EXISTS (SELECT FROM placements q WHERE q.claim_id = p.claim_id AND q.revision = ${current.number - 1}))
    ORDER BY p.revision DESC LIMIT 1`;
  if (row === undefined)
    throw new Refusal('INVALID', {
      issues: [
        { path: 'span', message: 'can be taken away only where the claim was put on this text by hand' },
      ],
    });
  return { revision: await selectRevision(tx, current.articleId, row.revision), span: row.span };
}
