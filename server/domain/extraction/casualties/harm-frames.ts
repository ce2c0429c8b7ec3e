/** Turns of phrase that tell of wounds and illness: "treated for burns", "lost a leg". Lower case; English. */
import { wordSet } from '../word-set.ts';
import { BODY } from './body.ts';
import type { OutcomeTerm } from './outcome-lexicon.ts';

/** What a word tells together with others of its clause. */
export interface Frame {
  /** The words that begin it. */
  readonly on: ReadonlySet<string | undefined>;
  /** What the word at an index tells; null for nothing. */
  readonly read: (tokens: readonly string[], index: number, word: string) => OutcomeTerm | null;
}

export const formOf = (word: string): 'ing' | 's' | 'past' =>
  word.endsWith('ing') ? 'ing' : word.endsWith('s') ? 's' : 'past';

const hurt = (length: number): OutcomeTerm => ({
  outcome: 'injured',
  part: 'happens',
  needsPeople: true,
  length,
});
/** Who is hurt is the object, or the subject of the passive. */
const hurts = (word: string): OutcomeTerm => ({
  outcome: 'injured',
  part: 'verb',
  form: formOf(word),
  needsPeople: true,
  length: 1,
});

const HIT = wordSet('hit struck grazed clipped');
const PROJECTILES = wordSet(`
  bullet bullets gunfire shrapnel shot shots pellet pellets round rounds crossfire debris splinter splinters
  fragment fragments`);
const HIT_REACH = 6;
/** "Was hit by a bullet", "were struck in the leg", "gunfire hit nine people". */
function hitAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (PROJECTILES.has(tokens[index - 1])) return hurts(word);
  if (!BEFORE_WOUND.has(tokens[index + 1])) return null;
  for (let at = index + 2; at <= index + HIT_REACH; at++)
    if (PROJECTILES.has(tokens[at]) || BODY.has(tokens[at]))
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
const BEFORE_WOUND = wordSet('by in with multiple several at');

const SEEK = wordSet(`
  need needs needed needing require requires required requiring received receiving sought seeking given got`);
const CARE = wordSet('treatment attention care aid');
const CARE_REACH = 5;
/** "Needed hospital treatment", "required medical attention", "were given first aid". */
function inCareAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  for (let at = index + 2; at <= index + CARE_REACH; at++) {
    if (!CARE.has(tokens[at])) continue;
    if (!KINDS_OF_CARE.has(tokens[at - 1])) return null;
    return { outcome: 'injured', part: 'happens', needsPeople: true, length: at - index + 1 };
  }
  return null;
}
const KINDS_OF_CARE = wordSet('hospital medical first emergency outpatient intensive');

const SUFFER = wordSet(`
  suffer suffers suffered suffering sustain sustains sustained sustaining receive received receiving`);
const TREATED = wordSet('treated hospitalised hospitalized');
const TAKEN = wordSet(`
  taken rushed transported airlifted flown brought admitted evacuated transferred sent driven`);
const HARM = wordSet(
  'injury injuries wound wounds burn burns bruises fracture fractures laceration lacerations concussion concussions inhalation shock',
);
const HOSPITAL = wordSet('hospital hospitals clinic infirmary');
const WOUNDS = wordSet(
  'injury injuries wound wounds burns bones fracture fractures bruises lacerations concussion concussions cuts',
);
const HARM_REACH = 7;
const WOUNDS_REACH = 4;

/** "The loss of a finger". */
const losesPart = (tokens: readonly string[], at: number): boolean =>
  tokens[at] === 'loss' &&
  tokens[at + 1] === 'of' &&
  tokens.slice(at + 2, at + 5).some((token) => BODY.has(token));

/** How many words it takes from one to the first of a goal; 0 where none is near, or "no" stands before. */
function lengthTo(
  tokens: readonly string[],
  index: number,
  goal: ReadonlySet<string | undefined>,
  reach: number,
): number {
  for (let at = index + 1; at <= index + reach; at++) {
    if (tokens[at] === 'no') return 0;
    if (goal.has(tokens[at] ?? '')) return at - index + 1;
  }
  return 0;
}

/** "Suffered minor injuries", "suffered the loss of a finger". */
function sufferedAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const loss = tokens.slice(index + 1, index + 3).indexOf('loss') + 1;
  const length =
    lengthTo(tokens, index, HARM, HARM_REACH) || (losesPart(tokens, index + loss) ? loss + 1 : 0);
  return length === 0 ? null : { ...hurt(length), needsPeople: false };
}

/** "With gunshot wounds". */
function bearingAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const length = lengthTo(tokens, index, WOUNDS, WOUNDS_REACH);
  return length === 0 ? null : { outcome: 'injured', part: 'state', needsPeople: false, length };
}

/** "Treated for burns". */
function treatedForAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const length = tokens[index + 1] === 'for' ? lengthTo(tokens, index, HARM, HARM_REACH) : 0;
  return length === 0 ? null : { outcome: 'injured', part: 'verb', form: 'past', needsPeople: false, length };
}

