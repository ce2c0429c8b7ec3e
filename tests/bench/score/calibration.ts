/**
 * Whether a confidence means what it says: of the suggestions of each band, how many people had marked the same.
 *
 * An attribution is right where its words and those of its source are, for the most part, those of one that somebody
 * marked. The notes of events have one total for each outcome: a count is right where it is that total, or one of those
 * that add up to it, or a part of a count that is right.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Range } from '../../../server/contract/common.ts';
import { english } from '../../../server/domain/extraction/english.ts';
import type { Proposal } from '../../../server/domain/extraction/model.ts';
import { readWithoutFurniture } from '../../../server/domain/extraction/plain.ts';

/** A suggestion that was judged. */
export interface Judged {
  readonly confidence: number;
  readonly rule: string;
  readonly isRight: boolean;
}

const Spans = z.array(z.tuple([z.number(), z.number()]));
const Marked = z.object({
  text: z.string(),
  attributions: z.array(z.object({ source: Spans, content: Spans })),
});
const Noted = z.object({
  text: z.string(),
  known: z.array(z.string()),
  counts: z.array(z.object({ outcome: z.string(), min: z.number() })),
});

function* linesOf<T>(file: string, shape: z.ZodType<T>): Generator<T> {
  for (const line of readFileSync(file, 'utf8').split('\n'))
    if (line.trim() !== '') yield shape.parse(JSON.parse(line));
}
const proposals = (text: string): Proposal[] => english.propose(readWithoutFurniture(text, 'en').reading);

/** Half of the words in common, as the scorer has it. */
const ALIKE = 0.5;

/** @param file texts with attributions that people marked */
export function judgeAttributions(file: string): Judged[] {
  return [...linesOf(file, Marked)].flatMap(({ text, attributions }) => {
    const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    const wordsOf = (spans: readonly Range[]) =>
      new Set(words.flatMap((word, number) => (spans.some((span) => meets(word, span)) ? [number] : [])));
    const marked = attributions.map(({ source, content }) => ({
      source: wordsOf(source.map(rangeOf)),
      content: wordsOf(content.map(rangeOf)),
    }));
    const ours = proposals(text).flatMap((one) => (one.kind === 'attribution' ? [one] : []));
    const found = ours.map(({ details }) => ({
      source: wordsOf(details.source === null ? [] : [details.source]),
      content: wordsOf(details.content),
    }));
    const partner = partnersOf(
      found.map(({ content }) => content),
      marked.map(({ content }) => content),
    );
    return ours.map(({ confidence, rule }, index) => {
      const [mine, theirs] = [found[index], marked[partner.get(index) ?? -1]];
      const isRight = mine !== undefined && theirs !== undefined && isAlike(mine.source, theirs.source);
      return { confidence, rule, isRight };
    });
  });
}

const rangeOf = ([start, end]: [number, number]): Range => ({ start, end });
const meets = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
const isAlike = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  (a.size === 0 && b.size === 0) || dice(a, b) >= ALIKE;

function dice(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

/** One to one, the most alike first. */
function partnersOf(ours: readonly Set<number>[], theirs: readonly Set<number>[]): Map<number, number> {
  const pairs = ours.flatMap((one, index) =>
    theirs.map((other, at) => ({ index, at, dice: dice(one, other) })),
  );
  const [partners, taken] = [new Map<number, number>(), new Set<number>()];
  for (const { index, at, dice: alike } of pairs.sort((a, b) => b.dice - a.dice))
    if (alike >= ALIKE && !partners.has(index) && !taken.has(at)) {
      partners.set(index, at);
      taken.add(at);
    }
  return partners;
}

/** @param file notes of events with the totals that somebody wrote down */
export function judgeCounts(file: string): Judged[] {
  return [...linesOf(file, Noted)].flatMap(({ text, known, counts }) => {
    const ours = proposals(text).flatMap((one) => (one.kind === 'casualty_count' ? [one] : []));
    return known.flatMap((outcome) => {
      const total = counts.find((count) => count.outcome === outcome)?.min ?? 0;
      const here = ours.filter(({ details }) => details.outcome === outcome);
      const figureOf = ({ details }: (typeof here)[number]) =>
        details.low ?? details.best ?? details.high ?? 0;
      const wholes = here.filter(({ partOf }) => partOf === null);
      const sum = wholes.reduce((all, one) => all + figureOf(one), 0);
      const right = new Set(
        wholes.filter((one) => sum === total || figureOf(one) === total).map(({ key }) => key),
      );
      return here.map((one) => ({
        confidence: one.confidence,
        rule: one.rule,
        isRight:
          right.has(one.key) || figureOf(one) === total || (one.partOf !== null && right.has(one.partOf)),
      }));
    });
  });
}

/** Lower bounds of the bands, the highest first: those from which a person may accept a sentence's suggestions. */
const BANDS = [0.9, 0.8, 0.7, 0.5, 0];

export interface Band {
  readonly from: number;
  readonly all: number;
  readonly right: number;
}

/** How many of each band were right. */
export const bandsOf = (judged: readonly Judged[]): Band[] =>
  BANDS.map((from, index) => {
    const below = BANDS[index - 1] ?? Number.POSITIVE_INFINITY;
    const here = judged.filter(({ confidence }) => confidence >= from && confidence < below);
    return { from, all: here.length, right: here.filter(({ isRight }) => isRight).length };
  });

/** The bands of what was judged as Markdown: one row for each, with its share for each kind of suggestion. */
export function calibrationTable(kinds: Readonly<Record<string, readonly Judged[]>>): string {
  const names = Object.keys(kinds);
  const columns = Object.values(kinds).map(bandsOf);
  const rows = BANDS.map((from, index) => {
    const to = BANDS[index - 1];
    const band = from === 0 ? `below ${to}` : to === undefined ? `${from} and more` : `${from} to ${to}`;
    const shares = columns.map((bands) => shareOf(bands[index]));
    return `| ${[band, ...shares].join(' | ')} |`;
  });
  return [`| ${['confidence', ...names].join(' | ')} |`, `|${'---|'.repeat(names.length + 1)}`, ...rows].join(
    '\n',
  );
}

const shareOf = (band: Band | undefined): string =>
  band === undefined || band.all === 0
    ? '—'
    : `${((100 * band.right) / band.all).toFixed(0)} of 100 (${band.right} of ${band.all})`;
