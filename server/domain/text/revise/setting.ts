/** Where and when a sentence says that something was: what the ones after it in their block take from it. */
import { MONTHS, WEEKDAYS } from '../../claims/reading/lexicon.ts';
import { type Side, tellingWords } from './aligned.ts';
import { wordsIn } from './alike.ts';
import { isAnaphor, isCue, leadsOver } from './lexicon.ts';
import type { Beside } from './model.ts';
import { perSentence, perSide } from './per-sentence.ts';
import { isInBlock } from './quoted.ts';
import type { Token } from './tokens.ts';
import { tells } from './tokens.ts';
import { NOTHING, type Told } from './voices.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words before a place; those of other languages that mean another thing in English are left out. */
const BEFORE_PLACES = words(`
  in at near on outside inside around across along above below beside behind off of from to towards toward into through
  between past dans à au aux près vers chez de du des en del cerca bei im nach aus von nella nel nei alla di da em no na
  nos nas в во на под из около у к із та о около близ возле у في من إلى الى قرب على في`);
/** The ones of these that tell where the sentence itself is set: "from Marl" is where somebody comes from. */
const SETTING = words(
  'in at near outside inside around across along dans à au aux près en bei im em в во під под около في قرب',
);
/** They may stand between the preposition and the name. */
const BETWEEN = words(
  'the a an le la les l der die das dem den el los las o os il lo city town village port of',
);
const QUARTERS = words(`
  north south east west northern southern eastern western northeast northwest southeast southwest north-east north-west
  south-east south-west central`);
/** With which they begin a phrase that opens a sentence, and what they tell of the ones behind it is no place. */
const FRAMING = words('under during amid despite with without');
const TIMES = words('today yesterday tomorrow tonight weekend spring summer autumn winter');
/** A verb of speaking without what was said: its day is the one of the talk. */
const TALKING = words('spoke speaks speaking talked talks interviewed');

export interface Setting {
  /** Everything that names a place, in order; an empty string for none. */
  readonly places: string;
  readonly times: string;
  /** Whether the sentence says where and when it is set itself. */
  readonly isPlaced: boolean;
}

/**
 * Did the place or the day that the sentences before it in its block tell become another?
 *
 * "In Harran, fighting went on. Nine men died." A sentence that names its own place or day takes none.
 */
export function changesSetting(older: Side, old: number, newer: Side, now: number): Beside | null {
  const own = settingOf(older, old);
  const [was, is] = [before(older, old), before(newer, now)];
  const between = (one: Told, other: Told): Beside => ({ change: 'reworded', was: one.at, now: other.at });
  const [line, lineNow] = [dateline(older), dateline(newer)];
  if (isHere(older, old) && line.words !== lineNow.words) return between(line, lineNow);
  if (!own.isPlaced && was.places.words !== is.places.words) return between(was.places, is.places);
  return own.times === '' && was.times.words !== is.times.words ? between(was.times, is.times) : null;
}

const isHere = (side: Side, sentence: number): boolean =>
  wordsIn(side, sentence).some((key) => key.toLowerCase() === 'here');

/** "HARRAN (TVK) -": the names in capitals that open a sentence near the top. */
const dateline = perSide((side): Told => {
  const tops = side.revision.sentences.slice(0, TOP).map((_, at) => {
    const keys = wordsIn(side, at);
    const [first = ''] = tellingWords(side, at);
    const end = keys.findIndex((key, word) => !CAPITALS.test(word === 0 ? first : key));
    return { words: [first, ...keys.slice(1)].slice(0, end === -1 ? keys.length : end).join(' '), at };
  });
  return tops.find(({ words }) => words !== '') ?? NOTHING;
});
const TOP = 5;
const CAPITALS = /^\p{Lu}{3,}$/u;

/** What the nearest sentences before in the block tell of place and time. */
const before = perSentence((side, sentence): { readonly places: Told; readonly times: Told } => {
  let [places, times] = [NOTHING, NOTHING];
  for (let at = sentence; isInBlock(side, at) && at > sentence - REACH; at--) {
    const told = settingOf(side, at - 1);
    if (places.words === '') places = { words: told.places, at: at - 1 };
    if (times.words === '') times = { words: told.times, at: at - 1 };
  }
  return { places, times };
});
const REACH = 8;

export const settingOf = perSentence(
  ({ tokens, firstOf }, sentence): Setting =>
    findSetting(tokens.slice(firstOf[sentence], firstOf[sentence + 1])),
);