/** "Taken to a hospital". */
function takenToCareAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const length = tokens[index + 1] === 'to' ? lengthTo(tokens, index, HOSPITAL, HARM_REACH) : 0;
  if (length === 0) return null;
  return { outcome: 'injured', part: 'verb', form: 'past', needsPeople: false, length, passiveOnly: true };
}

const TREAT = wordSet('treated treats treating');
const CARERS = wordSet('medics paramedics');
const PLACES_OF_CARE = wordSet('hospital hospitals clinic clinics infirmary scene medics paramedics doctors');
const TREAT_REACH = 6;
/** "Treated at a local hospital", "treated by medics", "paramedics treated nine", "treated 30 people for burns". */
function treatedAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (tokens[index + 1] === 'and' && tokens[index + 2] === 'released') return { ...hurts(word), length: 3 };
  if (CARERS.has(tokens[index - 1])) return hurts(word);
  const led = LEADS_TO_CARE.has(tokens[index + 1]);
  let forWhat = false;
  for (let at = index + 1; at <= index + TREAT_REACH; at++) {
    const token = tokens[at] ?? '';
    if (led && PLACES_OF_CARE.has(token)) return { ...hurts(word), passiveOnly: true };
    if (forWhat && HARM.has(token)) return hurts(word);
    forWhat ||= token === 'for';
  }
  return null;
}
const LEADS_TO_CARE = wordSet('at in by');

const SEND = wordSet('sent send sends sending');
const ANYBODY = wordSet(`
  people persons others men women children passengers students pupils workers residents victims drivers riders`);
const SEND_REACH = 7;
/** "The crash sent 12 people to the hospital": not doctors, who are sent there to work. */
function sentToHospitalAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 2; at <= index + SEND_REACH; at++) {
    if (tokens[at] !== 'to') continue;
    const before = tokens[at - 1] ?? '';
    const goal = tokens.slice(at + 1, at + 5).some((token) => HOSPITAL.has(token));
    return goal && (ANYBODY.has(before) || at === index + 2) ? hurts(word) : null;
  }
  return null;
}

const KINDS_OF_WOUNDS = wordSet(`
  minor serious severe slight superficial critical gunshot bullet stab knife shrapnel multiple head facial
  internal threatening light grave`);
/** "Had minor injuries": not "had no injuries", and not "had injuries to deal with". */
function hadWoundsAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  if (tokens[index + 1] === 'no') return null;
  for (let at = index + 2; at <= index + 4; at++)
    if (WOUNDS.has(tokens[at]) && KINDS_OF_WOUNDS.has(tokens[at - 1])) return hurt(at - index + 1);
  return null;
}

/** "Are fighting for their lives". */
function betweenLifeAndDeathAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const own = OWN.has(tokens[index + 2]);
  const life = LIFE.has(tokens[index + 3]);
  if (tokens[index + 1] !== 'for' || !own || !life) return null;
  return { outcome: 'injured', part: 'state', needsPeople: true, length: 4, passiveOnly: true };
}
const OWN = wordSet('his her their');

const LIFE = wordSet('life lives');

const LOSSES = wordSet(
  'leg legs arm arms limb limbs eye eyes eyesight sight finger fingers foot feet toe toes',
);
/** "Lost a leg", "lost their sight". */
function lostLimbAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  for (let at = index + 1; at <= index + 3; at++) if (LOSSES.has(tokens[at])) return hurt(at - index + 1);
  return null;
}

const ILL = wordSet('ill sick unwell nauseous');
const FEEL = wordSet('feel feels feeling felt being');
/** "Reported feeling ill", "felt very sick". */
function feltIllAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  if (ILL.has(tokens[index + 1])) return hurt(2);
  const very = VERY.has(tokens[index + 1]);
  return very && ILL.has(tokens[index + 2]) ? hurt(3) : null;
}
const VERY = wordSet('very seriously violently so');

const MAKE_REACH = 5;
/** "Made ten people sick". */
function madeIllAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 1; at <= index + MAKE_REACH; at++) if (ILL.has(tokens[at])) return hurts(word);
  return null;
}

const BREAK = wordSet('broke broken breaking fractured fracturing severed severing crushed crushing');
const BREAK_REACH = 5;
/** "Broke a guard's arm": a bone of somebody's. */
function brokenAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 2; at <= index + BREAK_REACH; at++)
    if (BODY.has(tokens[at]) && /'s$/.test(tokens[at - 1] ?? '')) return hurts(word);
  return null;
}

/** Where several fit, the first tells. */
export const HARM_FRAMES: readonly Frame[] = [
  { on: SEEK, read: inCareAt },
  { on: SUFFER, read: sufferedAt },
  { on: TREATED, read: treatedForAt },
  { on: TAKEN, read: takenToCareAt },
  { on: wordSet('with'), read: bearingAt },
  { on: TREAT, read: treatedAt },
  { on: SEND, read: sentToHospitalAt },
  { on: wordSet('had have has having'), read: hadWoundsAt },
  { on: wordSet('fighting'), read: betweenLifeAndDeathAt },
  { on: wordSet('lost'), read: lostLimbAt },
  { on: FEEL, read: feltIllAt },
  { on: wordSet('made makes making'), read: madeIllAt },
  { on: BREAK, read: brokenAt },
  { on: HIT, read: hitAt },
];
