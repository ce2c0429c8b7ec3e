/** Verbs whose outcome another word tells, some words on: "beat the two men to death". Lower case; English. */
import { wordSet } from '../word-set.ts';
import { CARE_FRAMES } from './care-frames.ts';
import { HARM_FRAMES } from './harm-frames.ts';
import { type Frame, formOf } from './harm-words.ts';
import type { OutcomeTerm } from './outcome-lexicon.ts';

/** The outcome told by the word at an index together with a later one of the same clause; null for none. */
export function frameAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const word = tokens[index] ?? '';
  for (const { read } of BY_WORD.get(word) ?? []) {
    const term = read(tokens, index, word);
    if (term !== null) return term;
  }
  return null;
}

const VIOLENCE =
  wordSet(`shot stabbed beaten beat hacked burned burnt stoned crushed trampled bludgeoned clubbed knifed starved tortured
    kicked choked strangled shooting stabbing beating hacking stoning bludgeoning crushing trampling burning starving
    torturing kicking choking clubbing strangling charred roasted roasting scalded gored goring mauled mauling whipped
    flogged battered battering gassed gassing slashed slashing pummelled pummeled suffocated smothered squeezed dragged
    pelted axed speared hammered savaged frozen freezing dragging squeezing smothering
    beats stabs hacks burns shoots clubs stones crushes tramples chokes starves kicks mauls gores`);
/** Between a verb and its "to death": "beat the two men to death". */
const TO_DEATH_REACH = 8;

/** "Hacked to death", "shot two men to death". */
function toDeathAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 1; at <= index + TO_DEATH_REACH; at++) {
    if (tokens[at] !== 'to' || tokens[at + 1] !== 'death') continue;
    const length = at === index + 1 ? 3 : 1;
    return { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: false, length };
  }
  return null;
}

const FALL = wordSet(`
  fall falls fell fells fallen falling plunge plunges plunged plunging jump jumps jumped jumping leap leaps
  leaped leapt leaping tumble tumbles tumbled tumbling hurtle hurtles hurtled hurtling slid slipped slipping
  crash crashes crashed crashing skidded skidding went go goes going marched`);
const THROW = wordSet(`
  sweep sweeps swept sweeping threw thrown throwing pushes pushed pushing sent send sends sending hurled
  hurling tossed tossing`);
const THEIRS = wordSet('their his her its');
const DEATHS = wordSet('death deaths');
const DEATHS_REACH = 7;
/** "Plunged to their deaths", "fell 300 feet to his death", "sent 12 passengers to their deaths". */
function toTheirDeathsAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 1; at <= index + DEATHS_REACH; at++) {
    if (tokens[at] !== 'to' || !THEIRS.has(tokens[at + 1])) continue;
    if (!DEATHS.has(tokens[at + 2])) return null;
    const length = at === index + 1 ? 4 : 1;
    if (FALL.has(word)) return { outcome: 'killed', part: 'happens', needsPeople: true, length };
    return { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: true, length };
  }
  return null;
}

/** "Blew themselves up". */
function blownUpAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const self = SELVES.has(tokens[index + 1]);
  return self && tokens[index + 2] === 'up'
    ? { outcome: 'killed', part: 'happens', needsPeople: true, length: 3 }
    : null;
}
const SELVES = wordSet('himself herself themselves');

/** "Claimed nine victims". */
function claimedAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  const victims = tokens.slice(index + 2, index + 5).includes('victims');
  return victims
    ? { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: true, length: 1 }
    : null;
}

const BURY = wordSet(`
  burn burned burnt burning burns buried burying buries roasted roasting skinned flayed boiled`);
const ALIVE_REACH = 6;
/** "Burned alive", "buried 15 workers alive": not "found alive". */
function aliveAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 1; at <= index + ALIVE_REACH; at++) {
    if (tokens[at] === '' || NOT_ALIVE.has(tokens[at])) return null;
    if (tokens[at] !== 'alive') continue;
    const length = at === index + 1 ? 2 : 1;
    return { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: true, length };
  }
  return null;
}
const NOT_ALIVE = wordSet('was were is are been found pulled rescued and but came emerged still out');

const TAKE = wordSet('take takes took taken taking hold holds held holding');
const CAPTIVE = wordSet('hostage hostages captive captives prisoner prisoners');
const LEADS_AWAY = wordSet('from of to');
const TAKE_REACH = 7;
/** "Took 40 protesters into custody", "take 12 tourists hostage", "took 12 hostages", "12 hostages were taken". */
function takenAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (areTaken(tokens, index))
    return { outcome: 'detained', part: 'verb', form: 'past', needsPeople: true, length: 1 };
  for (let at = index + 2; at <= index + TAKE_REACH; at++) {
    const [first, second] = [tokens[at] ?? '', tokens[at + 1]];
    if (first === '' || LEADS_AWAY.has(first)) return null;
    const custody = first === 'into' && (second === 'custody' || second === 'detention');
    if (!custody && !CAPTIVE.has(first)) continue;
    return { outcome: 'detained', part: 'verb', form: formOf(word), needsPeople: true, length: 1 };
  }
  return null;
}

