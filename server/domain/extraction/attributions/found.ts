/** What was found in each sentence, placed in the text. */
import type { Range } from '../../../contract/common.ts';
import type { Passage } from '../model.ts';
import { findAccording } from './according.ts';
import { findColons } from './colon.ts';
import { type Found, findInSentence, rangeOf } from './find.ts';
import { findHearsay } from './hearsay.ts';
import { verbForm } from './lexicon/forms.ts';
import { SUBJECT_PRONOUNS, WHO_WHICH } from './lexicon/words.ts';
import { type View, type Words, wordAt } from './view.ts';

/** Offsets are UTF-16 code units into the text. */
export interface Placed {
  readonly rule: string;
  readonly source: Range | null;
  /** Null where a quote goes on with none. */
  readonly cue: Range | null;
  readonly content: readonly Range[];
  readonly listener: Range | null;
  readonly isSpeech: boolean;
  readonly isHearsay: boolean;
  /** The source holds a name. */
  readonly isProper: boolean;
  readonly carriedOver: boolean;
  readonly sentence: number;
}

export function findAll(views: readonly View[], passage: Passage): Placed[] {
  const colons = findColons(passage, views);
  const found = views.flatMap((view) => {
    const found = [...findInSentence(view), ...findAccording(view), ...findHearsay(view)];
    return withoutNested(view, oneForEachCue(found)).map((one) => place(view, one));
  });
  return outsideOf(colons, found);
}

/** What stands inside a headline's or a transcript's turn is nested. */
function outsideOf(colons: readonly Placed[], found: readonly Placed[]): Placed[] {
  const free = found.filter(
    ({ cue }) =>
      !colons.some(
        ({ content }) =>
          cue !== null && content.some((part) => part.start <= cue.start && cue.start < part.end),
      ),
  );
  return [...colons, ...free].sort((a, b) => placeOf(a) - placeOf(b));
}

const place = (view: View, found: Found): Placed => ({
  rule: found.rule,
  isSpeech: found.isSpeech,
  isHearsay: found.isHearsay === true,
  isProper: found.source !== null && holdsName(view, found.source),
  carriedOver: false,
  source: found.source === null ? null : rangeOf(view, found.source),
  cue: rangeOf(view, found.cue),
  content: found.content.map((one) => rangeOf(view, one)),
  listener: found.listener === null ? null : rangeOf(view, found.listener),
  sentence: view.sentence.index,
});

/** "issued a statement saying" is one cue, and neither "issued" nor "saying" is one too: the longest stays. */
function oneForEachCue(found: readonly Found[]): Found[] {
  const longest = new Map<number, Found>();
  for (const one of found)
    for (let at = one.cue.from; at < one.cue.to; at++) {
      const other = longest.get(at);
      if (other === undefined || widthOf(other) < widthOf(one)) longest.set(at, one);
    }
  return found.filter((one) => longest.get(one.cue.from) === one);
}
const widthOf = ({ cue }: Found): number => cue.to - cue.from;

/** A capital at the start of a sentence is no sign of a name: "Drivers want". */
function holdsName(view: View, { from, to }: Words): boolean {
  // "A villager who met Ada Brook": the name is another's.
  const words = view.words.slice(from, to);
  const relative = words.findIndex(({ lower }) => WHO_WHICH.has(lower));
  return words.slice(0, relative <= 0 ? words.length : relative).some(({ pos, lower }, index) => {
    if (pos !== 'PROPN') return false;
    return from + index > 0 || to - from > 1 || !/[^s]s$/u.test(lower);
  });
}

/** Without what stands inside what another one says, from the outermost inwards. */
function withoutNested(view: View, found: readonly Found[]): Found[] {
  const inside = new Set<number>();
  const outward = [...found].sort((a, b) => beginOf(a) - beginOf(b) || lengthOf(b) - lengthOf(a));
  const kept = new Set<Found>();
  for (const one of outward) {
    if (inside.has(one.cue.from)) {
      if (isReport(view, one)) kept.add(one);
      continue;
    }
    kept.add(one);
    for (const { from, to } of one.content) for (let at = from; at < to; at++) inside.add(at);
  }
  const whole = found.filter((one) => kept.has(one));
  const outer = whole.filter(({ rule }) => rule === 'clause-before').slice(0, MOST_OUTER);
  return whole.map((one) => withinOuter(one, outer));
}
/** Of one sentence: print has one, and a text of nothing but "said" is read in linear time. */
const MOST_OUTER = 3;

/** "The captain said it was late, the paper reported": what he said ends where the paper's own words go on. */
function withinOuter(one: Found, outer: readonly Found[]): Found {
  const around = outer.find(
    ({ content: [said] }) => said !== undefined && said.from <= one.cue.from && one.cue.to < said.to,
  );
  const end = around?.content[0]?.to;
  if (end === undefined || around === one) return one;
  const content = one.content.filter(({ from }) => from < end);
  return { ...one, content: content.map(({ from, to }) => ({ from, to: Math.min(to, end) })) };
}

const beginOf = ({ content, cue }: Found): number => content[0]?.from ?? cue.from;
const lengthOf = ({ content }: Found): number => content.reduce((sum, { from, to }) => sum + to - from, 0);

/** Where an attribution stands: its cue, or else what is said. */
export const placeOf = ({ cue, content }: Placed): number => cue?.start ?? content[0]?.start ?? 0;

/** Somebody named, or hearsay, inside what another one says: "the police said the union claimed …". */
function isReport(view: View, { rule, source, cue }: Found): boolean {
  if (rule === 'reduced-passive') return true;
  if (source === null || !/^(?:clause|according-to|quote)$/u.test(rule)) return false;
  if (SUBJECT_PRONOUNS.has(wordAt(view, source.from)) && source.to - source.from === 1) return false;
  return rule === 'according-to' || REPORTING.has(verbForm(wordAt(view, cue.to - 1))?.verb ?? '');
}
const REPORTING: ReadonlySet<string> = new Set(
  'say tell claim announce deny admit warn report allege confirm state insist argue'.split(' '),
);
