/** The table of changed texts against the program. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import type { AnchoredClaim, Reanchored } from '../../server/domain/text/revise/model.ts';
import { reanchor } from '../../server/domain/text/revise/reanchor.ts';
import { revisionRows } from '../cases/revisions/index.ts';
import { type Becomes, languageOf, type RevisionRow } from '../cases/revisions/row.ts';
import { type MarkedText, readMarked } from '../support/marked-text.ts';

/** The claim of a row, and beside it the attribution that says it where the row marks one. */
function claimsOf({ kind = 'casualty_count', was }: RevisionRow): AnchoredClaim[] {
  const { claim, source, cue } = readMarked(was);
  if (claim === null) throw new Error(`No claim in ${was}`);
  const own = { id: 'claim', kind, span: claim, parts: [] };
  if (kind === 'attribution') return [{ ...own, source, cue, attributionIds: [] }];
  const spoken = source !== null || cue !== null;
  return [
    { ...own, source: null, cue: null, attributionIds: spoken ? ['said'] : [] },
    ...(spoken
      ? [{ ...own, id: 'said', kind: 'attribution' as const, source, cue, attributionIds: [] }]
      : []),
  ];
}

/** Where a newer text marks who says so, and in which words, the attribution has to stand there. */
function voiceOf(results: readonly Reanchored[], { source, cue }: MarkedText) {
  const said = results.at(-1);
  return {
    source: source === null ? null : (said?.source ?? null),
    cue: cue === null ? null : (said?.cue ?? null),
  };
}

function becomes(row: RevisionRow, { now }: Becomes) {
  const language = languageOf(row.was);
  const [before, after] = [readMarked(row.was), readMarked(now)];
  const all = reanchor(readPlain(before.text, language), readPlain(after.text, language), claimsOf(row));
  const claim = all.find(({ id }) => id === 'claim');
  return { change: claim?.change, span: claim?.span, ...voiceOf(all, after) };
}

function expected({ now, change }: Becomes) {
  const { claim, source, cue } = readMarked(now);
  return { change, span: claim, source, cue };
}

describe.each(Object.entries(revisionRows))('%s', (_, row) => {
  test('expires', () => {
    expect(becomes(row, row.expires)).toEqual(expected(row.expires));
  });
  test('keeps', () => {
    expect(becomes(row, row.keeps)).toEqual(expected(row.keeps));
  });
});
