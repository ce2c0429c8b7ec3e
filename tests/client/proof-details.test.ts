import { describe, expect, it } from 'vitest';
import {
  changedFields,
  clashOf,
  fieldsOf,
  readFigure,
  readForm,
} from '../../client/controllers/proof/details-form.ts';
import { Drafts } from '../../client/controllers/proof/drafts.ts';
import { attribution, casualty, fact, idOf, source } from './proof-claims.ts';

const span = { start: 3, end: 12, quote: 'the mayor' };

describe('the details form', () => {
  it.each([
    casualty(1, {
      low: 385,
      modifier: 'at_least',
      wording: 'at least 385',
      victims: { category: 'civilian', label: 'people' },
      period: { from: '2014-01-03', to: null, precision: 'day' },
      place: { name: 'Tarvo', precision: 'country' },
      partOf: idOf(7),
    }),
    casualty(1),
    attribution(1, {
      source: span,
      content: [span],
      via: [{ sourceId: null, span }],
      carriedOver: true,
      mode: 'direct',
    }),
    source(1, { sourceId: idOf(5), titleAsPrinted: 'Mayor' }),
    fact(1, { about: 'date', value: '20 March' }),
  ])('reads back what it shows ($kind)', (claim) => {
    const whole = { ...claim, summary: 'In short', attributionIds: [idOf(3)], sameFactAs: idOf(4) };
    expect(readForm(claim.kind, fieldsOf(whole))).toEqual({
      ok: true,
      details: claim.details,
      summary: 'In short',
      attributionIds: [idOf(3)],
      sameFactAs: idOf(4),
    });
  });

  it('says which field is wrong', () => {
    const fields = { ...fieldsOf(casualty(1)), low: 'about ten' };
    expect(readForm('casualty_count', fields)).toEqual({
      ok: false,
      wrong: { low: 'must be a whole number' },
    });
  });

  it('holds figures against each other as the server does', () => {
    const fields = { ...fieldsOf(casualty(1)), low: '50', high: '12' };
    expect(readForm('casualty_count', fields)).toMatchObject({
      ok: false,
      wrong: { low: expect.any(String) },
    });
  });

  it('takes a printed noun without a category', () => {
    const fields = { ...fieldsOf(casualty(1)), 'victims.label': 'villagers' };
    expect(readForm('casualty_count', fields)).toMatchObject({
      details: { victims: { category: 'unspecified', label: 'villagers' } },
    });
  });

  it('survives a draft that was stored broken', () => {
    const fields = { ...fieldsOf(attribution(1)), source: '{', content: '"x' };
    expect(readForm('attribution', fields)).toMatchObject({
      ok: true,
      details: { source: null, content: [] },
    });
  });

  it('names the fields that differ', () => {
    const before = fieldsOf(fact(1));
    expect(changedFields(before, { ...before, value: 'noon', summary: '' })).toEqual(['value']);
  });
});

describe('figures as typed', () => {
  it.each([
    ['385', 385],
    ['1,200', 1200],
    ['1.200.000', 1200000],
    ['1 200', 1200],
    ['12,00', null],
    ['1,200.000', null],
    ['-5', null],
    ['dozens', null],
  ])('%s', (text, expected) => expect(readFigure(text)).toBe(expected));
});

/** What a browser keeps, for a test. */
class Kept implements Storage {
  readonly items = new Map<string, string>();
  full = false;
  get length() {
    return this.items.size;
  }
  clear() {
    this.items.clear();
  }
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  key(index: number) {
    return [...this.items.keys()][index] ?? null;
  }
  removeItem(key: string) {
    this.items.delete(key);
  }
  setItem(key: string, value: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
}

describe('drafts', () => {
  it('outlive the page, for whoever typed them', () => {
    const kept = new Kept();
    new Drafts(kept, 'ada').set('claim', 'verdict', { reason: 'So far' }, 3);
    expect(new Drafts(kept, 'ada').get('claim', 'verdict')).toEqual({
      fields: { reason: 'So far' },
      base: 3,
      was: {},
    });
    expect(new Drafts(kept, 'ben').get('claim', 'verdict')).toBeNull();
  });

  it('remember the version that was seen when they were begun', () => {
    const drafts = new Drafts(new Kept(), 'ada');
    drafts.set('claim', 'details', { low: '1' }, 3);
    drafts.set('claim', 'details', { low: '12' }, 5);
    expect(drafts.get('claim', 'details')?.base).toBe(3);
    drafts.rebase('claim', 'details', 5);
    expect(drafts.get('claim', 'details')).toEqual({ fields: { low: '12' }, base: 5, was: {} });
  });

  it('are gone once saved', () => {
    const kept = new Kept();
    const drafts = new Drafts(kept, 'ada');
    drafts.set('claim', 'comment', { body: 'Who?' }, 1);
    drafts.clear('claim', 'comment');
    expect(drafts.get('claim', 'comment')).toBeNull();
    expect(kept.length).toBe(0);
  });

  it('say so where the browser cannot keep them, and keep them for this visit', () => {
    const kept = new Kept();
    kept.full = true;
    const drafts = new Drafts(kept, 'ada');
    expect(drafts.set('claim', 'comment', { body: 'Who?' }, 1)).toBe(false);
    expect(drafts.get('claim', 'comment')?.fields).toEqual({ body: 'Who?' });
  });

  it('ignore what is not theirs', () => {
    const kept = new Kept();
    kept.setItem('claimdesk.draft.ada.claim.details', '{"fields":7}');
    expect(new Drafts(kept, 'ada').get('claim', 'details')).toBeNull();
  });
});

const clashCases: Record<
  string,
  [was: object, theirs: object, touched: object, both: string[], mine: string[]]
> = {
  'both changed it': [{ low: '41' }, { low: '43' }, { low: '44' }, ['low'], []],
  'both changed it alike': [{ low: '41' }, { low: '43' }, { low: '43' }, [], []],
  'one changed it': [{ low: '41', cause: '' }, { low: '43', cause: '' }, { cause: 'shells' }, [], ['cause']],
  'each changed another': [{ low: '41', high: '' }, { low: '43', high: '' }, { high: '50' }, [], ['high']],
  'they emptied it': [{ cause: 'shells' }, { cause: '' }, { cause: 'shots' }, ['cause'], []],
  'what it was is not known any more': [{}, { low: '43' }, { low: '44' }, ['low'], []],
};

describe('two changes of one claim', () => {
  it.each(Object.entries(clashCases))('%s', (_, [was, theirs, touched, both, mine]) => {
    expect(clashOf({ ...was }, { ...theirs }, { ...touched })).toEqual({ both, mine });
  });

  it('are told apart by what the draft began with, also after a newer one was seen', () => {
    const storage = new Kept();
    const drafts = new Drafts(storage, 'nadia');
    drafts.set('claim', 'details', { low: '44' }, 1, { low: '41' });
    drafts.set('claim', 'details', { low: '45' }, 2, { low: '43' });
    expect(new Drafts(storage, 'nadia').get('claim', 'details')).toEqual({
      fields: { low: '45' },
      base: 1,
      was: { low: '41' },
    });
    drafts.rebase('claim', 'details', 2, { low: '43' });
    expect(drafts.get('claim', 'details')).toMatchObject({ base: 2, was: { low: '43' } });
  });
});
