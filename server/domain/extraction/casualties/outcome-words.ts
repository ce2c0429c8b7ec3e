/** Words that tell what happened to people, by the part that they play in a sentence. Lower case; English. */
import type { Outcome } from '../../../contract/claims.ts';

/** The forms of a verb that hurts, takes or frees: who suffers it is its object, or its subject in the passive. */
type Form = 'base' | 's' | 'past' | 'ing';
/** How a word tells an outcome. */
export type Part =
  | { readonly part: 'verb'; readonly form: Form }
  /** Who suffers is the subject: "died". */
  | { readonly part: 'happens' }
  /** "dead", "missing". */
  | { readonly part: 'state' }
  /** What is counted: "12 deaths". `of`: "the deaths of 12" as well. */
  | { readonly part: 'noun' };
export type OutcomeTerm = Part & {
  readonly outcome: Outcome;
  /** It tells an outcome of people alone: "captured a bridge" does not. */
  readonly needsPeople: boolean;
  /** How many tokens it takes. */
  readonly length: number;
  /** "Rushed to hospital" tells an outcome of those alone who were rushed there. */
  readonly passiveOnly?: boolean;
};

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Regular verbs by their base; those that double a letter or change are spelt out below. */
const REGULAR: readonly [Outcome, boolean, string][] = [
  [
    'killed',
    false,
    'kill murder assassinate massacre slaughter behead lynch decapitate electrocute strangle',
  ],
  ['killed', true, 'execute eliminate neutralize neutralise poison'],
  ['injured', false, 'injure wound maim'],
  ['injured', true, 'hospitalize hospitalise'],
  ['detained', false, 'arrest detain abduct imprison jail apprehend'],
  ['detained', true, 'capture seize'],
  ['freed', true, 'release liberate'],
  ['displaced', true, 'displace uproot evacuate'],
];
/** Base, -s, past and participle, -ing. A past that differs from its participle stands with a stroke. */
const IRREGULAR: readonly [Outcome, boolean, string][] = [
  ['killed', false, 'slay slays slew/slain slaying'],
  ['killed', false, '- - martyred -'],
  ['injured', false, 'hurt hurts hurt hurting'],
  ['injured', false, 'stab stabs stabbed stabbing'],
  ['injured', true, 'shoot shoots shot shooting'],
  ['detained', false, 'kidnap kidnaps kidnapped/kidnaped kidnapping'],
  ['detained', true, 'nab nabs nabbed nabbing'],
  ['detained', true, '- - held -'],
  ['freed', true, 'free frees freed freeing'],
];
const HAPPENS: readonly [Outcome, string][] = [
  ['killed', 'died die dies dying perished perish succumbed succumb drowned'],
  ['missing', 'disappeared disappear vanished'],
  ['displaced', 'fled flee flees fleeing'],
];
const STATES: readonly [Outcome, boolean, string][] = [
  ['killed', false, 'dead'],
  ['missing', true, 'missing unaccounted'],
  ['displaced', true, 'homeless'],
];
const NOUNS: readonly [Outcome, string][] = [
  [
    'killed',
    'death deaths fatality fatalities lives life killings killing murder murders execution executions assassination assassinations massacre slaying slayings bodies body corpse corpses',
  ],
  ['injured', 'injury injuries'],
  ['missing', 'disappearance disappearances'],
  ['detained', 'arrest arrests abduction abductions kidnapping kidnappings capture detention detentions'],
  ['freed', 'release liberation'],
  ['displaced', 'displacement evacuation'],
  ['other', 'casualty casualties'],
];

/** Several words for one; the longest that stands is taken. */
const PHRASES: readonly [Outcome, Part, string][] = [
  [
    'killed',
    { part: 'verb', form: 'past' },
    'gunned down|mowed down|mown down|cut down|put to death|shot dead|blown to pieces',
  ],
  ['killed', { part: 'verb', form: 'ing' }, 'gunning down|mowing down|shooting dead|putting to death'],
  ['killed', { part: 'verb', form: 'base' }, 'gun down'],
  [
    'killed',
    { part: 'happens' },
    `lost their lives|lost his life|lost her life|lost their life|losing their lives|lost its life|passed away|met their deaths|met his death|met her death|burned to death|burnt to death|choked to death|bled to death|froze to death`,
  ],
  [
    'detained',
    { part: 'verb', form: 'past' },
    `rounded up|taken hostage|took hostage|held hostage|taken prisoner|taken captive|took prisoner|took captive|held captive|taken into custody|took into custody|led away|dragged away|being held|whisked away`,
  ],
  [
    'detained',
    { part: 'verb', form: 'ing' },
    'rounding up|taking hostage|taking prisoner|taking captive|holding hostage',
  ],
  [
    'injured',
    { part: 'state' },
    'in critical condition|in serious condition|in stable condition|in intensive care|in grave condition|in fair condition|in guarded condition|in hospital',
  ],
  ['missing', { part: 'state' }, 'unaccounted for'],
  ['missing', { part: 'happens' }, 'went missing|gone missing'],
  ['freed', { part: 'verb', form: 'past' }, 'set free|let go|turned loose'],
  [
    'displaced',
    { part: 'verb', form: 'past' },
    `forced from their homes|driven from their homes|forced to flee|forced to leave|made homeless|forced out|forced from home|left homeless|driven out`,
  ],
  ['displaced', { part: 'verb', form: 'ing' }, 'driving out|forcing out'],
];

