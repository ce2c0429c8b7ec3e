/** That no text takes more than linear time. Apart from the other promises, so that a run of mutations can leave it out. */
import { describe, expect, it } from 'vitest';
import { english } from '../../server/domain/extraction/english.ts';
import type { Extractor } from '../../server/domain/extraction/model.ts';
import { brokenPromise } from '../support/extractor-contract.ts';
import { ENDLESS, endless } from '../support/extractor-texts.ts';
import { passageOf } from '../support/passages.ts';

const EXTRACTORS: readonly [name: string, extractor: Extractor, language: string][] = [
  ['English', english, 'en'],
];

/** Milliseconds of the processor's time, of the fastest of two: what else the machine does counts for nothing. */
function fastest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) {
    const before = process.cpuUsage();
    work();
    const { user } = process.cpuUsage(before);
    best = Math.min(best, user / 1000);
  }
  return best;
}

describe.each(EXTRACTORS)('%s', (_name, extractor, language) => {
  it.each(Object.entries(ENDLESS))('grows with the text alone: %s', (_kind, piece) => {
    const small = passageOf(endless(piece, 10_000), { language });
    const large = passageOf(endless(piece, 80_000), { language });
    extractor.propose(small);
    const [one, eight] = [fastest(() => extractor.propose(small)), fastest(() => extractor.propose(large))];
    // Linear is 8, quadratic 64. Below some milliseconds for the small one, the clock decides.
    expect(eight / Math.max(one, 3)).toBeLessThan(24);
  });

  it.each([
    'words of saying',
    'quotes that never close',
    'emoji',
    'right to left',
    'one long word',
    'sentences of counts',
  ])('bears a megabyte: %s', (kind) => {
    const passage = passageOf(endless(ENDLESS[kind] ?? kind, 1_000_000), { language });
    expect(brokenPromise(passage, extractor.propose(passage))).toBeNull();
  });
});
