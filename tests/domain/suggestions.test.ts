import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArticleStatus } from '../../server/contract/articles.ts';
import { AttributionDetails, CasualtyDetails } from '../../server/contract/claims.ts';
import { Role } from '../../server/contract/people.ts';
import { SuggestionAction, SuggestionState } from '../../server/contract/suggestions.ts';
import { coverOf, type Marked } from '../../server/domain/extraction/covering.ts';
import { isEdited, maySuggestion, suggestionActions } from '../../server/domain/extraction/decisions.ts';
import { fingerprintOf } from '../../server/domain/extraction/fingerprint.ts';
import { speakerOf } from '../../server/domain/extraction/names.ts';
import {
  COVERED_TEXT,
  coverings,
  editings,
  FACT,
  fingerprints,
  speakers,
  suggestionPermissions,
} from '../cases/suggestions.ts';
import { spanOf } from '../support/claims.ts';

describe('a decision holds for another suggestion', () => {
  test.each(Object.entries(fingerprints))('%s', (_name, { one, other, same }) => {
    const [first, second] = [one, other].map(({ claim = FACT, quote, sentence }) =>
      fingerprintOf({ ...claim, span: { quote } }, sentence),
    );
    expect(first === second).toBe(same);
  });
});

describe('a suggestion has been marked already', () => {
  test.each(Object.entries(coverings))('%s', (_name, { claims, suggestion, covered }) => {
    const placed = ({ claim, quote }: typeof suggestion): Marked => ({
      ...claim,
      span: spanOf(COVERED_TEXT, quote),
    });
    expect(coverOf(claims.map(placed))(placed(suggestion))).toBe(covered);
    expect(coverOf(claims.map(placed).reverse())(placed(suggestion))).toBe(covered);
  });

  const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({
    start,
    end: start + length,
  }));
  const count = fc.tuple(span, fc.integer({ min: 1, max: 3 })).map(
    ([place, best]): Marked => ({
      kind: 'casualty_count',
      details: CasualtyDetails.parse({ outcome: 'killed', best }),
      span: place,
    }),
  );

  test('as looking at every claim would say', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 12 }), count, (claims, suggestion) => {
        const alone = claims.some((claim) => coverOf([claim])(suggestion));
        expect(coverOf(claims)(suggestion)).toBe(alone);
      }),
    );
  });
});

describe('who may decide', () => {
  test.each(suggestionPermissions.slice(1))('%s', (line) => {
    const [role, story, status, ...answers] = line.replace('|', '').split(/\s+/);
    const actor = { id: '01890000-0000-7000-8000-000000000001', name: 'Robin', role: Role.parse(role) };
    const facts = { articleStatus: ArticleStatus.parse(story), state: SuggestionState.parse(status) };
    const given = SuggestionAction.options.map((action) => maySuggestion(actor, facts, action));
    expect(given.map((decision) => (decision.allowed ? 'yes' : decision.code))).toEqual(answers);
    const allowed = SuggestionAction.options.filter((_action, index) => answers[index] === 'yes');
    expect(suggestionActions(actor, facts)).toEqual(allowed);
  });
});

describe('the name of whoever speaks', () => {
  test.each(Object.entries(speakers))('%s', (_name, { printed, basis = 'named', fullName = null, name }) => {
    const span = { start: 0, end: printed.length, quote: printed };
    const details = AttributionDetails.parse({ source: span, basis });
    expect(speakerOf({ kind: 'attribution', details, span, sourceName: fullName })).toBe(name);
  });

  test('of a source is in its words; counts, facts and attributions to nobody have none', () => {
    const span = { quote: 'Ada Moor, who heads the hospital' };
    const source = { kind: 'source', details: { sourceId: null, titleAsPrinted: null } } as const;
    expect(speakerOf({ ...source, span, sourceName: null })).toBe('Ada Moor');
    expect(speakerOf({ ...FACT, span, sourceName: null })).toBeNull();
    const details = AttributionDetails.parse({ basis: 'named' });
    expect(speakerOf({ kind: 'attribution', details, span, sourceName: null })).toBeNull();
    const unsaid = AttributionDetails.parse({ source: { ...span, start: 0, end: 32 } });
    expect(speakerOf({ kind: 'attribution', details: unsaid, span, sourceName: null })).toBeNull();
  });
});

describe('taken as it was suggested, or edited', () => {
  test.each(Object.entries(editings))('%s', (_name, { suggested, taken, edited }) => {
    const placed = ({ claim, quote }: typeof taken) => ({ ...claim, span: spanOf(COVERED_TEXT, quote) });
    expect(isEdited(placed(suggested), placed(taken))).toBe(edited);
  });
});
