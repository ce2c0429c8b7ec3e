/** Casualty counts in a passage: who was killed, hurt, taken, freed or driven out, and how many. English. */
import { CasualtyDetails, type Outcome } from '../../../contract/claims.ts';
import { hasFigure } from '../../claims/quantities.ts';
import { isCumulative } from '../../claims/reading/scope.ts';
import type { AnalysedSentence } from '../analyse.ts';
import type { Passage, Proposal } from '../model.ts';
import { wordSet } from '../word-set.ts';
import { causeOf, periodOf, perpetratorOf, placeOf } from './around.ts';
import { isForeseen, isInvented, isProtested, isRate } from './background.ts';
import { confidenceOf } from './confidence.ts';
import { isGetaway } from './flight.ts';
import type { Found } from './found.ts';
import { withGroups } from './groups.ts';
import { type Item, itemsOf } from './items.ts';
import { linksOf } from './link.ts';
import { PartsOfEarlier, Singles, Victims } from './memory.ts';
import type { Phrase } from './phrases.ts';
import { type Reading, readingOf } from './reading.ts';
import { stretchesOf } from './stretches.ts';
import { timesIn } from './when.ts';
import { whyOf } from './why.ts';

/**
 * Propose the casualty counts of a passage, in the order of the text.
 *
 * Only what the text states as having happened: no negated, possible or planned deaths. A single person counts as one,
 * and is proposed where first told; people without a figure are proposed in headlines alone.
 */
export function proposeCasualties(passage: Passage, sentences: readonly AnalysedSentence[]): Proposal[] {
  const singles = new Singles();
  const earlier = new PartsOfEarlier();
  const victims = new Victims();
  const proposals: Proposal[] = [];
  for (const sentence of sentences) {
    const isHeadline = passage.blocks[sentence.block]?.role === 'headline';
    for (const stretch of stretchesOf(passage.text, sentence)) {
      const counts = countsIn(passage, stretch, { isHeadline, sentence: sentence.index, victims }).filter(
        (count) => !(count.isSingle && singles.isTold(count)),
      );
      for (const count of withGroups(counts, passage.text))
        proposals.push(proposalOf(sentence.index, count, earlier));
    }
  }
  const keys = new Set(proposals.map(({ key }) => key));
  return proposals.map((proposal) =>
    proposal.partOf === null || keys.has(proposal.partOf) ? proposal : { ...proposal, partOf: null },
  );
}

/** A count with all that its sentence tells of it. */
export interface Count {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly found: Found;
  readonly phrase: Phrase;
  readonly details: CasualtyDetails;
  /** The counts of its sentence that it is a part of. */
  readonly whole: { readonly start: number; readonly end: number; readonly outcome: Outcome } | null;
  readonly isSingle: boolean;
  /** "Among the dead", "of the injured": a part of all that the story has told of. */
  readonly isOfAll: boolean;
  /** Hurt by what was done to them, or where they are: no word says so. */
  readonly isImplied: boolean;
  readonly why: string;
}

interface Where {
  readonly sentence: number;
  readonly isHeadline: boolean;
  readonly victims: Victims;
}

function countsIn(
  passage: Passage,
  stretch: { start: number; end: number },
  { sentence, isHeadline, victims }: Where,
): Count[] {
  const text = passage.text.slice(stretch.start, stretch.end);
  const reading = readingOf(text);
  const items = itemsOf(reading);
  const links = linksOf(reading, items);
  const told = new Set(links.map(({ at }) => at));
  items.forEach(({ phrase }, at) => {
    if (phrase !== null && !told.has(at)) victims.see(phrase, sentence);
  });
  if (links.length === 0) return [];
  const times = timesIn(reading.tokens, passage.publishedAt);
  return links.flatMap((found) => {
    const printed = items[found.at]?.phrase;
    const phrase =
      printed == null || found.outcome !== 'injured' ? printed : victims.counted(printed, sentence);
    if (phrase == null || !isWorthwhile(phrase, isHeadline)) return [];
    if (isRate(items, found) || isForeseen(items, found) || isProtested(reading, items, found, phrase))
      return [];
    if (isGetaway(items, found, phrase) || isInvented(items, found)) return [];
    const place = spanIn(reading, phrase, stretch.start);
    const wholePhrase = items[found.partOf]?.phrase;
    return [
      {
        ...place,
        quote: passage.text.slice(place.start, place.end),
        found,
        phrase,
        details: detailsOf(reading, items, found, phrase, times),
        whole:
          wholePhrase == null
            ? null
            : { ...spanIn(reading, wholePhrase, stretch.start), outcome: found.outcome },
        isSingle:
          phrase.quantity === null &&
          (phrase.kind === 'single' || phrase.kind === 'name' || phrase.kind === 'unknown'),
        isOfAll: isOfAll(items, found),
        isImplied: found.outcome === 'injured' && isImplied(items[found.by]),
        why: whyOf(items, found),
      },
    ];
  });
}