function findSetting(tokens: readonly Token[]): Setting {
  const keys = tokens.map(({ key }) => key.toLowerCase());
  const lead = leadingPhrase(tokens, keys);
  const places: string[] = [...lead];
  const times: string[] = [];
  let isPlaced = lead.length > 0 && SETTING.has(keys[0] ?? '');
  const talks = keys.some((key) => TALKING.has(key));
  keys.forEach((key, at) => {
    if (isTime(tokens, keys, at)) {
      if (!talks) times.push(key);
      return;
    }
    if (PERIODS.has(key) && COUNTED.test(keys[at - 1] ?? '')) times.push(keys[at - 1] ?? '', key);
    if (QUARTERS.has(key)) places.push(key);
    const preposition = placedBy(tokens, keys, at);
    if (preposition !== null) places.push(key);
    else if (opensAsPlace(tokens, keys, at)) places.push(key);
    if (preposition !== null && SETTING.has(preposition)) isPlaced = true;
  });
  return { places: [...new Set(places)].sort().join(' '), times: times.join(' '), isPlaced };
}

/** "At the school, fires burned": from a preposition that opens the sentence to the first comma. */
function leadingPhrase(tokens: readonly Token[], keys: readonly string[]): string[] {
  if (!SETTING.has(keys[0] ?? '') && !FRAMING.has(keys[0] ?? '')) return [];
  const comma = keys.findIndex((key) => key === ',' || key === '،' || key === '，');
  if (comma === -1 || comma > PHRASE) return [];
  const phrase = tokens.slice(1, comma);
  return phrase.flatMap((token, at) => {
    const key = keys[at + 1] ?? '';
    return tells(token) && !BETWEEN.has(key) && !isTime(tokens, keys, at + 1) ? [key] : [];
  });
}
/** So many words are the phrase at most. */
const PHRASE = 8;

function isTime(tokens: readonly Token[], keys: readonly string[], at: number): boolean {
  const key = keys[at] ?? '';
  if (WEEKDAYS.has(key) || TIMES.has(key) || isMonth(tokens[at])) return true;
  if (!key.startsWith('#')) return false;
  if (isMonth(tokens[at - 1]) || isMonth(tokens[at + 1])) return true;
  return YEAR.test(key) && BEFORE_YEARS.has(keys[at - 1] ?? '');
}
/** "Last week", "the 3rd day". */
const PERIODS = words('day night week weekend month year');
const COUNTED = /^(?:last|this|next|first|second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th))$/;
const YEAR = /^#(?:1[5-9]|20)\d\d$/;
const BEFORE_YEARS = words('in since until from by of');

/** "May" and "March" are other words in small letters. */
const isMonth = (token: Token | undefined): boolean =>
  token !== undefined && isName(token) && MONTHS.has(token.key.toLowerCase());

const isName = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.key);
/** Letters that are neither large nor small: what follows a preposition is taken for the place. */
const isUncased = (token: Token | undefined): boolean => token !== undefined && /^\p{Lo}/u.test(token.key);

/** The preposition before which a name stands, over other names, articles and the like of "town of"; null for none. */
function placedBy(tokens: readonly Token[], keys: readonly string[], at: number): string | null {
  if (at === 0 || (!isName(tokens[at]) && !isUncased(tokens[at]))) return null;
  if (isUncased(tokens[at])) return BEFORE_PLACES.has(keys[at - 1] ?? '') ? (keys[at - 1] ?? null) : null;
  for (let before = at - 1; before >= Math.max(0, at - PHRASE); before--) {
    const key = keys[before] ?? '';
    if (key === 'of' && BETWEEN.has(keys[before - 1] ?? '')) continue;
    if (BEFORE_PLACES.has(key)) return key;
    if (!BETWEEN.has(key) && !QUARTERS.has(key) && key !== '-' && !isName(tokens[before])) return null;
  }
  return null;
}

const BEING = words('was were is are');
/** "Harran was hit": a name that opens the sentence, right before a form of "be". */
function opensAsPlace(tokens: readonly Token[], keys: readonly string[], at: number): boolean {
  if (!isName(tokens[at]) || at > 2 || !tokens.slice(0, at).every(isName)) return false;
  const [first = ''] = keys;
  if (isAnaphor(first) || leadsOver(first) || BETWEEN.has(first) || isCue(first)) return false;
  return BEING.has(keys[at + 1] ?? '');
}
