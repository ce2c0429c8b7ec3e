import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../client/controllers/proof/claim-store.ts';
import {
  decidedByOthers,
  percent,
  type Suggested,
  Suggestions,
  spokenSuggestion,
} from '../../client/controllers/proof/suggestions.ts';
import { ShownSuggestions } from '../../client/pages/article/shown-suggestions.ts';
import type { Suggestion } from '../../server/contract/suggestions.ts';
import { idOf } from './proof-claims.ts';

const suggestion = (number: number, start: number, more: Partial<Suggestion> = {}): Suggestion => ({
  id: idOf(number),
  articleId: idOf(99),
  revision: 1,
  sentence: 0,
  span: { start, end: start + 4, quote: 'noon' },
  rule: 'a_rule',
  why: 'a word before it',
  confidence: 0.665,
  state: 'open',
  claimId: null,
  sourceName: null,
  proposedSource: null,
  partOf: null,
  attributedBy: [],
  decided: null,
  can: ['accept', 'dismiss'],
  ...more,
  kind: 'fact',
  details: { about: 'date', value: 'noon' },
});
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => Number(id.slice(-12)));
const loaded = (...items: Suggestion[]) => {
  const suggestions = new Suggestions();
  suggestions.takeAll(items, true);
  return suggestions;
};

describe('the suggestions of a story', () => {
  it('wait for a decision, and are gone at once where one was made', () => {
    const suggestions = loaded(
      suggestion(1, 0),
      suggestion(2, 10),
      suggestion(3, 20, { state: 'dismissed' }),
    );
    expect(ids(suggestions.open)).toEqual([1, 2]);
    suggestions.decide(idOf(1), 'accepted');
    expect(ids(suggestions.open)).toEqual([2]);
    suggestions.decide(idOf(1), 'open');
    expect(ids(suggestions.open)).toEqual([1, 2]);
    suggestions.put(suggestion(3, 20));
    expect(ids(suggestions.open)).toEqual([1, 2, 3]);
  });

  it('stay gone while the server has not answered, whatever an older list says', () => {
    const suggestions = loaded(suggestion(1, 0));
    const before = suggestions.change;
    suggestions.decide(idOf(1), 'dismissed');
    expect(suggestions.change).toBeGreaterThan(before);
    suggestions.takeAll([suggestion(1, 0)], true);
    expect(suggestions.open).toEqual([]);
    suggestions.put(suggestion(1, 0, { state: 'dismissed' }));
    suggestions.takeAll([suggestion(1, 0)], true);
    expect(ids(suggestions.open)).toEqual([1]);
  });

  it('are the same objects as long as they say the same', () => {
    const suggestions = loaded(suggestion(1, 0), suggestion(2, 10));
    const [first, second] = suggestions.open;
    suggestions.takeAll([suggestion(1, 0), suggestion(2, 10, { confidence: 0.9 })], true);
    expect(suggestions.open[0]).toBe(first);
    expect(suggestions.open[1]).not.toBe(second);
  });

  it('are not shown while hidden, and still wait', () => {
    const suggestions = loaded(suggestion(1, 0));
    suggestions.isShown = false;
    expect(suggestions.shown).toEqual([]);
    expect(ids(suggestions.open)).toEqual([1]);
  });

  it('would be said by the claims that their attributions became', () => {
    const said = suggestion(1, 0, { state: 'accepted', claimId: idOf(7) });
    const [one] = loaded(said, suggestion(2, 10, { attributedBy: [idOf(1), idOf(5)] })).open;
    expect(one?.claim.attributionIds).toEqual([idOf(7)]);
    expect(one?.claim.can).toEqual(['edit']);
    const [read] = loaded(suggestion(1, 0, { can: [] })).open;
    expect(read?.claim.can).toEqual([]);
  });

  it('are said with how sure they are, and why', () => {
    expect(percent(0.665)).toBe('67 %');
    const [one] = loaded(suggestion(1, 0)).open;
    expect(one && spokenSuggestion(one)).toBe('Suggested fact: date: noon, 67 %. a word before it');
  });
});