/** "Among the dead were", "of those killed". */
function isOfAll(items: readonly Item[], { by, at, rule }: Found): boolean {
  const [the, lead] = [items[by - 1]?.word, items[by - 2]?.word];
  if (the === 'among') return true;
  return ALL_OF.has(the) && (lead === 'among' || (lead === 'of' && (at < by || rule === 'inverse')));
}
const ALL_OF = wordSet('the those');

/** By a verb or a state that names no injury: "shot", "in hospital". */
const isImplied = (item: Item | undefined): boolean =>
  item?.term != null && item.term.part !== 'noun' && !/^(?:injur|wound|hurt)/.test(item.word);

/** No nought, and without a figure only what a headline tells. */
function isWorthwhile({ kind, quantity }: Phrase, isHeadline: boolean): boolean {
  if (quantity !== null) return quantity.best !== 0;
  return kind !== 'plural' || isHeadline;
}

const spanIn = ({ tokens }: Reading, phrase: Phrase, offset: number) => ({
  start: offset + (tokens[phrase.spanFrom]?.start ?? 0),
  end: offset + (tokens[phrase.spanTo - 1]?.end ?? 0),
});

function detailsOf(
  reading: Reading,
  items: readonly Item[],
  found: Found,
  phrase: Phrase,
  times: ReturnType<typeof timesIn>,
): CasualtyDetails {
  const stretch = { from: phrase.from, to: phrase.to };
  const cause = causeOf(reading, items, found);
  const period = periodOf(items, times, found);
  const isOpen =
    period !== null && (period.to === null || period.from === null) && !LASTING.has(found.outcome);
  const cumulative = isOpen || isCumulative(reading.tokens, stretch);
  return CasualtyDetails.parse({
    outcome: found.outcome,
    ...figureOf(phrase),
    victims: phrase.victims,
    scope: cumulative ? 'cumulative' : cause === null ? null : 'incident',
    period,
    place: placeOf(reading, items, found),
    perpetrator: perpetratorOf(reading, items, found),
    cause,
  });
}

/** Since when these last is no span of incidents. */
const LASTING: ReadonlySet<Outcome> = new Set<Outcome>(['missing', 'detained', 'displaced']);

type Figure = Pick<CasualtyDetails, 'low' | 'best' | 'high' | 'modifier' | 'wording'>;

function figureOf({ kind, quantity }: Phrase): Figure {
  if (quantity !== null) {
    const { low, best, high, modifier, wording } = quantity;
    return {
      low,
      best,
      high,
      modifier,
      wording: CasualtyDetails.shape.wording.safeParse(wording).data ?? null,
    };
  }
  if (kind === 'plural' || kind === 'share')
    return { low: null, best: null, high: null, modifier: null, wording: null };
  const value = kind === 'pair' ? 2 : 1;
  return { low: value, best: value, high: value, modifier: 'exact', wording: null };
}

function proposalOf(sentence: number, count: Count, earlier: PartsOfEarlier): Proposal {
  const { start, end, quote, found, details, whole } = count;
  const key = keyOf(start, end, details.outcome);
  const partOf =
    whole === null ? earlier.wholeOf(count, sentence) : keyOf(whole.start, whole.end, whole.outcome);
  earlier.remember(key, count, sentence);
  return {
    kind: 'casualty_count',
    details,
    span: { start, end, quote },
    sentence,
    key,
    rule: `casualty-${found.rule}`,
    why: count.why,
    confidence: confidenceOf(count, hasFigure(details)),
    attributedBy: [],
    partOf,
    sourceName: null,
  };
}

const keyOf = (start: number, end: number, outcome: Outcome): string => `casualty-${start}-${end}-${outcome}`;
