/** Turns of phrase that tell of people in hospital or under treatment. Lower case; English. */
import { wordSet } from '../word-set.ts';
import {
  type Frame,
  HARM_REACH,
  HOSPITAL,
  hurt,
  hurts,
  lengthTo,
  TREATED_FOR,
  WOUNDS_REACH,
} from './harm-words.ts';
import type { OutcomeTerm } from './outcome-lexicon.ts';

const SEEK = wordSet(`
  need needs needed needing require requires required requiring received receiving sought seeking given got`);
const CARE = wordSet('treatment attention care aid');
const CARE_REACH = 5;
/** "Needed hospital treatment", "were given first aid", "sought treatment for gunshot wounds", "needed stitches". */
function inCareAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (REPAIRS.has(tokens[index + 1]) && /^(?:need|requir)/.test(word)) return hurt(2);
  for (let at = index + 1; at <= index + CARE_REACH; at++) {
    if (!CARE.has(tokens[at])) continue;
    const forHarm = tokens[at + 1] === 'for' && lengthTo(tokens, at + 1, TREATED_FOR, WOUNDS_REACH) > 0;
    if (!KINDS_OF_CARE.has(tokens[at - 1]) && !forHarm) return null;
    return { outcome: 'injured', part: 'happens', needsPeople: true, length: at - index + 1 };
  }
  return null;
}
const REPAIRS = wordSet('stitches surgery');
const KINDS_OF_CARE = wordSet('hospital medical first emergency outpatient intensive');

const TREATED = wordSet('treated hospitalised hospitalized');
const TAKEN = wordSet(`
  taken rushed transported airlifted flown brought admitted evacuated transferred sent driven`);
/** "Treated for burns". */
function treatedForAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const length = tokens[index + 1] === 'for' ? lengthTo(tokens, index, TREATED_FOR, HARM_REACH) : 0;
  return length === 0 ? null : { outcome: 'injured', part: 'verb', form: 'past', needsPeople: false, length };
}

/** "Taken to a hospital". */
function takenToCareAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const length = tokens[index + 1] === 'to' ? lengthToCare(tokens, index) : 0;
  if (length === 0) return null;
  return { outcome: 'injured', part: 'verb', form: 'past', needsPeople: false, length, passiveOnly: true };
}

/** "A hospital", "the Tarvo Medical Centre". */
function lengthToCare(tokens: readonly string[], index: number): number {
  const length = lengthTo(tokens, index, HOSPITAL, HARM_REACH);
  if (length > 0) return length;
  const medical = lengthTo(tokens, index, MEDICAL, HARM_REACH);
  return medical > 0 && CENTRES.has(tokens[index + medical]) ? medical + 1 : 0;
}
const MEDICAL = wordSet('medical trauma');
const CENTRES = wordSet('center centers centre centres facility facilities clinic clinics');

/** "Left three people in the hospital". */
function leftInHospitalAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  for (let at = index + 2; at <= index + SEND_REACH; at++) {
    if (tokens[at] !== 'in') continue;
    const goal = tokens.slice(at + 1, at + 3).some((token) => HOSPITAL.has(token));
    return goal && (ANYBODY.has(tokens[at - 1]) || at === index + 2) ? hurts(word) : null;
  }
  return null;
}

/** "Are in the hospital after the crash": whoever works there is there whatever happened. */
function inHospitalAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  if (tokens[index + 1] !== 'the' || !HOSPITAL.has(tokens[index + 2]) || !SINCE.has(tokens[index + 3]))
    return null;
  return { outcome: 'injured', part: 'state', needsPeople: true, length: 3 };
}
const SINCE = wordSet('after following recovering');

const EVENTS = wordSet(`
  shooting shootings attack attacks crash crashes stabbing accident fire explosion explosions blast blasts collision
  bombing surgery`);
/** "Are recovering from burns", "recovering after the crash". */
function recoveringAt(tokens: readonly string[], index: number): OutcomeTerm | null {
  const goals = { from: TREATED_FOR, in: HOSPITAL, at: HOSPITAL, after: EVENTS, following: EVENTS };
  const [, goal] = Object.entries(goals).find(([lead]) => lead === tokens[index + 1]) ?? [];
  if (goal === undefined || lengthTo(tokens, index + 1, goal, WOUNDS_REACH) === 0) return null;
  return { outcome: 'injured', part: 'state', needsPeople: true, length: 1 };
}

const TREAT = wordSet('treated treats treating');
const CARERS = wordSet('medics paramedics hospitals');
const PATIENTS = wordSet('patients patient cases');
const PATIENTS_REACH = 5;
const PLACES_OF_CARE = wordSet('hospital hospitals clinic clinics infirmary scene medics paramedics doctors');
const TREAT_REACH = 6;
/** "Treated at a local hospital", "treated by medics", "paramedics treated nine", "treated 30 people for burns". */
function treatedAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (tokens[index + 1] === 'and' && tokens[index + 2] === 'released') return { ...hurts(word), length: 3 };
  // Patients may have been ill for long.
  const areIll = tokens.slice(index + 1, index + PATIENTS_REACH).some((token) => PATIENTS.has(token));
  if (CARERS.has(tokens[index - 1])) return areIll ? null : hurts(word);
  const led = LEADS_TO_CARE.has(tokens[index + 1]);
  let forWhat = false;
  for (let at = index + 1; at <= index + TREAT_REACH; at++) {
    const token = tokens[at] ?? '';
    if (led && PLACES_OF_CARE.has(token)) return { ...hurts(word), passiveOnly: true };
    if (forWhat && TREATED_FOR.has(token)) return hurts(word);
    forWhat ||= token === 'for';
  }
  return null;
}
const LEADS_TO_CARE = wordSet('at in by');

const SEND = wordSet('sent send sends sending');
const CARRY = wordSet(`
  took take takes taking rushed rushing airlifted airlifting flew flying transported transporting carried carrying
  brought bringing ferried ferrying`);
const CARRIERS = wordSet(`
  ambulance ambulances paramedic paramedics medics rescuers helicopter helicopters crews`);
const CARRIER_REACH = 3;
/** "Ambulances took 12 people to hospital": what trucks take there may be visitors. */
function carriedToHospitalAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  const carriers = tokens
    .slice(Math.max(0, index - CARRIER_REACH), index)
    .some((token) => CARRIERS.has(token));
  return carriers ? sentToHospitalAt(tokens, index, word) : null;
}
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

/** Where several fit, the first tells. */
export const CARE_FRAMES: readonly Frame[] = [
  { on: SEEK, read: inCareAt },
  { on: TREATED, read: treatedForAt },
  { on: TAKEN, read: takenToCareAt },
  { on: TREAT, read: treatedAt },
  { on: SEND, read: sentToHospitalAt },
  { on: CARRY, read: carriedToHospitalAt },
  { on: wordSet('left leaves leaving put putting puts landed landing'), read: leftInHospitalAt },
  { on: wordSet('in'), read: inHospitalAt },
  { on: wordSet('recovering'), read: recoveringAt },
];
