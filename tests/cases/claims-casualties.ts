import type { CasualtyDetails, Modifier, Outcome, VictimCategory } from '../../server/contract/claims.ts';

interface CasualtyCase {
  /** The marked words stand between [ and ]. */
  sentence: string;
  outcome: Outcome;
  /** low, best, high, modifier, wording; null for no figure. */
  figure: [number | null, number | null, number | null, Modifier, string] | null;
  victims?: [VictimCategory, string];
  scope?: CasualtyDetails['scope'];
}
const exact = (value: number, wording: string): CasualtyCase['figure'] => [
  value,
  value,
  value,
  'exact',
  wording,
];

export const casualtyCases: Record<string, CasualtyCase> = {
  // Parts
  'a part is in the outcome of its whole': {
    sentence:
      'Shells fell on the market, killing 38 people, including [11 children], while guards freed two cooks.',
    outcome: 'killed',
    figure: [11, 11, 11, 'exact', '11'],
    victims: ['child', 'children'],
  },
  'a figure that is no part has the outcome nearest to it': {
    sentence: 'Shells fell on the market, killing 38 people, while [11 children] were freed.',
    outcome: 'freed',
    figure: [11, 11, 11, 'exact', '11'],
    victims: ['child', 'children'],
  },
  'among them': {
    sentence: 'The raid killed 38 people, among them [five nurses], and villagers freed the goats.',
    outcome: 'killed',
    figure: [5, 5, 5, 'exact', 'five'],
    victims: ['medic', 'nurses'],
  },
  // Voice
  active: {
    sentence: 'The floods have killed [at least 412 people], including 63 civilians.',
    outcome: 'killed',
    figure: [412, null, null, 'at_least', 'at least 412'],
    victims: ['unspecified', 'people'],
  },
  'a count within another': {
    sentence: 'The floods have killed at least 412 people, including [63 civilians].',
    outcome: 'killed',
    figure: exact(63, '63'),
    victims: ['civilian', 'civilians'],
  },
  passive: {
    sentence: '[Nine people] were killed at the weir.',
    outcome: 'killed',
    figure: exact(9, 'Nine'),
    victims: ['unspecified', 'people'],
  },
  participle: {
    sentence: 'The watch reported [at least six sailors killed] on the quay.',
    outcome: 'killed',
    figure: [6, null, null, 'at_least', 'at least six'],
    victims: ['unspecified', 'sailors'],
  },
  intransitive: {
    sentence: '[Some 40 miners] died.',
    outcome: 'killed',
    figure: [null, 40, null, 'about', 'Some 40'],
    victims: ['unspecified', 'miners'],
  },
  adjective: {
    sentence: 'The blast left [nine dead] and 12 wounded.',
    outcome: 'killed',
    figure: exact(9, 'nine'),
  },
  'the other of two': {
    sentence: 'The blast left nine dead and [12 wounded].',
    outcome: 'injured',
    figure: exact(12, '12'),
  },
  'the other of two, passive': {
    sentence: 'Nine people died and [12] were hurt.',
    outcome: 'injured',
    figure: exact(12, '12'),
  },
  'the other of two, active': {
    sentence: 'The blast killed nine people and wounded [12].',
    outcome: 'injured',
    figure: exact(12, '12'),
  },
  'lives claimed': {
    sentence: 'The landslide claimed [14 lives].',
    outcome: 'killed',
    figure: exact(14, '14'),
  },
  'the lives of': {
    sentence: 'The landslide claimed the lives of [14 people].',
    outcome: 'killed',
    figure: exact(14, '14'),
    victims: ['unspecified', 'people'],
  },
  'the figure behind the noun': {
    sentence: 'Deaths reached [70].',
    outcome: 'killed',
    figure: exact(70, '70'),
  },
  'a noun as outcome': {
    sentence: 'The storm caused [17 deaths].',
    outcome: 'killed',
    figure: exact(17, '17'),
  },
  executed: {
    sentence: 'The junta executed [no fewer than seven inmates].',
    outcome: 'killed',
    figure: [7, null, null, 'at_least', 'no fewer than seven'],
    victims: ['prisoner', 'inmates'],
  },

  // Outcomes
  injured: {
    sentence: '[Two nurses] were injured.',
    outcome: 'injured',
    figure: exact(2, 'Two'),
    victims: ['medic', 'nurses'],
  },
  missing: {
    sentence: '[More than 40] are said to be missing.',
    outcome: 'missing',
    figure: [41, null, null, 'more_than', 'More than 40'],
  },
  detained: {
    sentence: 'Police arrested [15 demonstrators].',
    outcome: 'detained',
    figure: exact(15, '15'),
    victims: ['unspecified', 'demonstrators'],
  },
  abducted: {
    sentence: 'Armed men abducted [three aid workers].',
    outcome: 'detained',
    figure: exact(3, 'three'),
    victims: ['aid_worker', 'aid workers'],
  },
  'captured people': {
    sentence: 'The rebels captured [40 soldiers].',
    outcome: 'detained',
    figure: exact(40, '40'),
    victims: ['combatant', 'soldiers'],
  },
  'captured a place is no outcome': {
    sentence: 'They captured a bridge with [9].',
    outcome: 'other',
    figure: exact(9, '9'),
  },
  'released a video is no outcome': {
    sentence: 'The rebels released a video of [9].',
    outcome: 'other',
    figure: exact(9, '9'),
  },
  'released behind its people': {
    sentence: 'There were [six prisoners released] on Friday.',
    outcome: 'freed',
    figure: exact(6, 'six'),
    victims: ['prisoner', 'prisoners'],
  },
  'held, passive': {
    sentence: '[Four sailors] were held.',
    outcome: 'detained',
    figure: exact(4, 'Four'),
    victims: ['unspecified', 'sailors'],
  },
  freed: {
    sentence: 'The raid freed [dozens of inmates].',
    outcome: 'freed',
    figure: [12, null, null, 'vague', 'dozens'],
    victims: ['prisoner', 'inmates'],
  },
  'the predicate outweighs what is nearer': {
    sentence: 'The consul said [four Danish nurses] missing in the hills since August had been freed.',
    outcome: 'freed',
    figure: exact(4, 'four'),
    victims: ['medic', 'nurses'],
  },
  'what is marked outweighs the predicate': {
    sentence: 'The consul said [four Danish nurses missing] in the hills had been freed.',
    outcome: 'missing',
    figure: exact(4, 'four'),
    victims: ['medic', 'nurses'],
  },
  'a predicate of another clause': {
    sentence: '[Two sailors] wounded near a port where rebels were killed called home.',
    outcome: 'injured',
    figure: exact(2, 'Two'),
    victims: ['unspecified', 'sailors'],
  },
  'forced to flee': {
    sentence: '[Some 6,000 people] were forced to flee.',
    outcome: 'displaced',
    figure: [null, 6000, null, 'about', 'Some 6,000'],
    victims: ['unspecified', 'people'],
  },
  'no outcome': {
    sentence: '[Nine women] met the mayor.',
    outcome: 'other',
    figure: exact(9, 'Nine'),
    victims: ['woman', 'women'],
  },

  // Not said to have happened
  negated: {
    sentence: '[12 people] were not killed but wounded.',
    outcome: 'injured',
    figure: exact(12, '12'),
    victims: ['unspecified', 'people'],
  },
  'did not kill': {
    sentence: 'The storm did not kill the [12 people].',
    outcome: 'other',
    figure: exact(12, '12'),
    victims: ['unspecified', 'people'],
  },
  'not only killed': {
    sentence: 'It not only killed [12 people].',
    outcome: 'killed',
    figure: exact(12, '12'),
    victims: ['unspecified', 'people'],
  },
  threatened: {
    sentence: 'They threatened to kill [nine people].',
    outcome: 'other',
    figure: exact(9, 'nine'),
    victims: ['unspecified', 'people'],
  },
  'could be': {
    sentence: '[Nine people] could be killed.',
    outcome: 'other',
    figure: exact(9, 'Nine'),
    victims: ['unspecified', 'people'],
  },
  'may be': {
    sentence: '[Nine people] may have died.',
    outcome: 'other',
    figure: exact(9, 'Nine'),
    victims: ['unspecified', 'people'],
  },
  'May is a month': {
    sentence: 'In May floods killed [nine people].',
    outcome: 'killed',
    figure: exact(9, 'nine'),
    victims: ['unspecified', 'people'],
  },
  if: {
    sentence: 'If [nine people] died, the pier is to blame.',
    outcome: 'other',
    figure: exact(9, 'nine'),
    victims: ['unspecified', 'people'],
  },
  'a negation in another clause': {
    sentence: 'The dam did not hold, and [nine people] died.',
    outcome: 'killed',
    figure: exact(9, 'nine'),
    victims: ['unspecified', 'people'],
  },
  'no one': {
    sentence: '[No one] was killed.',
    outcome: 'killed',
    figure: exact(0, 'No one'),
  },

  // Which figure
  'the object and not the subject': {
    sentence: '[Three gunmen killed nine].',
    outcome: 'killed',
    figure: exact(9, 'nine'),
  },
  'people and not things': {
    sentence: '[Two bombs killed 14 people].',
    outcome: 'killed',
    figure: exact(14, '14'),
    victims: ['unspecified', 'people'],
  },
  'things alone': { sentence: '[Two bombs] went off.', outcome: 'other', figure: null },
  'one thing': { sentence: '[One bomb] went off.', outcome: 'other', figure: null },
  'one passenger of a thing': {
    sentence: '[One bus passenger] died.',
    outcome: 'killed',
    figure: exact(1, 'One'),
    victims: ['unspecified', 'passenger'],
  },
  'people before a figure that counts none that is known': {
    sentence: '[In 30 of the worst-hit streets 14 people] died.',
    outcome: 'killed',
    figure: exact(14, '14'),
    victims: ['unspecified', 'people'],
  },
  'a bound before the marked words': {
    sentence: 'The floods killed at least [412 people].',
    outcome: 'killed',
    figure: [412, null, null, 'at_least', 'at least 412'],
    victims: ['unspecified', 'people'],
  },
  'half a figure': { sentence: 'Between [10] and 15 people died.', outcome: 'killed', figure: null },
  'a number of years': { sentence: 'A [12]-year-old died.', outcome: 'killed', figure: null },
  'no figure': {
    sentence: '[The fishermen] drowned.',
    outcome: 'killed',
    figure: null,
    victims: ['unspecified', 'fishermen'],
  },
  'no figure, in a headline': {
    sentence: 'Airstrip retaken; [reporters freed]',
    outcome: 'freed',
    figure: null,
    victims: ['journalist', 'reporters'],
  },
  'no figure, a pair of words': {
    sentence: 'They massacred [Danish aid workers] there.',
    outcome: 'killed',
    figure: null,
    victims: ['aid_worker', 'aid workers'],
  },
  'no figure and two peoples': {
    sentence: '[Guards freed prisoners] at dawn.',
    outcome: 'freed',
    figure: null,
  },
  'a wording without a figure': {
    sentence: '[Several children] drowned.',
    outcome: 'killed',
    figure: [null, null, null, 'vague', 'Several'],
    victims: ['child', 'children'],
  },

  // Victims
  'adjectives between': {
    sentence: '[Three young Danish radio reporters] were arrested.',
    outcome: 'detained',
    figure: exact(3, 'Three'),
    victims: ['journalist', 'reporters'],
  },
  'the head of a compound': {
    sentence: '[Five prison guards] died.',
    outcome: 'killed',
    figure: exact(5, 'Five'),
    victims: ['unspecified', 'prison guards'],
  },
  'the last noun of several': {
    sentence: '[Five women doctors] died.',
    outcome: 'killed',
    figure: exact(5, 'Five'),
    victims: ['medic', 'doctors'],
  },
  'police are no combatants': {
    sentence: '[Five police officers] died.',
    outcome: 'killed',
    figure: exact(5, 'Five'),
    victims: ['unspecified', 'police officers'],
  },
  'a noun behind or more': {
    sentence: '[Thirty or more fighters] died.',
    outcome: 'killed',
    figure: [30, null, null, 'at_least', 'Thirty or more'],
    victims: ['combatant', 'fighters'],
  },
  'a noun before at least': {
    sentence: 'It killed [30 people at least].',
    outcome: 'killed',
    figure: [30, null, null, 'at_least', '30 people at least'],
    victims: ['unspecified', 'people'],
  },
  'a noun that no list knows': {
    sentence: '[Nine Ardlers] died.',
    outcome: 'killed',
    figure: exact(9, 'Nine'),
  },
  'a noun of another phrase': {
    sentence: '[Nine] died in front of children.',
    outcome: 'killed',
    figure: exact(9, 'Nine'),
  },
  'wounded soldiers': {
    sentence: 'They freed [nine wounded soldiers].',
    outcome: 'injured',
    figure: exact(9, 'nine'),
    victims: ['combatant', 'soldiers'],
  },

  // Scope
  since: {
    sentence: '[At least 19 photographers] have been killed since the dam broke in June 2003.',
    outcome: 'killed',
    figure: [19, null, null, 'at_least', 'At least 19'],
    victims: ['journalist', 'photographers'],
    scope: 'cumulative',
  },
  'since in another clause': {
    sentence: 'At least 19 pilgrims have been killed since the dam broke, and [more than 40] are missing.',
    outcome: 'missing',
    figure: [41, null, null, 'more_than', 'more than 40'],
  },
  'since gives a reason': {
    sentence: '[Nine people] died since they could not swim.',
    outcome: 'killed',
    figure: exact(9, 'Nine'),
    victims: ['unspecified', 'people'],
  },
  'since a state lasts': {
    sentence: '[Nine people] missing since Friday were found.',
    outcome: 'missing',
    figure: exact(9, 'Nine'),
    victims: ['unspecified', 'people'],
  },
  'so far': {
    sentence: '[Nine people] have died so far.',
    outcome: 'killed',
    figure: exact(9, 'Nine'),
    victims: ['unspecified', 'people'],
    scope: 'cumulative',
  },
  'to date': {
    sentence: 'To date, [nine people] have died.',
    outcome: 'killed',
    figure: exact(9, 'nine'),
    victims: ['unspecified', 'people'],
    scope: 'cumulative',
  },
  'so much is not so far': {
    sentence: 'It rained so hard that [nine people] drowned.',
    outcome: 'killed',
    figure: exact(9, 'nine'),
    victims: ['unspecified', 'people'],
  },
  toll: {
    sentence: '[The toll rose from 9 to 12].',
    outcome: 'killed',
    figure: exact(12, '12'),
    scope: 'cumulative',
  },
};
