/** Kinds of words by their part of speech (tags of the Universal Dependencies), as rules ask for them. */
import { wordSet } from '../../word-set.ts';

export const VERBS = wordSet('VERB AUX');
export const MODIFIED = wordSet('ADJ VERB NUM');
export const LEADING = wordSet('ADP SCONJ');
export const MODIFYING = wordSet('ADV ADJ');
export const DETERMINERS_NOUNS = wordSet('DET NOUN');
export const DETERMINERS_NAMES = wordSet('DET PROPN');
export const OBJECT_BEGINS = wordSet('DET PROPN NOUN ADJ PRON NUM');
export const NOUNS = wordSet('NOUN PROPN');
export const NOUNS_ADJECTIVES = wordSet('NOUN PROPN ADJ');
export const TAIL_BEGINS = wordSet('NOUN PROPN ADJ NUM');
export const NOUNS_NUMBERS = wordSet('NOUN PROPN NUM');
export const ANTECEDENTS = wordSet('NOUN PROPN NUM PRON');
export const NOUNS_PRONOUNS = wordSet('NOUN PROPN PRON');
export const NOUNS_VERBS = wordSet('NOUN PROPN VERB');
export const NAMES_DETERMINERS_PRONOUNS = wordSet('PROPN DET PRON');
export const NAME_BEGINS = wordSet('PROPN NOUN ADJ X VERB');
export const NAME_PARTS = wordSet('PROPN NUM PUNCT');
export const NAMES_PRONOUNS = wordSet('PROPN PRON');
export const SMALL_BEGINS = wordSet('VERB ADV DET NUM PRON');