const past = (base: string): string => (base.endsWith('e') ? `${base}d` : `${base}ed`);
const gerund = (base: string): string => `${base.replace(/e$/, '')}ing`;
const third = (base: string): string => (/(?:s|ch|sh|x)$/.test(base) ? `${base}es` : `${base}s`);

const TERMS = new Map<string, OutcomeTerm>();
const add = (word: string, outcome: Outcome, needsPeople: boolean, part: Part, length = 1): void => {
  if (word !== '-') TERMS.set(word, { outcome, needsPeople, length, ...part });
};
for (const [outcome, list] of NOUNS)
  for (const word of words(list)) add(word, outcome, false, { part: 'noun' });
for (const [outcome, needsPeople, list] of REGULAR)
  for (const base of words(list)) {
    add(base, outcome, needsPeople, { part: 'verb', form: 'base' });
    add(third(base), outcome, needsPeople, { part: 'verb', form: 's' });
    add(past(base), outcome, needsPeople, { part: 'verb', form: 'past' });
    add(gerund(base), outcome, needsPeople, { part: 'verb', form: 'ing' });
  }
for (const [outcome, needsPeople, list] of IRREGULAR) {
  const [base = '-', s = '-', pasts = '-', ing = '-'] = words(list);
  add(base, outcome, needsPeople, { part: 'verb', form: 'base' });
  add(s, outcome, needsPeople, { part: 'verb', form: 's' });
  for (const word of pasts.split('/')) add(word, outcome, needsPeople, { part: 'verb', form: 'past' });
  add(ing, outcome, needsPeople, { part: 'verb', form: 'ing' });
}
for (const [outcome, list] of HAPPENS)
  for (const word of words(list)) add(word, outcome, true, { part: 'happens' });
for (const [outcome, needsPeople, list] of STATES)
  for (const word of words(list)) add(word, outcome, needsPeople, { part: 'state' });
for (const [outcome, part, list] of PHRASES)
  for (const phrase of list.split('|'))
    add(phrase.trim(), outcome, outcome !== 'killed', part, words(phrase).length);

const LONGEST = 4;

/** The outcome told by the words that begin at an index of these lower-case words; the longest phrase is taken. */
export function outcomeTermAt(words: readonly string[], index: number): OutcomeTerm | null {
  const word = words[index] ?? '';
  if (word === '') return null;
  const apart =
    toDeathAt(words, index, word) ??
    drivenAt(words, index, word) ??
    harmedAt(words, index, word) ??
    hitAt(words, index, word);
  if (apart !== null) return apart;
  for (let length = LONGEST; length > 0; length--) {
    const term = TERMS.get(words.slice(index, index + length).join(' '));
    if (term !== undefined) return term;
  }
  return null;
}

const VIOLENCE: ReadonlySet<string> = new Set(
  words(`shot stabbed beaten beat hacked burned burnt stoned crushed trampled bludgeoned clubbed knifed starved tortured
    kicked choked strangled shooting stabbing beating hacking stoning bludgeoning crushing trampling`),
);
/** Between a verb and its "to death": "beat the two men to death". */
const TO_DEATH_REACH = 8;

/** "Hacked to death", "shot two men to death". */
function toDeathAt(tokens: readonly string[], index: number, word: string): OutcomeTerm | null {
  if (!VIOLENCE.has(word)) return null;
  for (let at = index + 1; at <= index + TO_DEATH_REACH; at++) {
    if (tokens[at] !== 'to' || tokens[at + 1] !== 'death') continue;
    const form = word.endsWith('ing') ? 'ing' : 'past';
    const length = at === index + 1 ? 3 : 1;
    return { outcome: 'killed', part: 'verb', form, needsPeople: false, length };
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
    const form = word.endsWith('ing') ? 'ing' : word === 'forces' ? 's' : 'past';
    const length = at === index + 1 ? (flees ? 3 : 2) - (flees ? 0 : 0) : 1;
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

const SUFFER = /^(?:suffer(?:s|ed|ing)?|sustain(?:s|ed|ing)?|received?|receiving)$/;
const TREATED = /^(?:treated|hospitali[sz]ed)$/;
const TAKEN =
  /^(?:taken|rushed|transported|airlifted|flown|brought|admitted|evacuated|transferred|sent|driven)$/;
const HARM =
  /^(?:injury|injuries|wounds?|burns?|bruises|fractures?|lacerations?|concussions?|inhalation|shock)$/;
const HOSPITAL = /^(?:hospitals?|clinic|infirmary)$/;
const WOUNDS = /^(?:injury|injuries|wounds?|burns)$/;
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
