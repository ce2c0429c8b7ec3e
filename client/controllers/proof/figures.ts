/**
 * Where figures stand in a sentence: for a key that goes from one to the next, and known to no DOM.
 *
 * Only the place is found here. What a figure means is read by the server, from the words that are marked.
 */
import type { Range } from '../../../server/contract/common.ts';

const anyOf = (list: string): string =>
  `(?:${list
    .trim()
    .split(/\s*\|\s*/)
    .join('|')
    .replace(/ +/g, SPACE)})`;

const SPACE = '[^\\S\\n]+';
const GAP = '[^\\S\\n]*';
const HYPHEN = '[-‐‑–—]';
const END = '(?![\\p{L}\\p{M}\\p{N}])';

/** Digits of any script, separators between them, what is written right at them: "$1.2m", "12,300", "40%". */
const DIGITS =
  "\\p{Sc}?\\p{Nd}+(?:[.,٫٬'’/:]\\p{Nd}+|[ \\u00a0\\u2009\\u202f]\\p{Nd}{3}(?!\\p{Nd}))*(?:[a-z]{1,2}(?!\\p{L}))?[%‰°+\\p{Sc}]?";

const SCALE = anyOf('hundred|thousand|million|billion|trillion|dozen|score');
const SCALES = anyOf('tens|dozens|hundreds|thousands|millions|billions');
const UNIT = anyOf(
  `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|
   eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety`,
);
const PEOPLE = anyOf(
  `people|persons?|m[ae]n|wom[ae]n|child|children|boys?|girls?|bab(?:y|ies)|infants?|toddlers?|minors?|civilians?|
   soldiers?|fighters?|rebels?|militants?|insurgents?|gunm[ae]n|troops|militiam[ae]n|combatants?|recruits?|medics?|
   doctors?|nurses?|paramedics?|surgeons?|journalists?|reporters?|correspondents?|photographers?|cameram[ae]n|
   prisoners?|detainees?|inmates?|captives?|hostages?|residents?|villagers?|protesters?|demonstrators?|students?|
   pupils?|teachers?|passengers?|migrants?|refugees?|workers?|officers?|policem[ae]n|police|guards?|officials?|
   pilgrims?|worshippers?|tourists?|fisherm[ae]n|miners?|victims?|others?|members?|crew|staff|citizens?|
   inhabitants?|survivors?|bystanders?|firefighters?|rescuers?|drivers?|sailors?|suspects?|farmers?|islanders?|
   mourners?|activists?|lawyers?|teenagers?|youths?|relatives?|patients?|peacekeepers?|foreigners?|volunteers?|
   adults?|casualties|dead|deaths?|wounded|injured|missing|bod(?:y|ies)`,
);
const MONTH = anyOf(
  `January|February|March|April|May|June|July|August|September|October|November|December|
   Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?`,
);

/** What bounds a figure, or adds it to others, right before it. */
const BEFORE = anyOf(
  `at the least|at the most|at least|at most|no fewer than|no less than|not fewer than|not less than|no more than|
   not more than|a minimum of|minimum of|a maximum of|maximum of|as few as|as many as|as much as|more than|
   greater than|upwards? of|in excess of|fewer than|less than|up to|in the region of|in the order of|
   on the order of|close to|an estimated|estimated|an approximate|a total of|an additional|a further|
   over|above|exceeding|beyond|topping|under|below|about|around|some|roughly|nearly|almost|approximately|circa|
   approaching|perhaps|possibly|maybe|well|far|just|slightly|only|exactly|another|additional|further|between|from`,
);
const AFTER = anyOf('or more|or fewer|or less|or above|or so|or thereabouts|plus');

/** What may follow a figure and is not what it counts. */
const NO_NOUN = anyOf(
  `a|an|the|this|that|these|those|it|its|he|she|they|them|we|you|his|her|their|our|my|who|whom|whose|which|when|
   where|while|why|how|what|and|or|but|nor|so|yet|if|than|then|as|at|by|for|from|in|into|of|off|on|onto|out|over|
   since|through|to|under|until|up|upon|via|with|within|without|after|before|during|between|among|against|about|
   across|along|around|behind|beyond|near|per|is|are|was|were|be|been|being|am|has|have|had|having|do|does|did|
   will|would|shall|should|can|could|may|might|must|not|no|also|there|here|now|still|both|only|just|even|because|
   though|although|however|said|says|say|told|tells|died|die|dies|came|went|made|took|fell|left|more`,
);
const WORD = "\\p{L}[\\p{L}\\p{M}’'-]*";

