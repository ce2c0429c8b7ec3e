import { describe, expect, it } from 'vitest';
import { KindAndDetails } from '../../server/contract/claims.ts';
import { isHullOfContent } from '../../server/domain/claims/spans-of.ts';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import { proposeAttributions } from '../../server/domain/extraction/attributions/propose.ts';
import * as cases from '../cases/extraction-attributions.ts';
import { passageOf } from '../support/passages.ts';

const attributionsIn = (text: string) => {
  const passage = passageOf(text);
  return proposeAttributions(passage, analyse(passage)).flatMap((proposal) =>
    proposal.kind === 'attribution' ? [proposal] : [],
  );
};

/** The fields that a row names, of what was found. */
const pick = (
  found: ReturnType<typeof attributionsIn>[number],
  expected: cases.ExpectedAttribution,
): cases.ExpectedAttribution => {
  const { details, rule, sourceName } = found;
  const all: Required<cases.ExpectedAttribution> = {
    source: details.source?.quote ?? null,
    cue: details.cue?.quote ?? null,
    content: details.content.map(({ quote }) => quote),
    rule,
    mode: details.mode,
    basis: details.basis,
    via: details.via.map(({ span }) => span?.quote ?? ''),
    carriedOver: details.carriedOver,
    name: sourceName,
  };
  return {
    source: all.source,
    cue: all.cue,
    content: all.content,
    ...('rule' in expected && { rule: all.rule }),
    ...('mode' in expected && { mode: all.mode }),
    ...('basis' in expected && { basis: all.basis }),
    ...('via' in expected && { via: all.via }),
    ...('carriedOver' in expected && { carriedOver: all.carriedOver }),
    ...('name' in expected && { name: all.name }),
  };
};

describe.each([
  ['speech', cases.speechCases],
  ['beliefs, plans and charges', cases.stanceCases],
  ['according to', cases.accordingCases],
  ['hearsay and the passive', cases.hearsayCases],
  ['the source', cases.sourceCases],
  ['the name behind it', cases.nameCases],
  ['quotes that go on', cases.carriedCases],
])('%s', (_name, rows) => {
  it.each(Object.entries(rows))('%s', (_row, { text, found }) => {
    const proposals = attributionsIn(text);
    const seen = proposals.map((proposal, index) =>
      pick(proposal, found[index] ?? { source: null, cue: null, content: [] }),
    );
    expect(seen).toEqual(found);
  });
});

describe('silence', () => {
  it.each(Object.entries(cases.silentCases))('%s', (_row, text) => {
    expect(attributionsIn(text)).toEqual([]);
  });
});

describe('what a proposal holds', () => {
  it('is whole for the contract, and covers its content', () => {
    for (const rows of [cases.speechCases, cases.hearsayCases, cases.carriedCases])
      for (const { text } of Object.values(rows))
        for (const proposal of attributionsIn(text)) {
          const { kind, details, span } = proposal;
          expect(KindAndDetails.safeParse({ kind, details }).success).toBe(true);
          expect(isHullOfContent({ kind, details }, span)).toBe(true);
        }
  });

  it('says why in words', () => {
    const [said] = attributionsIn('The captain said the ferry was late.');
    expect(said?.why).toBe('cue “said”, source before it');
    const [behind] = attributionsIn('“It is late,” said the captain.');
    expect(behind?.why).toBe('cue “said”, source after it');
    const [nobody] = attributionsIn('The tunnel reportedly flooded.');
    expect(nobody?.why).toBe('cue “reportedly”, nobody named');
  });

  it('is surer of a quote than of a wish', () => {
    const [quote] = attributionsIn('“It is late,” the captain said.');
    const [wish] = attributionsIn('The company plans to sell its ships.');
    expect(quote?.confidence).toBeGreaterThan(wish?.confidence ?? 1);
  });
});
