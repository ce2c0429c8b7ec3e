/** A passage as words with their parts of speech: what all finding of claims reads. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type PartOfSpeech, type TokenItsFunction, type WinkMethods } from 'wink-nlp';
import type { Sentence } from '../../contract/articles.ts';
import type { Passage } from './model.ts';
import { type Unit, unitsOf } from './units.ts';

/** One word or sign. Offsets are UTF-16 code units into the passage's text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As printed. */
  readonly text: string;
  /** In small letters, every apostrophe straight: "n't" for "n’t". */
  readonly lower: string;
  /** The dictionary form, in small letters: "say" for "said". */
  readonly lemma: string;
  /** Of the Universal Dependencies; about one in fourteen is wrong, so no rule should hang on one tag alone. */
  readonly pos: PartOfSpeech;
}

export interface AnalysedSentence extends Sentence {
  /** Its number in the passage. */
  readonly index: number;
  readonly words: readonly Word[];
}

/** Tag a passage, sentence by sentence, so that words never cross the borders everybody sees. English only. */
export function analyse({ text, sentences }: Passage): AnalysedSentence[] {
  return sentences.map((sentence, index) => ({
    ...sentence,
    index,
    words: wordsOf(text, sentence.start, sentence.end),
  }));
}

/** As many units as the tagger gets at once: longer than any sentence that a person wrote. */
const MOST_UNITS = 2000;

/** @returns the words and signs between two offsets of the text; together they hold everything but white space */
export function wordsOf(text: string, start: number, end: number): Word[] {
  const units = unitsOf(text.slice(start, end));
  const words: Word[] = [];
  for (let from = 0; from < units.length; from += MOST_UNITS)
    addWords(words, text, start, units.slice(from, from + MOST_UNITS));
  return words;
}

/** Tag units and add what they become: the tagger still takes some apart ("it's", "well-known"). */
function addWords(words: Word[], text: string, offset: number, units: readonly Unit[]): void {
  const { its, readDoc } = taggerFor(units);
  const lemmaOf: unknown = its.lemma;
  const tokens = readDoc(units.map(({ form }) => form).join(' ')).tokens();
  const values = tokens.out(its.value);
  const lemmas = isMapper(lemmaOf) ? tokens.out(lemmaOf) : [];
  const tags = tokens.out(its.pos);
  let next = 0;
  for (const unit of units) {
    const from = next;
    let length = 0;
    while (next < values.length && length < unit.form.length) length += values[next++]?.length ?? 0;
    const isSplit = next - from > 1 && unit.tells === 'word';
    let start = offset + unit.start;
    for (let at = from; at < next; at++) {
      const isLast = at === next - 1 || !isSplit;
      const end = isLast ? offset + unit.end : start + (values[at]?.length ?? 0);
      const lemma = unit.tells === 'word' ? lemmas[at] : undefined;
      words.push(wordFrom(text, start, end, lemma, unit.tells === 'nothing' ? undefined : tags[at]));
      start = end;
      if (isLast) break;
    }
  }
}

function wordFrom(
  text: string,
  start: number,
  end: number,
  lemma: string | undefined,
  tag: string | undefined,
): Word {
  const printed = text.slice(start, end);
  const lower = printed.toLowerCase().replaceAll('’', "'");
  return {
    start,
    end,
    text: printed,
    lower,
    lemma: lemma ? lemma.toLowerCase() : lower,
    pos: isPartOfSpeech(tag) ? tag : 'X',
  };
}

let tagger: WinkMethods | undefined;
/** The forms that the tagger has met. It keeps each for good, so that it is let go when they are many. */
let met = new Set<string>();
const MOST_MET = 200_000;

/** Loading takes a few hundred milliseconds, which only who extracts should pay. */
function taggerFor(units: readonly Unit[]): WinkMethods {
  for (const { form } of units) met.add(form);
  if (met.size > MOST_MET) {
    tagger = undefined;
    met = new Set();
  }
  tagger ??= loadTagger();
  return tagger;
}

/** What the model keeps of entities by example. Nothing here uses it, but a tagger wants it. */
let examples: unknown;

/**
 * A new tagger. The model writes its examples into a string each time that it is asked for them, the last string
 * included, which grows so fast that the twentieth is longer than any may be: it is asked once.
 */
export function loadTagger(): WinkMethods {
  const { metaCER } = model;
  const metaOnce = () => {
    examples ??= typeof metaCER === 'function' ? metaCER() : undefined;
    return examples;
  };
  return winkNLP({ ...model, metaCER: metaOnce }, ['pos']);
}

/** The tagger takes its own functions alone, and its types do not know that this one is among them. */
const isMapper = (value: unknown): value is TokenItsFunction<string> => typeof value === 'function';

const PARTS_OF_SPEECH: ReadonlySet<string> = new Set<PartOfSpeech>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SPACE',
  'SYM',
  'VERB',
  'X',
]);
const isPartOfSpeech = (tag: string | undefined): tag is PartOfSpeech =>
  tag !== undefined && PARTS_OF_SPEECH.has(tag);