describe('what is shown of them', () => {
  const among = (suggestions: Suggestions) => new ShownSuggestions(suggestions, 1);
  const none = { items: [], marks: [], bySentence: new Map() };

  it('is what passes the filter, of this text', () => {
    const shown = among(loaded(suggestion(1, 0), suggestion(2, 10, { revision: 2 })));
    expect(ids(shown.get(NO_FILTER))).toEqual([1]);
    expect(ids(shown.get({ ...NO_FILTER, status: 'left' }))).toEqual([1]);
    expect(ids(shown.get({ ...NO_FILTER, kind: 'fact' }))).toEqual([1]);
    expect(ids(shown.get({ ...NO_FILTER, kind: 'source' }))).toEqual([]);
    expect(ids(shown.get({ ...NO_FILTER, status: 'passed' }))).toEqual([]);
  });

  it('is marked dashed, and stands beside its sentence with the claims there', () => {
    const suggestions = loaded(suggestion(1, 0), suggestion(2, 10, { sentence: 1 }), suggestion(3, 5));
    const { marks, bySentence, items } = among(suggestions).among(none, NO_FILTER);
    expect(marks.map(({ line }) => line)).toEqual(['suggested', 'suggested', 'suggested']);
    expect([...bySentence].map(([sentence, group]) => [sentence, ids(group)])).toEqual([
      [0, [1, 3]],
      [1, [2]],
    ]);
    expect(items).toEqual([]);
  });

  it('is drawn anew only where something changed', () => {
    const suggestions = loaded(suggestion(1, 0), suggestion(2, 10, { sentence: 1 }));
    const shown = among(suggestions);
    const before = shown.among(none, NO_FILTER);
    expect(shown.among(none, NO_FILTER)).toBe(before);
    suggestions.decide(idOf(1), 'dismissed');
    const after = shown.among(none, NO_FILTER);
    expect(after.bySentence.get(0)).toBeUndefined();
    expect(after.bySentence.get(1)).toBe(before.bySentence.get(1));
    expect(after.marks[0]).toBe(before.marks[1]);
  });

  it('is found at a place in the text, the inmost first', () => {
    const wide = suggestion(1, 0, { span: { start: 0, end: 30, quote: 'x'.repeat(30) } });
    const found: Suggested[] = among(loaded(wide, suggestion(2, 10))).at(12, NO_FILTER);
    expect(ids(found)).toEqual([2, 1]);
    expect(ids(among(loaded(wide, suggestion(2, 10))).at(14, NO_FILTER))).toEqual([1]);
  });
});

describe('what somebody else decided', () => {
  const me = idOf(50);
  const by = (person: string) => ({ by: person, at: '2026-03-02T09:00:00.000Z' });
  const other = by(idOf(51));
  const accepted = (claim: number, decided = other) =>
    suggestion(1, 0, { state: 'accepted', claimId: idOf(claim), decided });
  const open = suggestion(1, 0);
  const dismissed = (decided = other) => suggestion(1, 0, { state: 'dismissed', decided });
  it.each([
    ['is told of one that waited', open, dismissed(), true],
    ['is told of one that they accepted', open, accepted(7), true],
    ['is told of one that I dismissed and they restored', dismissed(by(me)), open, true],
    ['is told of one that I dismissed and they accepted', dismissed(by(me)), accepted(7), true],
    ['is told where the claim is another one', accepted(7, by(me)), accepted(8), true],
    ['is not what I decided', open, dismissed(by(me)), false],
    ['is not what I accepted', open, accepted(7, by(me)), false],
    ['is not that a claim was withdrawn', accepted(7), open, false],
    ['is not what is as it was', accepted(7), accepted(7), false],
    ['is not what was not known', null, dismissed(), false],
  ])('%s', (_name, before, now, isTold) => {
    expect(decidedByOthers(() => before, [now], me)).toEqual(isTold ? [idOf(1)] : []);
  });
});
