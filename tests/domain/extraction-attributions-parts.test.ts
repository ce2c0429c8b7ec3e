import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import { basisOf, viaOf } from '../../server/domain/extraction/attributions/details.ts';
import { verbForm } from '../../server/domain/extraction/attributions/lexicon/forms.ts';
import { FRAMES } from '../../server/domain/extraction/attributions/lexicon/frames.ts';
import { findNames } from '../../server/domain/extraction/attributions/names.ts';
import { proposeAttributions } from '../../server/domain/extraction/attributions/propose.ts';
import { findQuotations, quotationAt } from '../../server/domain/extraction/attributions/quotations.ts';
import {
  basisRows,
  formRows,
  modeRows,
  nameRows,
  quotationRows,
  standsForRows,
} from '../cases/extraction-attributions-parts.ts';
import { ruleRows } from '../cases/extraction-attributions-rules.ts';
import { passageOf } from '../support/passages.ts';

const quotationsIn = (text: string) => findQuotations(text, passageOf(text).blocks);

describe('quotations', () => {
  it.each(quotationRows)('%s', (text, ...found) => {
    const seen = quotationsIn(text).map(
      ({ start, end, open }) => `${text.slice(start, end)}${open ? '…' : ''}`,
    );
    expect(seen).toEqual(found);
  });

  it('are found by an offset, marks included', () => {
    const text = 'a “b” c “d” e “f” g';
    const quotations = quotationsIn(text);
    const at = [...text].map((_, offset) => {
      const one = quotationAt(quotations, offset);
      return one === null ? ' ' : text.charAt(one.start + 1);
    });
    expect(at.join('')).toBe('  bbb   ddd   fff  ');
  });

  it('of single marks are apostrophes where they stand far apart', () => {
    const near = `‘Tis${' late'.repeat(198)}’`;
    expect(quotationsIn(near)).toHaveLength(1);
    expect(quotationsIn(`‘Tis${' late'.repeat(200)}’ “No.”`)).toHaveLength(1);
  });

  it('that nothing closes are none where they would be longer than can be stored', () => {
    expect(quotationsIn(`“${'a'.repeat(19_999)}`)).toHaveLength(1);
    expect(quotationsIn(`“${'a'.repeat(20_000)}`)).toEqual([]);
  });
});

describe('on what a source stands', () => {
  const rows = Object.entries(basisRows).flatMap(([basis, sources]) =>
    sources.map((source) => [source, basis] as const),
  );
  it.each(rows)('%s: %s', (source, basis) => {
    const isProper = /\p{Lu}\p{Ll}+$|\p{Lu}\S+ (?:of|,)/u.test(source) && !/^(?:She|We)$/.test(source);
    expect(basisOf(source, null, isProper)).toBe(basis);
  });

  it('is nothing where nobody is named, and a name where one is known for it', () => {
    expect(basisOf(null, null, false)).toBe('none');
    expect(basisOf('the mayor', 'Ada Brook', false)).toBe('named');
    expect(basisOf('it', 'Harbour Times', false)).toBe('media');
    expect(basisOf(' it ', 'Ministry of Health', false)).toBe('organisation');
    expect(basisOf('the veteran', 'Brook', false)).toBe('named');
  });
});

describe('whom it was told', () => {
  it.each([
    ['AFP', true],
    ['the AFP', true],
    ['Reuters', true],
    ['the Harbour Times', true],
    ['The Harbour Times', true],
    ['Harbour Radio', true],
    ['reporters', false],
    ['the newspaper', false],
    ['Ada Brook', false],
    ['the council', false],
  ])('%s: a newsroom, %s', (listener, isNewsroom) => {
    const text = `She told ${listener} so.`;
    const range = { start: 9, end: 9 + listener.length };
    expect(viaOf(text, range)).toEqual(isNewsroom ? range : null);
  });

  it('is nobody where nobody is told', () => {
    expect(viaOf('She said so.', null)).toBeNull();
  });
});

describe('names', () => {
  it.each(nameRows)('%s', (text, ...names) => {
    const seen = findNames(analyse(passageOf(text))).map(
      ({ full, isPerson }) => `${isPerson ? '*' : ''}${full}`,
    );
    expect(seen).toEqual(names);
  });
});

describe('who stands behind a source', () => {
  it.each(standsForRows)('%s', (text, ...names) => {
    const passage = passageOf(String(text));
    const found = proposeAttributions(passage, analyse(passage));
    expect(found.map(({ sourceName }) => sourceName)).toEqual(names);
  });
});

describe('forms of verbs', () => {
  const rows = formRows.map(([form, verb, tenses = '']) => ({
    form,
    verb,
    tenses: tenses.split(' ').sort(),
  }));
  it.each(rows)('$form: $verb', ({ form, verb, tenses }) => {
    const found = verbForm(form);
    expect(found?.verb ?? null).toBe(verb);
    if (found !== undefined) expect([...found.tenses].sort()).toEqual(tenses);
  });
});

describe('what verbs take', () => {
  it.each([
    ['say', ['clause', 'question', 'quote']],
    ['praise', ['for', 'object']],
    ['urge', ['clause', 'quote', 'object', 'order']],
    ['tell', ['clause', 'question', 'quote', 'order', 'listener']],
    ['aim', ['infinitive']],
    ['campaign', ['against', 'for']],
    ['hammer', ['object']],
    ['allude', ['object', 'to']],
  ])('%s', (verb, slots) => {
    const frame = FRAMES.get(verb);
    const taken = [
      ...Object.entries(frame ?? {}).flatMap(([slot, value]) => (value === true ? [slot] : [])),
      ...(frame?.prepositions ?? []),
    ];
    expect(taken.sort()).toEqual([...slots].sort());
  });
});

describe('the rule by which it is read', () => {
  const rows = Object.entries(ruleRows).flatMap(([rule, texts]) =>
    texts.map((text) => [text, rule] as const),
  );
  it.each(rows)('%s: %s', (text, rule) => {
    const passage = passageOf(text);
    expect(proposeAttributions(passage, analyse(passage)).map((proposal) => proposal.rule)).toEqual([rule]);
  });
});

describe('in which words it is given', () => {
  const rows = Object.entries(modeRows).flatMap(([mode, texts]) =>
    texts.map((text) => [text, mode] as const),
  );
  it.each(rows)('%s: %s', (text, mode) => {
    const passage = passageOf(text);
    const modes = proposeAttributions(passage, analyse(passage)).map(
      ({ details }) => 'mode' in details && details.mode,
    );
    expect(new Set(modes)).toEqual(new Set([mode]));
  });
});
