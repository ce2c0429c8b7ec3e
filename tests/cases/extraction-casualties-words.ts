import type { CountCase } from './extraction-casualties.ts';

/** The words that tell an outcome: verbs, nouns and turns of phrase, each with what looks like it and tells none. */
export const wordCases: Record<string, CountCase> = {
  // Killing
  hanged: {
    text: 'The court had the two smugglers hanged at dawn, and rebels hanged four clerks.',
    counts: [
      ['killed', '2', 'two smugglers'],
      ['killed', '4', 'four clerks'],
    ],
  },
  butchered: { text: 'Raiders butchered nine traders.', counts: [['killed', '9', 'nine traders']] },
  'cattle are butchered': { text: 'Nine bulls were butchered for the feast.', counts: [] },
  liquidated: {
    text: 'Six informers were liquidated by the gang.',
    counts: [['killed', '6', 'Six informers']],
  },
  'a firm is liquidated': { text: 'Six companies were liquidated in May.', counts: [] },
  'wiped out': { text: 'The shell wiped out nine recruits.', counts: [['killed', '9', 'nine recruits']] },
  'a headline that wipes out': {
    text: 'Patrol wipes out 12 bandits',
    counts: [['killed', '12', '12 bandits']],
  },
  'finished off': {
    text: 'The raiders finished off four wounded guards.',
    counts: [['killed', '4', 'four wounded guards']],
  },
  'drowned, of the sea': {
    text: 'The wave capsized the skiff, drowning 14.',
    counts: [['killed', '14', '14']],
  },
  suffocated: {
    text: 'Six stowaways suffocated in a container.',
    counts: [['killed', '6', 'Six stowaways']],
  },
  asphyxiated: { text: 'Six welders were asphyxiated in a tank.', counts: [['killed', '6', 'Six welders']] },
  'to death, new verbs': {
    text: 'A mob battered three porters to death, and two bathers were mauled to death.',
    counts: [
      ['killed', '3', 'three porters'],
      ['killed', '2', 'two bathers'],
    ],
  },
  'to death, in a headline': {
    text: 'Mob beats two porters to death',
    counts: [['killed', '2', 'two porters']],
  },
  'alive, apart': { text: 'A slide buried 15 quarrymen alive.', counts: [['killed', '15', '15 quarrymen']] },
  'alive, together': { text: 'Three lodgers were burnt alive.', counts: [['killed', '3', 'Three lodgers']] },
  'found alive': { text: 'Three buried quarrymen were found alive.', counts: [] },
  'fell to their deaths': {
    text: 'Five roofers fell 90 feet to their deaths.',
    counts: [['killed', '5', 'Five roofers']],
  },
  'sent to their deaths': {
    text: 'The rockfall sent 12 passengers to their deaths.',
    counts: [['killed', '12', '12 passengers']],
  },
  'swept to their deaths': {
    text: 'Seven climbers were swept to their deaths.',
    counts: [['killed', '7', 'Seven climbers']],
  },
  'took their own lives': {
    text: 'Two cadets took their own lives.',
    counts: [['killed', '2', 'Two cadets']],
  },
  suicide: { text: 'Three recruits committed suicide.', counts: [['killed', '3', 'Three recruits']] },
  'fell in battle': {
    text: 'Thirteen guardsmen fell in battle.',
    counts: [['killed', '13', 'Thirteen guardsmen']],
  },
  remains: {
    text: 'The charred remains of seven lodgers were found.',
    counts: [['killed', '7', 'seven lodgers']],
  },
  'remains of a house': { text: 'The charred remains of two houses stood there.', counts: [] },
  homicides: { text: 'The town has had 14 homicides this year.', counts: [['killed', '14', '14 homicides']] },
  'an army lost men': { text: 'The brigade lost 13 men.', counts: [['killed', '13', '13 men']] },
  'an army lost some of its own': {
    text: 'The rebels lost six of their fighters.',
    counts: [['killed', '6', 'six of their fighters']],
  },
  'a mother lost sons': { text: 'She lost two sons in the flood.', counts: [['killed', '2', 'two sons']] },
  'a team lost matches': { text: 'The club lost six games and two players.', counts: [] },
  'with the loss of': {
    text: 'The barge went down with the loss of all 62 sailors.',
    counts: [['killed', '62', '62 sailors']],
  },
  'with the loss of lives': {
    text: 'The barge went down with the loss of 34 lives.',
    counts: [['killed', '34', '34 lives']],
  },
  'a loss of work': { text: 'The mill closed with the loss of 300 jobs.', counts: [] },
  // Harm
  burned: {
    text: 'Fifteen cooks were burned when oil caught fire.',
    counts: [['injured', '15', 'Fifteen cooks']],
  },
  'houses burned': { text: 'Fifteen houses were burned.', counts: [] },
  'scalded and bruised': {
    text: 'Six stokers were scalded and four bruised.',
    counts: [
      ['injured', '6', 'Six stokers'],
      ['injured', '4', 'four'],
    ],
  },
  mauled: { text: 'Two keepers were mauled by a bear.', counts: [['injured', '2', 'Two keepers']] },
  sickened: { text: 'The fumes sickened 30 pupils.', counts: [['injured', '30', '30 pupils']] },
  'fell ill': { text: 'Thirty pupils fell ill after lunch.', counts: [['injured', '30', 'Thirty pupils']] },
  poisoned: {
    text: 'Thirty guests were poisoned by bad oysters.',
    counts: [['injured', '30', 'Thirty guests']],
  },
  'in care': {
    text: 'Thirty runners needed hospital treatment.',
    counts: [['injured', '30', 'Thirty runners']],
  },
  'first aid': {
    text: 'Thirty runners were given first aid.',
    counts: [['injured', '30', 'Thirty runners']],
  },
  'aid of another kind': { text: 'Thirty villages received emergency food.', counts: [] },
  'broken bones': {
    text: 'Three skiers were left with broken bones.',
    counts: [['injured', '3', 'Three skiers']],
  },
  'in a serious condition': {
    text: 'Three skiers were in a serious condition.',
    counts: [['injured', '3', 'Three skiers']],
  },
  // Held, freed, missing
  'carried off': {
    text: 'Raiders carried off 40 schoolgirls.',
    counts: [['detained', '40', '40 schoolgirls']],
  },
  'into custody, apart': {
    text: 'The watch took 40 marchers into custody.',
    counts: [['detained', '40', '40 marchers']],
  },
  'hostage, apart': {
    text: 'The gang took 12 tourists hostage.',
    counts: [['detained', '12', '12 tourists']],
  },
  'hostages freed': { text: 'Commandos rescued 40 hostages.', counts: [['freed', '40', '40 hostages']] },
  'sailors rescued': { text: 'Lifeboats rescued 40 sailors.', counts: [] },
  'swept away': { text: 'The river swept away 17 villagers.', counts: [['missing', '17', '17 villagers']] },
  'bridges swept away': { text: 'The river swept away 17 bridges.', counts: [] },
  // How many: couples, families, ages, degrees
  'a couple': { text: 'An elderly couple was found dead.', counts: [['killed', '2', 'An elderly couple']] },
  twins: { text: 'Twin sisters were killed.', counts: [['killed', '2', 'Twin sisters']] },
  'a family of six': { text: 'The shell wiped out a family of six.', counts: [['killed', '6', 'six']] },
  'a crew of nine': { text: 'The wave killed a crew of nine.', counts: [['killed', '9', 'nine']] },
  'ages behind people': {
    text: 'A man, 45, and two boys, aged 8 and 10, were killed.',
    counts: [
      ['killed', '1', 'A man'],
      ['killed', '2', 'two boys'],
    ],
  },
  'ages behind names': {
    text: 'Ada Brook, 45, and Tom Marl, 20, were killed.',
    counts: [
      ['killed', '2', 'Ada Brook, 45, and Tom Marl'],
      ['killed', '1', 'Ada Brook'],
      ['killed', '1', 'Tom Marl'],
    ],
  },
  'an apposition between names': {
    text: 'Ada Brook, a clerk, and Tom Marl, a cook, were killed.',
    counts: [
      ['killed', '2', 'Ada Brook, a clerk, and Tom Marl'],
      ['killed', '1', 'Ada Brook'],
      ['killed', '1', 'Tom Marl'],
    ],
  },
  'names that are listed': {
    text: 'Ada Brook, Tom Marl and Ida Fenn were killed.',
    counts: [
      ['killed', '3', 'Ada Brook, Tom Marl and Ida Fenn'],
      ['killed', '1', 'Ada Brook'],
      ['killed', '1', 'Tom Marl'],
      ['killed', '1', 'Ida Fenn'],
    ],
  },
  'names of a count': {
    text: 'Two guards, Ada Brook and Tom Marl, were killed.',
    counts: [
      ['killed', '2', 'Two guards'],
      ['killed', '1', 'Ada Brook'],
      ['killed', '1', 'Tom Marl'],
    ],
  },
  'a degree after an object': {
    text: 'A gunman shot three clerks, two fatally.',
    counts: [
      ['injured', '3', 'three clerks'],
      ['killed', '2', 'two'],
    ],
  },
  'with some reported dead': {
    text: 'A blast tore through a market, with at least 30 reported dead.',
    counts: [['killed', '30+', 'at least 30']],
  },
  'mostly of one kind': {
    text: 'Thirty people, mostly women, died.',
    counts: [['killed', '30', 'Thirty people']],
  },
  'a toll that hits': { text: 'Death toll hits 100', counts: [['killed', '100', '100']] },
  'a toll that climbs past': { text: 'Flood toll climbs past 300', counts: [['killed', '300', '300']] },
  'a count that stands between commas': {
    text: 'Of the clerks, 45, most of them young, were hurt.',
    counts: [
      ['injured', '45', '45'],
      ['injured', '?', 'most of them'],
    ],
  },
};
