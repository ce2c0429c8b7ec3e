import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../client/controllers/proof/details-form.ts';
import type { Fields } from '../../client/controllers/proof/drafts.ts';
import {
  asEdited,
  type Change,
  changed,
  chosenKind,
  formOf,
  inverseOf,
  toKind,
  toSpan,
  toWords,
  withContent,
} from '../../client/controllers/proof/suggestion-edits.ts';
import { type Claim, type ClaimKind, KindAndDetails } from '../../server/contract/claims.ts';
import { fact } from './proof-claims.ts';

const TEXT = 'The ferry left at noon, harbour master Ada Moor said on Tuesday, and nobody saw it again.';
const spanOf = (quote: string) => {
  const start = TEXT.indexOf(quote);
  return { start, end: start + quote.length, quote };
};
const content = (kind: ClaimKind, details: object) => KindAndDetails.parse({ kind, details });
const proposed = (kind: ClaimKind, quote: string, details: object): Claim =>
  withContent({ ...fact(1), span: spanOf(quote) }, content(kind, details));
const SAID = proposed('attribution', 'The ferry left at noon', {
  source: spanOf('harbour master Ada Moor'),
  cue: spanOf('said'),
  content: [spanOf('The ferry left at noon')],
  mode: 'indirect',
});
const NOON = proposed('fact', 'noon', { about: 'date', value: 'noon' });

/** What a claim becomes by changes made one after the other, with the fields that are kept of them. */
function made(claim: Claim, ...changes: ((now: Claim) => Change)[]): { claim: Claim; fields: Fields } {
  let fields: Fields = {};
  const now = () => asEdited(formOf(claim, fields), fields);
  for (const change of changes) fields = changed(claim, fields, change(now()));
  return { claim: now(), fields };
}

describe('a suggestion that is edited', () => {
  it('is as proposed while nothing was changed, and once all was changed back', () => {
    expect(made(NOON)).toEqual({ claim: NOON, fields: {} });
    const there = (now: Claim) => toWords(TEXT, now, spanOf('at noon'));
    const back = (now: Claim) => toWords(TEXT, now, spanOf('noon'));
    expect(made(NOON, there).claim.span).toEqual(spanOf('at noon'));
    expect(made(NOON, there, back)).toEqual({ claim: NOON, fields: {} });
    expect(
      made(
        NOON,
        () => ({ value: 'midday' }),
        () => ({ value: 'noon' }),
      ),
    ).toEqual({ claim: NOON, fields: {} });
  });

  it('takes what is said along to other words', () => {
    const cut = made(SAID, (now) => toWords(TEXT, now, spanOf('ferry left at noon'))).claim;
    expect(cut).toMatchObject({
      span: spanOf('ferry left at noon'),
      details: { content: [spanOf('ferry left at noon')] },
    });
    expect(cut.details).toMatchObject({ source: spanOf('harbour master Ada Moor'), mode: 'indirect' });
  });

  it('takes its words along to what is said, and not to who says it', () => {
    const details = {
      ...detailsOf(SAID),
      content: [spanOf('The ferry left at noon'), spanOf('nobody saw it again')],
    };
    const both = made(SAID, () => toSpan(TEXT, 'content', details)).claim;
    expect(both.span).toEqual({ start: 0, end: TEXT.length - 1, quote: TEXT.slice(0, -1) });
    const moor = { ...detailsOf(SAID), source: spanOf('Ada Moor') };
    const named = made(SAID, () => toSpan(TEXT, 'source', moor)).claim;
    expect(named).toMatchObject({ span: SAID.span, details: { source: spanOf('Ada Moor') } });
  });

  it('of another kind has what its words say as that, and nothing of the former', () => {
    const read = content('casualty_count', { outcome: 'killed', low: 3, best: 3, high: 3 });
    const { claim, fields } = made(NOON, (now) => toKind(TEXT, NOON, now, read));
    expect(claim).toEqual(withContent(NOON, read));
    expect(chosenKind(fields)).toBe('casualty_count');
    expect(Object.keys(fields).sort()).toEqual(['best', 'high', 'kind', 'low', 'outcome']);
  });

  it('keeps the entry of the register between who says and who is named', () => {
    const sourceId = '01890a5d-ac96-7b2a-8000-0000000000aa';
    const said = withContent(SAID, content('attribution', { ...SAID.details, sourceId }));
    const read = content('source', { titleAsPrinted: 'harbour master' });
    const { claim } = made(said, (now) => toKind(TEXT, said, now, read));
    expect(claim).toMatchObject({ kind: 'source', details: { sourceId, titleAsPrinted: 'harbour master' } });
    const fact = made(said, (now) => toKind(TEXT, said, now, content('fact', { about: 'event' }))).claim;
    expect(fact.details).toEqual({ about: 'event', value: null });
  });

  it('of its first kind again has its first details, on the words that were chosen meanwhile', () => {
    const there = (now: Claim) => toWords(TEXT, now, spanOf('ferry left at noon'));
    const away = (now: Claim) => toKind(TEXT, SAID, now, content('fact', { about: 'event' }));
    const typed = () => ({ value: 'typed', summary: 'in short' });
    const back = (now: Claim) => toKind(TEXT, SAID, now, content('attribution', {}));
    expect(made(SAID, away, back)).toEqual({ claim: SAID, fields: {} });
    const { claim, fields } = made(SAID, there, away, typed, back);
    expect(claim).toMatchObject({
      kind: 'attribution',
      span: spanOf('ferry left at noon'),
      details: { cue: spanOf('said'), content: [spanOf('ferry left at noon')] },
    });
    expect(Object.keys(fields).sort()).toEqual(['content', 'span', 'summary']);
  });

  it('is changed back without what was typed beside it', () => {
    const change = toWords(TEXT, NOON, spanOf('at noon'));
    const inverse = inverseOf({}, change);
    const fields = changed(NOON, changed(NOON, {}, change), { value: 'midday' });
    expect(changed(NOON, fields, inverse)).toEqual({ value: 'midday' });
  });

  it('keeps a kind and words that cannot be read for nothing', () => {
    const fields = { kind: 'rumour', span: '{"start":', value: 'x' };
    expect(formOf(NOON, fields)).toEqual(NOON);
    expect(asEdited(formOf(NOON, fields), { ...fields, about: 'nothing' })).toEqual(NOON);
    expect(fieldsOf(asEdited(formOf(NOON, fields), fields)).value).toBe('x');
  });
});

function detailsOf(claim: Claim) {
  if (claim.kind !== 'attribution') throw new Error('not an attribution');
  return claim.details;
}
