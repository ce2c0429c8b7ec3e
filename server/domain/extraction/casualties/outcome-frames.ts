/** Verbs whose outcome another word tells, some words on: "beat the two men to death". Lower case; English. */
import { type OutcomeTerm, words } from './outcome-lexicon.ts';

type Frame = (tokens: readonly string[], index: number, word: string) => OutcomeTerm | null;

/** The outcome told by the word at an index together with a later one of the same clause; null for none. */
export function frameAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const word = tokens[index] ?? '';
  for (const frame of FRAMES) {
    const term = frame(tokens, index, word);
    if (term !== null) return term;
  }
  return null;
}

const VIOLENCE: ReadonlySet<string> = new Set(
  words(`shot stabbed beaten beat hacked burned burnt stoned crushed trampled bludgeoned clubbed knifed starved tortured
    kicked choked strangled shooting stabbing beating hacking stoning bludgeoning crushing trampling burning starving
    torturing kicking choking clubbing strangling charred roasted roasting scalded gored goring mauled mauling whipped
    flogged battered battering gassed gassing slashed slashing pummelled pummeled suffocated smothered squeezed dragged
    pelted axed speared hammered savaged frozen freezing dragging squeezing smothering
    beats stabs hacks burns shoots clubs stones crushes tramples chokes starves kicks mauls gores`),
);
/** Between a verb and its "to death": "beat the two men to death". */
const TO_DEATH_REACH = 8;

/** "Hacked to death", "shot two men to death". */
function toDeathAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!VIOLENCE.has(word)) return null;
  for (let at = index + 1; at <= index + TO_DEATH_REACH; at++) {
    if (tokens[at] !== 'to' || tokens[at + 1] !== 'death') continue;
    const length = at === index + 1 ? 3 : 1;
    return { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: false, length };
  }
  return null;
}

const formOf = (word: string): 'ing' | 's' | 'past' =>
  word.endsWith('ing') ? 'ing' : word.endsWith('s') ? 's' : 'past';

const FALL =
  /^(?:f[ae]lls?|fallen|falling|plung(?:es?|ed|ing)|jump(?:s|ed|ing)?|leap(?:s|ed|t|ing)?|tumbl(?:es?|ed|ing)|hurtl(?:es?|ed|ing)|slid|slipp(?:ed|ing)|crash(?:es|ed|ing)?|skidd(?:ed|ing)|went|go|goes|going|marched)$/;
const THROW =
  /^(?:sweeps?|swept|sweeping|threw|thrown|throwing|push(?:es|ed|ing)|sen(?:t|ds?|ding)|hurl(?:ed|ing)|toss(?:ed|ing))$/;
const DEATHS_REACH = 7;
/** "Plunged to their deaths", "fell 300 feet to his death", "sent 12 passengers to their deaths". */
function toTheirDeathsAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  const falls = FALL.test(word);
  if (!falls && !THROW.test(word)) return null;
  for (let at = index + 1; at <= index + DEATHS_REACH; at++) {
    if (tokens[at] !== 'to' || !/^(?:their|his|her|its)$/.test(tokens[at + 1] ?? '')) continue;
    if (!/^deaths?$/.test(tokens[at + 2] ?? '')) return null;
    const length = at === index + 1 ? 4 : 1;
    if (falls) return { outcome: 'killed', part: 'happens', needsPeople: true, length };
    return { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: true, length };
  }
  return null;
}

const BURY = /^(?:burn(?:ed|t|ing|s)?|bur(?:ied|ying|ies)|roast(?:ed|ing)|skinned|flayed|boiled)$/;
const ALIVE_REACH = 6;
/** "Burned alive", "buried 15 workers alive": not "found alive". */
function aliveAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!BURY.test(word)) return null;
  for (let at = index + 1; at <= index + ALIVE_REACH; at++) {
    if (NOT_ALIVE.test(tokens[at] ?? '')) return null;
    if (tokens[at] !== 'alive') continue;
    const length = at === index + 1 ? 2 : 1;
    return { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: true, length };
  }
  return null;
}
const NOT_ALIVE = /^(?:was|were|is|are|been|found|pulled|rescued|and|but|came|emerged|still|out|)$/;

