/** Signs between words, as rules ask for them. Every apostrophe is straight here. */
import { wordSet } from '../../word-set.ts';

export const LINE_OPENS = wordSet(`" “ ” ' [ (`);
export const QUOTE_CLOSES = wordSet(`" ” » ' ''`);
export const ADVERB_BORDERS = wordSet(', ; : — – “ ” " --');
export const DASHES_HYPHEN = wordSet('- – — ― --');
export const DASHES = wordSet('— – --');
export const TAIL_ENDS = wordSet('. ; : ! ? — –');
export const OPENS_TEXT = wordSet(`" “ ‘ '`);
export const CLOSES_SUBJECT = wordSet(') ” "');
export const FINISHED = wordSet(', . ! ? …');
export const STOPS = wordSet(', . ; :');
export const STOPS_DASHES = wordSet(', . ; : — –');
export const STOPS_NO_COLON = wordSet(', . ;');
export const GOES_ON_BEHIND = wordSet(', : . — –');
export const COMMA_COLON = wordSet(', :');
export const COMMA_COLONS = wordSet(', ; :');
export const HEADLINE_ENDS = wordSet('. !');
export const COLONS = wordSet('; :');
export const STRAY = wordSet('` ´');
export const OPENING_MARKS = wordSet('“ " ‘');
export const CASE_MARKS = wordSet(`'s '`);