/** "Hostages were taken", "captives have been held"; not "prisoners were taken to hospital". */
function areTaken(tokens: readonly string[], index: number): boolean {
  if (!HELD_OR_TAKEN.has(tokens[index]) || tokens[index + 1] === 'to') return false;
  const is = IS.has(tokens[index - 1]);
  return (
    is &&
    tokens
      .slice(0, index)
      .slice(-AUXILIARIES)
      .some((token) => CAPTIVE.has(token))
  );
}
const IS = wordSet('are were been being was is');
const HELD_OR_TAKEN = wordSet('taken held');
const AUXILIARIES = 3;

const RESCUE = wordSet('rescued rescues rescuing extracted extracting saved saving');
const HELD = wordSet(`
  hostage hostages captive captives abductees slaves detainees abducted kidnapped enslaved trafficked`);
const HELD_REACH = 4;
/** "Rescued 40 hostages", "40 hostages were rescued": out of hands, not out of water. */
function rescuedAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index - HELD_REACH; at <= index + HELD_REACH; at++)
    if (HELD.has(tokens[at]))
      return { outcome: 'freed', part: 'verb', form: formOf(word), needsPeople: true, length: 1 };
  return null;
}

const LOSE = wordSet('lost lose loses losing');
const OWN = wordSet(`
  soldiers troops troopers men fighters militants rebels guerrillas insurgents policemen servicemen guards
  commandos peacekeepers marines comrades sons daughters children relatives brothers sisters siblings kin`);
const OWN_REACH = 6;
/** "The army lost 13 men", "lost six of its fighters", "she lost two sons": of soldiers and kin alone this tells a death. */
function lostAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 1; at <= index + OWN_REACH; at++) {
    const token = tokens[at] ?? '';
    if (token === '' || NOT_OWN.has(token)) return null;
    if (OWN.has(token))
      return { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: true, length: 1 };
  }
  return null;
}
const NOT_OWN = wordSet('to against in when and by for the at on after');

const DRIVE = wordSet('forced forcing drove driven driving forces force chased chasing');
const FLEE = wordSet('flee evacuate leave abandon');
const HOMES = wordSet('home homes village villages');
const DRIVEN_REACH = 9;
/** "Forced some 3,000 people from their homes", "forced to flee". */
function drivenAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 1; at <= index + DRIVEN_REACH; at++) {
    const [first, second] = tokens.slice(at, at + 2);
    const flees = first === 'to' && FLEE.has(second);
    // "From homes", "out of their homes".
    const place = tokens.slice(at + 1, at + 4).find((token) => token !== 'of' && token !== 'their');
    const fromHome = (first === 'from' || first === 'out') && HOMES.has(place);
    if (!flees && !fromHome) continue;
    const form = formOf(word);
    const length = at === index + 1 ? (flees ? 3 : 2) : 1;
    return { outcome: 'displaced', part: 'verb', form, needsPeople: true, length };
  }
  return null;
}

const LIVES = wordSet('life lives');
const LOSS_REACH = 8;
/** "With the loss of all 62 on board": of lives the noun itself tells. */
function lossAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  if (tokens[index - 2] !== 'with' || tokens[index + 1] !== 'of') return null;
  if (tokens.slice(index + 2, index + LOSS_REACH).some((token) => LIVES.has(token))) return null;
  return { outcome: 'killed', part: 'noun', needsPeople: true, length: 1 };
}

/** In this order: "to death" and "alive" outweigh what the verb tells alone. */
const FRAMES: readonly Frame[] = [
  { on: VIOLENCE, read: toDeathAt },
  { on: new Set([...FALL, ...THROW]), read: toTheirDeathsAt },
  { on: BURY, read: aliveAt },
  { on: wordSet('blew blow blows blown blowing'), read: blownUpAt },
  { on: wordSet('claim claims claimed claiming'), read: claimedAt },
  { on: TAKE, read: takenAt },
  { on: RESCUE, read: rescuedAt },
  { on: LOSE, read: lostAt },
  { on: wordSet('loss'), read: lossAt },
  { on: DRIVE, read: drivenAt },
  ...CARE_FRAMES,
  ...HARM_FRAMES,
];
/** Most words of a text begin none. */
const BY_WORD = new Map<string | undefined, Frame[]>();
for (const frame of FRAMES)
  for (const word of frame.on) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), frame]);
