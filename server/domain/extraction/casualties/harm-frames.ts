/** Turns of phrase that tell of wounds and illness: "treated for burns", "lost a leg". Lower case; English. */
import { wordSet } from '../word-set.ts';
import { BODY } from './body.ts';
import { type Frame, HARM, HARM_REACH, hurt, hurts, lengthTo, WOUNDS, WOUNDS_REACH } from './harm-words.ts';
import type { OutcomeTerm } from './outcome-lexicon.ts';

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

const SUFFER = wordSet(`
  suffer suffers suffered suffering sustain sustains sustained sustaining receive received receiving`);
/** "The loss of a finger". */
const losesPart = (tokens: readonly string[], at: number): boolean =>
  tokens[at] === 'loss' &&
  tokens[at + 1] === 'of' &&
  tokens.slice(at + 2, at + 5).some((token) => BODY.has(token));

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

/** "Knocked three people unconscious". */
function unconsciousAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  return lengthTo(tokens, index, UNCONSCIOUS, MAKE_REACH) > 0 ? hurts(word) : null;
}
const UNCONSCIOUS = wordSet('unconscious senseless');

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
  { on: SUFFER, read: sufferedAt },
  { on: wordSet('with'), read: bearingAt },
  { on: wordSet('knocked knocking beaten beat beating'), read: unconsciousAt },
  { on: wordSet('had have has having'), read: hadWoundsAt },
  { on: wordSet('fighting'), read: betweenLifeAndDeathAt },
  { on: wordSet('lost'), read: lostLimbAt },
  { on: FEEL, read: feltIllAt },
  { on: wordSet('made makes making'), read: madeIllAt },
  { on: BREAK, read: brokenAt },
  { on: HIT, read: hitAt },
];
