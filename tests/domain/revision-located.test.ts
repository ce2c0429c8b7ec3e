/** Where marked words went, whatever that means for their verdict. */
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { reanchor } from '../../server/domain/text/revise/reanchor.ts';
import { locatedCases } from '../cases/revisions/located.ts';
import { readMarked } from '../support/marked-text.ts';

describe('marked words', () => {
  test.each(Object.entries(locatedCases))('%s', (_, row) => {
    const [was, now] = [readMarked(row.was), readMarked(row.now)];
    if (was.claim === null) throw new Error(`Nothing is marked in ${row.was}`);
    const claim = {
      id: 'claim',
      kind: 'fact' as const,
      span: was.claim,
      source: null,
      cue: null,
      parts: [],
      attributionIds: [],
    };
    const [found] = reanchor(readPlain(was.text, 'en'), readPlain(now.text, 'en'), [claim]);
    expect(found?.span).toEqual(now.claim);
  });
});
