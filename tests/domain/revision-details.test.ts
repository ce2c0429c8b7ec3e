/** The spans inside an attribution's details on a newer text. */
import { describe, expect, test } from 'vitest';
import { emptyDetails } from '../../server/domain/claims/details.ts';
import { anchoredOf, replacedDetails } from '../../server/domain/claims/replaced.ts';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { reanchor } from '../../server/domain/text/revise/reanchor.ts';
import { detailRows } from '../cases/revisions/details.ts';
import { type Becomes, KEEPING, languageOf, type RevisionRow } from '../cases/revisions/row.ts';
import { type MarkedText, readMarked } from '../support/marked-text.ts';

function attributionOn({ claim, source, cue, content }: MarkedText) {
  const empty = emptyDetails('attribution');
  if (empty.kind !== 'attribution' || claim === null) throw new Error('No attribution is marked');
  return {
    span: claim,
    content: { ...empty, details: { ...empty.details, source, cue, content: [content ?? claim] } },
  };
}

function becomes({ was }: RevisionRow, { now }: Becomes) {
  const language = languageOf(was);
  const before = readMarked(was);
  const { span, content } = attributionOn(before);
  const [result] = reanchor(readPlain(before.text, language), readPlain(readMarked(now).text, language), [
    anchoredOf({ id: 'said', span, attributionIds: [] }, content),
  ]);
  if (result === undefined) throw new Error('The claim is lost');
  const details = result.span === null ? null : replacedDetails(content, result.span, result).details;
  return { change: result.change, parts: result.parts, details };
}

function expected({ now, change }: Becomes) {
  const marked = readMarked(now);
  const { content } = marked.claim === null ? { content: null } : attributionOn(marked);
  return { change, parts: [marked.content ?? marked.claim], details: content?.details ?? null };
}

describe.each(Object.entries(detailRows))('%s', (_, row) => {
  test.each([
    ['expires', row.expires],
    ['keeps', row.keeps],
  ])('%s', (name, newer) => {
    expect(KEEPING.has(newer.change)).toBe(name === 'keeps');
    const found = becomes(row, newer);
    expect({ change: found.change, parts: found.parts }).toEqual({
      change: newer.change,
      parts: expected(newer).parts,
    });
    // What is less than the claim's words alone is not all that it says: then they are.
    const told = readMarked(newer.now);
    const whole =
      told.content === null || told.claim === null
        ? expected(newer).details
        : { ...expected(newer).details, content: [told.claim] };
    expect(found.details).toEqual(whole);
  });
});
