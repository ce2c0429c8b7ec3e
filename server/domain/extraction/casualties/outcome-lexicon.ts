/** Words that tell what happened to people, listed by the part that they play in a sentence. Lower case; English. */
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

export const words = (text: string): string[] => text.trim().split(/\s+/);

/** Regular verbs by their base; those that double a letter or change are spelt out below. */
export const REGULAR: readonly [Outcome, boolean, string][] = [
  [
    'killed',
    false,
    `kill murder assassinate massacre slaughter behead lynch decapitate electrocute strangle asphyxiate suffocate
     disembowel garrotte garrote guillotine dismember`,
  ],
  [
    'killed',
    true,
    `execute eliminate neutralize neutralise liquidate exterminate annihilate butcher incinerate vaporize
     vaporise bayonet machinegun impale smother`,
  ],
  ['injured', false, 'injure wound maim'],
  [
    'injured',
    true,
    `hospitalize hospitalise bruise scald sicken concuss maul gore disfigure mutilate lacerate paralyze paralyse blind
     cripple knife slash bludgeon burn trample incapacitate poison`,
  ],
  ['detained', false, 'arrest detain abduct imprison jail apprehend incarcerate'],
  ['detained', true, 'capture seize'],
  ['freed', true, 'release liberate'],
  ['displaced', true, 'displace uproot evacuate evict'],
];
/** Base, -s, past and participle, -ing. A past that differs from its participle stands with a stroke. */
export const IRREGULAR: readonly [Outcome, boolean, string][] = [
  ['killed', false, 'slay slays slew/slain slaying'],
  ['killed', false, '- - martyred martyring'],
  ['killed', true, '- - hanged -'],
  ['killed', true, '- - crucified crucifying'],
  ['killed', true, '- - - drowning'],
  ['injured', true, '- - burnt -'],
  ['injured', true, '- - bitten -'],
  ['injured', false, 'hurt hurts hurt hurting'],
  ['injured', false, 'stab stabs stabbed stabbing'],
  ['injured', true, 'shoot shoots shot shooting'],
  ['detained', false, 'kidnap kidnaps kidnapped/kidnaped kidnapping'],
  ['detained', true, 'nab nabs nabbed nabbing'],
  ['detained', true, '- - held -'],
  ['freed', true, 'free frees freed freeing'],
];
export const HAPPENS: readonly [Outcome, string][] = [
  [
    'killed',
    'died die dies dying perished perish perishes perishing succumbed succumb succumbs drowned drown drowns',
  ],
  ['missing', 'disappeared disappear vanished'],
  ['displaced', 'fled flee flees fleeing'],
];
export const STATES: readonly [Outcome, boolean, string][] = [
  ['killed', false, 'dead'],
  ['missing', true, 'missing unaccounted'],
  ['displaced', true, 'homeless'],
];
export const NOUNS: readonly [Outcome, string][] = [
  [
    'killed',
    `death deaths fatality fatalities lives life killings killing murder murders execution executions assassination assassinations massacre slaying slayings bodies body corpse corpses beheading beheadings
     lynching lynchings drowning drownings hanging hangings homicide homicides suicide suicides`,
  ],
  ['injured', 'injury injuries'],
  ['missing', 'disappearance disappearances'],
  ['detained', 'arrest arrests abduction abductions kidnapping kidnappings capture detention detentions'],
  ['freed', 'release liberation'],
  ['displaced', 'displacement evacuation'],
  ['other', 'casualty casualties'],
];

/** Several words for one; the longest that stands is taken. */
export const PHRASES: readonly [Outcome, Part, string][] = [
  [
    'killed',
    { part: 'verb', form: 'past' },
    `gunned down|mowed down|mown down|cut down|put to death|shot dead|blown to pieces|wiped out|finished off|
     done to death|torn to pieces|put to the sword|sent to their deaths|snuffed out|strung up`,
  ],
  [
    'killed',
    { part: 'verb', form: 'ing' },
    'gunning down|mowing down|shooting dead|putting to death|wiping out|finishing off|cutting down',
  ],
  ['killed', { part: 'verb', form: 'base' }, 'gun down|mow down|wipe out|shoot dead'],
  ['killed', { part: 'verb', form: 's' }, 'guns down|mows down|wipes out'],
  [
    'killed',
    { part: 'noun' },
    'charred remains|human remains|mortal remains|skeletal remains|burned remains',
  ],
  [
    'killed',
    { part: 'happens' },
    `lost their lives|lost his life|lost her life|lost their life|losing their lives|lost its life|passed away|met their deaths|met his death|met her death|burned to death|burnt to death|choked to death|bled to death|froze to death|committed suicide|died by suicide|killed themselves|embraced martyrdom|
     took their own lives|took his own life|took her own life|taken their own lives|taken his own life|
     taken her own life|fell in battle|fell in combat|fell in action`,
  ],
  [
    'detained',
    { part: 'verb', form: 'past' },
    `rounded up|taken hostage|took hostage|held hostage|taken prisoner|taken captive|took prisoner|took captive|held captive|taken into custody|took into custody|led away|dragged away|being held|whisked away|
     carried off|hauled away|marched off|locked up`,
  ],
  [
    'detained',
    { part: 'verb', form: 'ing' },
    'rounding up|carrying off|locking up|taking hostage|taking prisoner|taking captive|holding hostage',
  ],
  [
    'injured',
    { part: 'state' },
    `in critical condition|in serious condition|in stable condition|in intensive care|in grave condition|in fair condition|in guarded condition|in hospital|
     in a critical condition|in a serious condition|in a stable condition|in a grave condition|critically ill|
     seriously ill|gravely ill`,
  ],
  [
    'injured',
    { part: 'happens' },
    `fell ill|fall ill|falls ill|falling ill|fallen ill|fell sick|fall sick|falling sick|became ill|taken ill|took ill|
     taken sick|became sick`,
  ],
  [
    'injured',
    { part: 'verb', form: 'past' },
    'overcome by smoke|overcome by fumes|overcome by gas|overcome by heat|overcome with smoke|beaten up|badly beaten|severely beaten|savagely beaten',
  ],
  ['missing', { part: 'state' }, 'unaccounted for|lost at sea'],
  ['missing', { part: 'verb', form: 'past' }, 'swept away|washed away'],
  ['missing', { part: 'verb', form: 'ing' }, 'sweeping away|washing away'],
  ['missing', { part: 'happens' }, 'went missing|gone missing'],
  ['freed', { part: 'verb', form: 'past' }, 'set free|let go|turned loose'],
  [
    'displaced',
    { part: 'verb', form: 'past' },
    `forced from their homes|driven from their homes|forced to flee|forced to leave|made homeless|forced out|forced from home|left homeless|driven out`,
  ],
  ['displaced', { part: 'verb', form: 'ing' }, 'driving out|forcing out'],
];