const TAKE = /^(?:takes?|took|taken|taking|holds?|held|holding)$/;
const CAPTIVE = /^(?:hostages?|captives?|prisoners?)$/;
const TAKE_REACH = 7;
/** "Took 40 protesters into custody", "take 12 tourists hostage". */
function takenAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!TAKE.test(word)) return null;
  for (let at = index + 2; at <= index + TAKE_REACH; at++) {
    const [first, second] = [tokens[at] ?? '', tokens[at + 1]];
    if (first === '' || first === 'from' || first === 'of') return null;
    const custody = first === 'into' && (second === 'custody' || second === 'detention');
    if (!custody && !CAPTIVE.test(first)) continue;
    // "Took 12 hostages": counted themselves.
    if (!custody && first.endsWith('s') && at === index + 2) return null;
    return { outcome: 'detained', part: 'verb', form: formOf(word), needsPeople: true, length: 1 };
  }
  return null;
}

const RESCUE = /^(?:rescu(?:ed|es|ing)|extract(?:ed|ing)|sav(?:ed|ing))$/;
const HELD = /^(?:hostages?|captives?|abductees|slaves|detainees|abducted|kidnapped|enslaved|trafficked)$/;
const HELD_REACH = 4;
/** "Rescued 40 hostages", "40 hostages were rescued": out of hands, not out of water. */
function rescuedAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!RESCUE.test(word)) return null;
  for (let at = index - HELD_REACH; at <= index + HELD_REACH; at++)
    if (HELD.test(tokens[at] ?? ''))
      return { outcome: 'freed', part: 'verb', form: formOf(word), needsPeople: true, length: 1 };
  return null;
}

const LOSE = /^(?:los(?:t|es?|ing))$/;
const OWN =
  /^(?:soldiers|troops|troopers|men|fighters|militants|rebels|guerrillas|insurgents|policemen|servicemen|guards|commandos|peacekeepers|marines|comrades|sons|daughters|children|relatives|brothers|sisters|siblings|kin)$/;
const OWN_REACH = 6;
/** "The army lost 13 men", "lost six of its fighters", "she lost two sons": of soldiers and kin alone this tells a death. */
function lostAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!LOSE.test(word)) return null;
  for (let at = index + 1; at <= index + OWN_REACH; at++) {
    const token = tokens[at] ?? '';
    if (token === '' || /^(?:to|against|in|when|and|by|for|the|at|on|after)$/.test(token)) return null;
    if (OWN.test(token))
      return { outcome: 'killed', part: 'verb', form: formOf(word), needsPeople: true, length: 1 };
  }
  return null;
}

const DRIVE = /^(?:forced|forcing|drove|driven|driving|forces|force|chased|chasing)$/;
const DRIVEN_REACH = 9;
/** "Forced some 3,000 people from their homes", "forced to flee". */
function drivenAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!DRIVE.test(word)) return null;
  for (let at = index + 1; at <= index + DRIVEN_REACH; at++) {
    const [first, second, third] = tokens.slice(at, at + 3);
    const flees = first === 'to' && /^(?:flee|evacuate|leave|abandon)$/.test(second ?? '');
    const fromHome =
      (first === 'from' || first === 'out') &&
      /^(?:homes?|villages?)$/.test(second === 'their' || second === 'of' ? (third ?? '') : (second ?? ''));
    if (!flees && !fromHome) continue;
    const form = formOf(word);
    const length = at === index + 1 ? (flees ? 3 : 2) : 1;
    return { outcome: 'displaced', part: 'verb', form, needsPeople: true, length };
  }
  return null;
}

const HIT = /^(?:hit|struck|grazed|clipped)$/;
const HIT_BY =
  /^(?:bullets?|gunfire|shrapnel|shots?|pellets?|rounds?|crossfire|debris|splinters?|fragments?|head|neck|chest|face|leg|legs|arm|arms|foot|hand|back|stomach|abdomen|shoulder|thigh|torso|buttocks|body|eye|hip|knee|ankle)$/;