/** "three hundred and eighty-five", "two and a half million", "a dozen", "half a million". */
const ONE = `one(?=${HYPHEN}|${SPACE}(?:${SCALE}|${PEOPLE}|(?:of|other|more|and${SPACE}a${SPACE}half)${END}))`;
const WRITTEN = [
  `(?:${UNIT}|${ONE})${END}(?:(?:${SPACE}|${HYPHEN})(?:${UNIT}|one|${SCALE})${END}|(?<=dred|sand|lion)${SPACE}and${SPACE}(?:${UNIT}|one)${END}|${SPACE}and${SPACE}a${SPACE}half${END})*`,
  `(?:an?${SPACE})?half(?:${SPACE}an?)?${SPACE}${SCALE}${END}`,
  `(?:a|several|many|a${SPACE}few)${SPACE}${SCALE}${END}(?:${SPACE}and${SPACE}(?:a${SPACE}half|one|${UNIT})${END})?`,
  `(?:many${SPACE})?${SCALES}${END}(?:${SPACE}of${SPACE}${SCALES}${END})?`,
  `scores(?=${SPACE}(?:of|more|${PEOPLE})${END})`,
  `(?:several|a${SPACE}few|a${SPACE}handful|a${SPACE}couple)${END}`,
].join('|');
const FIGURE = `(?:${DIGITS}(?:${SPACE}and${SPACE}a${SPACE}half${END})?(?:(?:${SPACE}|-)${SCALE}${END})*|${WRITTEN})`;

/** "41 people", "23 bodies", "12 wounded young soldiers", "four of the wounded", "6 a.m.", "5 May". */
const COUNTED = [
  `${SPACE}[ap]\\.?m\\.?${END}`,
  `${SPACE}${MONTH}${END}`,
  `(?:${SPACE}of(?:${SPACE}(?:the|its|his|her|their|our|these|those))?)?(?:${SPACE}(?!${NO_NOUN}${END}|${WORD}s${END})${WORD}){0,2}${SPACE}(?:more${SPACE})?${PEOPLE}${END}`,
  `${SPACE}of${SPACE}(?:them|us|you|those|these)${END}`,
  `${SPACE}more${END}`,
  `(?:${SPACE}of(?:${SPACE}(?:the|its|his|her|their|our))?)?${SPACE}(?!${NO_NOUN}${END})${WORD}`,
].join('|');

const ENGLISH = new RegExp(
  [
    '(?<![\\p{L}\\p{M}\\p{N}])(?<!\\p{L}[-‐‑])',
    `(?:${MONTH}${SPACE}(?=\\p{Nd}{1,2}(?!\\p{Nd}))|(?:${BEFORE}${SPACE}){1,3}|~)?`,
    FIGURE,
    // A range, "10–15" or "10 to 15"; with "and" only after "between".
    `(?:${GAP}${HYPHEN}${GAP}${FIGURE}|${SPACE}(?:to|or)${SPACE}(?:${BEFORE}${SPACE})?${FIGURE}|(?<=between${SPACE}[^\\n]{1,40})${SPACE}and${SPACE}${FIGURE})?`,
    // "a 12-year-old boy"
    `(?:-${WORD})?`,
    `(?:${SPACE}${AFTER}${END})?`,
    `(?:${COUNTED})?`,
  ].join(''),
  'giu',
);

/** Without English the digits alone are known, and a range of them. */
const DIGITS_ONLY = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${DIGITS}(?:${HYPHEN}${DIGITS})?`, 'giu');

/**
 * The figures in a sentence, each with what bounds it and what it counts: "at least 41 people", "dozens",
 * "between 10 and 15". In English; of other languages the digits alone, in any script.
 *
 * UTF-16 code units from the start of `sentence`, in order, none within another.
 */
export function figuresIn(sentence: string, language: string): Range[] {
  const pattern = /^en(?:-|$)/i.test(language) ? ENGLISH : DIGITS_ONLY;
  return [...sentence.matchAll(pattern)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}
