/** Facts that an editor may want to look up: dates, names with a function, figures that are no casualties, events. */
import type { AnalysedSentence } from './analyse.ts';
import { readDates } from './facts/dates.ts';
import type { FactReader, Found } from './facts/found.ts';
import { readEvents, readPeople, readPlaces } from './facts/names.ts';
import { readQuantityFacts } from './facts/quantities.ts';
import { readWeekdays } from './facts/weekdays.ts';
import type { Passage, Proposal } from './model.ts';

const READERS: readonly FactReader[] = [readDates, readQuantityFacts, readPeople, readPlaces, readEvents];
/** Who signs a story and when it was filed is kept with it, and is no claim in its words. */
const NO_FACTS: ReadonlySet<string> = new Set(['byline', 'dateline']);

/**
 * Propose what a story states about days, places, people and things.
 *
 * A story holds many such facts: of two in the same words the one that is more likely to be checked is kept, a name is
 * proposed where it stands first, and confidence says how much there is to check.
 */
export function proposeFacts(passage: Passage, sentences: readonly AnalysedSentence[]): Proposal[] {
  const told = sentences.filter(({ block }) => !NO_FACTS.has(passage.blocks[block]?.role ?? 'paragraph'));
  const found = [
    ...told.flatMap((sentence) => READERS.flatMap((read) => read(passage, sentence))),
    ...readWeekdays(passage, told),
  ];
  return apart(onceNamed(found)).map((fact) => proposalOf(passage, sentences, fact));
}

/** Names and places where they stand first. */
function onceNamed(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ about, value }) => {
    if ((about !== 'name' && about !== 'place') || value === null) return true;
    const key = `${about} ${value.toLowerCase()}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Those that share no word, in the order of the text; of two that do, the more likely one. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const fact of [...found].sort((a, b) => a.start - b.start || b.confidence - a.confidence)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= fact.start) kept.push(fact);
    else if (fact.confidence > last.confidence) kept[kept.length - 1] = fact;
  }
  return kept;
}

function proposalOf(passage: Passage, sentences: readonly AnalysedSentence[], fact: Found): Proposal {
  const { start, end, about, value, rule, why, confidence } = fact;
  return {
    kind: 'fact',
    details: { about, value: value === null ? null : cut(value) },
    span: { start, end, quote: passage.text.slice(start, end) },
    sentence: sentenceOf(sentences, start),
    key: `fact-${start}-${end}`,
    rule,
    why: why.replaceAll('!', ''),
    confidence,
    attributedBy: [],
    partOf: null,
    sourceName: null,
  };
}

/** As long as the contract takes. */
const cut = (value: string): string => (value.length > 500 ? value.slice(0, 500).trim() : value);

function sentenceOf(sentences: readonly AnalysedSentence[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return sentences[low]?.index ?? 0;
}
