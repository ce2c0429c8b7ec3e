import { describe, expect, it } from 'vitest';
import { recogniseFurniture } from '../../server/domain/text/furniture.ts';
import { furnitureCases } from '../cases/text-furniture.ts';
import { furnitureLines, storyLines } from '../cases/text-furniture-lines.ts';

const HEADLINE = 'Ferry sinks off Port Elsen';
const BYLINE = 'By NWA - Mar 14,2019';
const LEAD = 'PORT ELSEN — A ferry sank on Thursday, the coast guard said.';
const LAST = 'The inquiry will report in June.';

const leftOut = (...parts: string[]) => {
  const named = recogniseFurniture(parts);
  return parts.filter((_, index) => named[index] !== null);
};

describe('recogniseFurniture', () => {
  it.each(Object.entries(furnitureCases))('%s', (_name, { line, goes }) => {
    const found = [
      leftOut(line, HEADLINE, BYLINE, LEAD, LAST),
      leftOut(HEADLINE, BYLINE, LEAD, line, LAST),
      leftOut(HEADLINE, BYLINE, LEAD, LAST, line),
    ];
    expect(found).toEqual(goes.map((gone) => (gone ? [line] : [])));
  });

  it('takes a run of furniture at each end', () => {
    const top = ['Menu', 'Home > World > Tarvo', 'You are here'];
    const bottom = ['118 users have voted.', '12 comments', 'Leave a comment', '© 2019 The Skerry Courier'];
    expect(leftOut(...top, HEADLINE, BYLINE, LEAD, LAST, ...bottom)).toEqual([...top, ...bottom]);
  });

  it('takes furniture between headline and lead', () => {
    expect(leftOut(HEADLINE, '4 min read', BYLINE, 'Share', '12 comments', LEAD)).toEqual([
      '4 min read',
      'Share',
      '12 comments',
    ]);
  });

  it('takes the titles of other stories below their label, but none that counts people', () => {
    const below = ['Related stories', 'Harbour Front raises its tolls', 'Ferry kills 41 people'];
    expect(leftOut(HEADLINE, LEAD, LAST, ...below)).toEqual(below.slice(0, 1));
    expect(leftOut(HEADLINE, LEAD, LAST, ...below.slice(0, 2))).toEqual(below.slice(0, 2));
    expect(leftOut(HEADLINE, LEAD, LAST, below[1] ?? '')).toEqual([]);
  });

  it('takes no story away when nothing else is there', () => {
    expect(leftOut('Advertisement')).toEqual([]);
    expect(leftOut('Menu', 'Share')).toEqual([]);
  });

  it('says by which rule', () => {
    expect(recogniseFurniture(['You are here', HEADLINE, LEAD, '118 users have voted.'])).toEqual([
      'you are here',
      null,
      null,
      'votes',
    ]);
  });

  it.each(
    Object.entries(furnitureLines).flatMap(([rule, lines]) => lines.map((line) => [line, rule] as const)),
  )('%s', (line, rule) => {
    expect(recogniseFurniture([line, HEADLINE, LEAD])[0]).toBe(rule);
  });

  it.each(storyLines.map((line) => [line]))('%s', (line) => {
    expect(leftOut(line, HEADLINE, LEAD, LAST)).toEqual([]);
    expect(leftOut(HEADLINE, LEAD, LAST, line)).toEqual([]);
  });
});
