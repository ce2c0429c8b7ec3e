import { expect, test } from 'vitest';
import type { CasualtyDetails } from '../../server/contract/claims.ts';
import { analyse } from '../../server/domain/extraction/analyse.ts';
import { proposeCasualties } from '../../server/domain/extraction/casualties/propose.ts';
import { readPlain } from '../../server/domain/extraction/plain.ts';
import { countCases, detailCases } from '../cases/extraction-casualties.ts';
import { careCases } from '../cases/extraction-casualties-care.ts';
import { frameCases } from '../cases/extraction-casualties-frames.ts';
import { listCases } from '../cases/extraction-casualties-lists.ts';
import { whyCases } from '../cases/extraction-casualties-why.ts';
import { wordCases } from '../cases/extraction-casualties-words.ts';
import { circumstanceCases } from '../cases/extraction-circumstances.ts';

function propose(text: string, publishedAt: string | null = null) {
  const passage = { ...readPlain(text, 'en'), publishedAt };
  return proposeCasualties(passage, analyse(passage)).map((proposal) => {
    if (proposal.kind !== 'casualty_count') throw new Error('not a casualty count');
    return proposal;
  });
}

function figureOf({ low, best, high, modifier }: CasualtyDetails): string {
  if (modifier === 'range') return `${low}-${high}`;
  if (best !== null) return low === best ? `${best}` : `~${best}`;
  if (low !== null) return `${low}+`;
  return high === null ? '?' : `..${high}`;
}

test.each(Object.entries({ ...countCases, ...wordCases }))('%s', (_name, { text, counts }) => {
  const found = propose(text).map(({ details, span }) => [details.outcome, figureOf(details), span.quote]);
  expect(found).toEqual(counts);
});

test.each(Object.entries({ ...frameCases, ...listCases, ...careCases }))('%s', (text, counts) => {
  const found = propose(text).map(({ details, span }) => [details.outcome, figureOf(details), span.quote]);
  expect(found).toEqual(counts);
});

test.each(Object.entries(whyCases))('why: %s', (text, expected) => {
  const found = propose(text).map(
    ({ span, rule, why, confidence }) => `${span.quote}: ${rule}, ${why}, ${confidence}`,
  );
  expect(found).toEqual(expected);
});

test.each(Object.entries(detailCases))(
  'details: %s',
  (_name, { text, publishedAt, quote, details: expected }) => {
    const found = propose(text, publishedAt === undefined ? '2014-01-08T20:00:00Z' : publishedAt);
    const proposal = found.find(({ span }) => span.quote === quote);
    expect(proposal, found.map(({ span }) => span.quote).join(', ')).toBeDefined();
    const { scope, cause, perpetrator, period, place, victims } = proposal?.details ?? {};
    const all = {
      scope,
      cause,
      perpetrator,
      period: period && [period.from, period.to, period.precision],
      place: place && [place.name, place.precision],
      victims: victims && [victims.category, victims.label],
      partOf: found.find(({ key }) => key === proposal?.partOf)?.span.quote ?? null,
    };
    expect(all).toMatchObject(expected);
  },
);

test.each(Object.entries(circumstanceCases))('circumstances: %s', (text, expected) => {
  const found = propose(text, '2014-01-08T20:00:00Z').map(({ span, details }) => {
    const { place, cause, perpetrator, period } = details;
    const kindOfPlace = place?.precision == null ? '' : ` (${place.precision})`;
    const until = period?.to === null ? ' on' : ` to ${period?.to}`;
    return {
      quote: span.quote,
      ...(place && { place: place.name + kindOfPlace }),
      ...(cause != null && { cause }),
      ...(perpetrator != null && { by: perpetrator }),
      ...(period && { when: `${period.from ?? ''}${period.from === period.to ? '' : until}`.trim() }),
    };
  });
  expect(found).toEqual(expected);
});