const HIT_REACH = 6;
/** "Was hit by a bullet", "were struck in the leg". */
function hitAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!HIT.test(word) || !/^(?:by|in|with|multiple|several|at)$/.test(tokens[index + 1] ?? '')) return null;
  for (let at = index + 2; at <= index + HIT_REACH; at++)
    if (HIT_BY.test(tokens[at] ?? ''))
      return {
        outcome: 'injured',
        part: 'verb',
        form: 'past',
        needsPeople: true,
        length: 1,
        passiveOnly: true,
      };
  return null;
}

const LOSS_REACH = 8;
/** "With the loss of all 62 on board": of lives the noun itself tells. */
function lossAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (word !== 'loss' || tokens[index - 2] !== 'with' || tokens[index + 1] !== 'of') return null;
  if (tokens.slice(index + 2, index + LOSS_REACH).some((token) => /^li(?:ves|fe)$/.test(token))) return null;
  return { outcome: 'killed', part: 'noun', needsPeople: true, length: 1 };
}

const SEEK = /^(?:need(?:s|ed|ing)?|requir(?:es?|ed|ing)|receiv(?:ed|ing)|sought|seeking|given|got)$/;
const CARE = /^(?:treatment|attention|care|aid)$/;
const CARE_REACH = 5;
/** "Needed hospital treatment", "required medical attention", "were given first aid". */
function inCareAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!SEEK.test(word)) return null;
  for (let at = index + 2; at <= index + CARE_REACH; at++) {
    if (!CARE.test(tokens[at] ?? '')) continue;
    if (!/^(?:hospital|medical|first|emergency|outpatient|intensive)$/.test(tokens[at - 1] ?? ''))
      return null;
    return { outcome: 'injured', part: 'happens', needsPeople: true, length: at - index + 1 };
  }
  return null;
}

const SUFFER = /^(?:suffer(?:s|ed|ing)?|sustain(?:s|ed|ing)?|received?|receiving)$/;
const TREATED = /^(?:treated|hospitali[sz]ed)$/;
const TAKEN =
  /^(?:taken|rushed|transported|airlifted|flown|brought|admitted|evacuated|transferred|sent|driven)$/;
const HARM =
  /^(?:injury|injuries|wounds?|burns?|bruises|fractures?|lacerations?|concussions?|inhalation|shock)$/;
const HOSPITAL = /^(?:hospitals?|clinic|infirmary)$/;
const WOUNDS = /^(?:injury|injuries|wounds?|burns|bones|fractures?|bruises|lacerations|concussions?|cuts)$/;
const HARM_REACH = 7;
const WOUNDS_REACH = 4;

/** "Suffered minor injuries", "treated for burns", "taken to a hospital", "with gunshot wounds". */
function harmedAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  const next = tokens[index + 1];
  const harm = SUFFER.test(word) || (TREATED.test(word) && next === 'for');
  const care = TAKEN.test(word) && next === 'to';
  const bears = word === 'with';
  if (!harm && !care && !bears) return null;
  const goal = care ? HOSPITAL : bears ? WOUNDS : HARM;
  for (let at = index + 1; at <= index + (bears ? WOUNDS_REACH : HARM_REACH); at++) {
    if (!goal.test(tokens[at] ?? '')) continue;
    const length = at - index + 1;
    if (bears) return { outcome: 'injured', part: 'state', needsPeople: false, length };
    if (SUFFER.test(word)) return { outcome: 'injured', part: 'happens', needsPeople: false, length };
    return { outcome: 'injured', part: 'verb', form: 'past', needsPeople: false, length, passiveOnly: care };
  }
  return null;
}

/** In this order: "to death" and "alive" outweigh what the verb tells alone. */
const FRAMES: readonly Frame[] = [
  toDeathAt,
  toTheirDeathsAt,
  aliveAt,
  takenAt,
  rescuedAt,
  lostAt,
  lossAt,
  drivenAt,
  inCareAt,
  harmedAt,
  hitAt,
];
