/** A passage as words with their parts of speech: what all finding of claims reads. */
import model from 'wink-eng-lite-web-model';
import winkNLP, {
  type ModelAddons,
  type PartOfSpeech,
  type TokenItsFunction,
  type WinkMethods,
} from 'wink-nlp';
import type { Sentence } from '../../contract/articles.ts';
import type { Passage } from './model.ts';

/** One word or sign. Offsets are UTF-16 code units into the passage's text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As printed. */
  readonly text: string;
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

let tagger: WinkMethods | undefined;

/** Loading takes a few hundred milliseconds, which only who extracts should pay. */
const loaded = (): WinkMethods => {
  tagger ??= winkNLP(model, ['pos']);
  return tagger;
};

/** Tag a passage, sentence by sentence, so that words never cross the borders everybody sees. English only. */
export function analyse({ text, sentences }: Passage): AnalysedSentence[] {
  return sentences.map((sentence, index) => ({
    ...sentence,
    index,
    words: wordsOf(text, sentence.start, sentence.end),
  }));
}

/** @returns the words and signs between two offsets of the text */
export function wordsOf(text: string, start: number, end: number): Word[] {
  const { its, readDoc } = loaded();
  const sentence = text.slice(start, end);
  const tokens = readDoc(sentence).tokens();
  const values = tokens.out(its.value);
  const lemmas = tokens.out(lemmaBy(its.lemma));
  const tags = tokens.out(its.pos);
  let from = 0;
  return values.flatMap((value, index) => {
    const at = sentence.indexOf(value, from);
    // The tagger gives every token as it stands; a word that it had altered could not be placed, and is left out.
    if (at === -1 || value === '') return [];
    from = at + value.length;
    return [
      {
        start: start + at,
        end: start + from,
        text: value,
        lower: value.toLowerCase(),
        lemma: lemmas[index] || value.toLowerCase(),
        pos: isPartOfSpeech(tags[index]) ? tags[index] : 'X',
      },
    ];
  });
}

/** The tagger hands the model's add-ons over in third place, where its own types expect them in fourth. */
const lemmaBy =
  (lemma: WinkMethods['its']['lemma']): TokenItsFunction<string> =>
  (index, token, third: unknown) =>
    hasLemmas(third) ? lemma(index, token, third) : '';
const hasLemmas = (value: unknown): value is ModelAddons =>
  typeof value === 'object' && value !== null && 'lemmatize' in value;

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
