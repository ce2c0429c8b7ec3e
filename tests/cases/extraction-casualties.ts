import type { Outcome } from '../../server/contract/claims.ts';

/**
 * Outcome, figure, marked words. Figures: "9" exact, "9+" at least, "..9" at most, "~9" about, "9-12" a range, "?" none.
 */
export type ExpectedCount = [outcome: Outcome, figure: string, quote: string];
export interface CountCase {
  text: string;
  counts: ExpectedCount[];
}

/** One row for each phenomenon; whatever a row does not list must not be proposed. */
export const countCases: Record<string, CountCase> = {
  // Voice and form
  passive: { text: 'Nine people were killed at the weir.', counts: [['killed', '9', 'Nine people']] },
  'passive with adverbs and chains': {
    text: 'Four clerks are reliably reported to have been badly wounded there.',
    counts: [['injured', '4', 'Four clerks']],
  },
  active: { text: 'The flood killed 38 villagers.', counts: [['killed', '38', '38 villagers']] },
  'active, perfect': { text: 'The floods have killed 38.', counts: [['killed', '38', '38']] },
  'active, present': { text: 'Ferry fire kills 14 passengers', counts: [['killed', '14', '14 passengers']] },
  'active, bare present of several': { text: 'Floods kill 14 in Ardle', counts: [['killed', '14', '14']] },
  gerund: { text: 'A wall fell, killing three masons.', counts: [['killed', '3', 'three masons']] },
  'two gerunds': {
    text: 'The wall fell, killing one and wounding eight others.',
    counts: [
      ['killed', '1', 'one'],
      ['injured', '8', 'eight others'],
    ],
  },
  'headline participle': { text: 'Two killed in quay blaze', counts: [['killed', '2', 'Two']] },
  'headline list': {
    text: '12 killed, 30 injured as bridge falls',
    counts: [
      ['killed', '12', '12'],
      ['injured', '30', '30'],
    ],
  },
  'headline without commas': {
    text: '12 killed 30 injured near Ardle',
    counts: [
      ['killed', '12', '12'],
      ['injured', '30', '30'],
    ],
  },
  'reduced participle': {
    text: 'The watch reported six sailors killed on the quay.',
    counts: [['killed', '6', 'six sailors']],
  },
  'reduced participle after a preposition': {
    text: 'The raid resulted in six sailors killed.',
    counts: [['killed', '6', 'six sailors']],
  },
  'after a noun of the people': {
    text: 'She led the march of the ten clerks killed in the mill.',
    counts: [['killed', '10', 'ten clerks']],
  },
  intransitive: { text: 'Some 40 miners died underground.', counts: [['killed', '~40', 'Some 40 miners']] },
  'died of something': { text: 'Two cooks died of their burns.', counts: [['killed', '2', 'Two cooks']] },
  'left dead': {
    text: 'The blast left nine dead and 12 wounded.',
    counts: [
      ['killed', '9', 'nine'],
      ['injured', '12', '12'],
    ],
  },
  'found dead': {
    text: 'Three hikers were found dead on the ridge.',
    counts: [['killed', '3', 'Three hikers']],
  },
  'lives lost': { text: 'Eleven pilgrims lost their lives.', counts: [['killed', '11', 'Eleven pilgrims']] },
  'lives claimed': { text: 'The storm claimed 30 lives.', counts: [['killed', '30', '30 lives']] },
  'lives that were lost': {
    text: 'At least 30 lives were lost.',
    counts: [['killed', '30+', 'At least 30 lives']],
  },
  'the lives of': {
    text: 'The storm claimed the lives of 14 people.',
    counts: [['killed', '14', '14 people']],
  },
  'lives saved': { text: 'The crew saved 30 lives.', counts: [] },
  'saved the lives of': { text: 'The crew saved the lives of 14 people.', counts: [] },
  'the deaths of': {
    text: 'They mourned the deaths of five nurses.',
    counts: [['killed', '5', 'five nurses']],
  },
  'the death of': {
    text: 'The crash led to the death of 3 people and injured 54.',
    counts: [
      ['killed', '3', '3 people'],
      ['injured', '54', '54'],
    ],
  },
  'the killing of': {
    text: 'He condemned the killing of four guards.',
    counts: [['killed', '4', 'four guards']],
  },
  'the bodies of': { text: 'Divers found the bodies of two boys.', counts: [['killed', '2', 'two boys']] },
  'deaths counted': { text: 'The heat caused 17 deaths.', counts: [['killed', '17', '17 deaths']] },
  'bodies counted': { text: 'Divers recovered 13 bodies.', counts: [['killed', '13', '13 bodies']] },
  'one noun for two figures': {
    text: 'The clash ended in two rebel and one army fatalities.',
    counts: [
      ['killed', '2', 'two rebel'],
      ['killed', '1', 'one army fatalities'],
    ],
  },
  'casualties are not told apart': {
    text: 'The unit took 12 casualties.',
    counts: [['other', '12', '12 casualties']],
  },
  'someone’s own injuries are no count': {
    text: 'The pilot suffered two injuries.',
    counts: [['injured', '1', 'The pilot']],
  },
  'a toll of': { text: 'The council gave a toll of 72.', counts: [['killed', '72', '72']] },
  'a toll that rises': { text: 'The death toll rose from 9 to 12.', counts: [['killed', '12', '12']] },
  'a toll that stands': {
    text: 'The toll stands at at least 60.',
    counts: [['killed', '60+', 'at least 60']],
  },
  'a number of dead': { text: 'The number of dead reached 81.', counts: [['killed', '81', '81']] },
  'a number of missing': {
    text: 'The number of people missing fell to six.',
    counts: [['missing', '6', 'six']],
  },
  'a body count': { text: 'The body count is 19.', counts: [['killed', '19', '19']] },
  'a label and its figure': { text: 'Fatalities: 3', counts: [['killed', '3', '3']] },
  'a toll in another clause': { text: 'The toll is not known; the ferry had 90 berths.', counts: [] },
  inverse: { text: 'Among the dead were two nurses.', counts: [['killed', '2', 'two nurses']] },
  'inverse, included': { text: 'The dead included two nurses.', counts: [['killed', '2', 'two nurses']] },
  'inverse, also': { text: 'Also wounded was a guard.', counts: [['injured', '1', 'a guard']] },
  'inverse, among those': {
    text: 'Among those killed were three cooks.',
    counts: [['killed', '3', 'three cooks']],
  },

  // Outcomes
  'gunned down': { text: 'Masked men gunned down four clerks.', counts: [['killed', '4', 'four clerks']] },
  'shot dead': { text: 'Masked men shot dead two clerks.', counts: [['killed', '2', 'two clerks']] },
  'shot to death': { text: 'They shot two men to death near Ardle.', counts: [['killed', '2', 'two men']] },
  'hacked to death': { text: 'A shepherd was hacked to death.', counts: [['killed', '1', 'A shepherd']] },
  'fatally shot': { text: 'Two men were fatally shot.', counts: [['killed', '2', 'Two men']] },
  'shot and killed': { text: 'Two men were shot and killed.', counts: [['killed', '2', 'Two men']] },
  'shot and killed, active': {
    text: 'A guard shot and killed two men.',
    counts: [['killed', '2', 'two men']],
  },
  shot: { text: 'Five men were shot on the pier.', counts: [['injured', '5', 'Five men']] },
  'a shot that was fired': { text: 'The guard fired only one shot, police said.', counts: [] },
  executed: { text: 'The junta executed seven inmates.', counts: [['killed', '7', 'seven inmates']] },
  stabbed: { text: 'He stabbed three diners.', counts: [['injured', '3', 'three diners']] },
  'suffered injuries': {
    text: 'Two divers suffered minor injuries.',
    counts: [['injured', '2', 'Two divers']],
  },
  'treated for': { text: 'Six firemen were treated for burns.', counts: [['injured', '6', 'Six firemen']] },
  'taken to hospital': {
    text: 'Three girls were rushed to the city hospital.',
    counts: [['injured', '3', 'Three girls']],
  },
  'rushed to hospital without being hurt': { text: 'Three nurses rushed to the city hospital.', counts: [] },
  'hit by': { text: 'Four boys were hit by a bullet.', counts: [['injured', '4', 'Four boys']] },
  'hit in a part of the body': {
    text: 'One boy was struck in the leg.',
    counts: [['injured', '1', 'One boy']],
  },
  'with wounds': { text: 'Medics met two men with gunshot wounds.', counts: [['injured', '2', 'two men']] },
  'in a condition': { text: 'Two women are in critical condition.', counts: [['injured', '2', 'Two women']] },
  missing: { text: 'Forty sailors are missing.', counts: [['missing', '40', 'Forty sailors']] },
  'unaccounted for': {
    text: 'Nine climbers remain unaccounted for.',
    counts: [['missing', '9', 'Nine climbers']],
  },
  'went missing': {
    text: 'Two brothers went missing on the moor.',
    counts: [['missing', '2', 'Two brothers']],
  },
  abducted: {
    text: 'Armed men abducted three aid workers.',
    counts: [['detained', '3', 'three aid workers']],
  },
  'rounded up': { text: 'Police rounded up 60 students.', counts: [['detained', '60', '60 students']] },
  'taken hostage': {
    text: 'Eight tourists were taken hostage.',
    counts: [['detained', '8', 'Eight tourists']],
  },
  'arrests counted': { text: 'Police made 22 arrests.', counts: [['detained', '22', '22 arrests']] },
  'captured people': {
    text: 'The rebels captured 40 soldiers.',
    counts: [['detained', '40', '40 soldiers']],
  },
  'captured things': { text: 'The rebels captured 40 rifles and a bridge.', counts: [] },
  'captured what no list knows': { text: 'The rebels captured 12 zorbs.', counts: [] },
  'hostages freed': { text: 'The gang freed 11 hostages.', counts: [['freed', '11', '11 hostages']] },
  released: { text: 'Six prisoners were released.', counts: [['freed', '6', 'Six prisoners']] },
  'the release of': {
    text: 'He announced the release of six prisoners.',
    counts: [['freed', '6', 'six prisoners']],
  },
  'a release that is demanded': { text: 'He demanded the release of six prisoners.', counts: [] },
  'displaced some': {
    text: 'The fighting displaced some 4,000 people.',
    counts: [['displaced', '~4000', 'some 4,000 people']],
  },
  'forced from their homes': {
    text: 'The water forced 900 villagers from their homes.',
    counts: [['displaced', '900', '900 villagers']],
  },
  fled: {
    text: 'More than 2,000 residents fled.',
    counts: [['displaced', '2001+', 'More than 2,000 residents']],
  },
  'left homeless': {
    text: 'The quake left 700 people homeless.',
    counts: [['displaced', '700', '700 people']],
  },
  'killed and wounded together': {
    text: 'The mines have killed and wounded 30 herders.',
    counts: [['other', '30', '30 herders']],
  },
  'two outcomes of one subject': {
    text: 'Two bishops were kidnapped and killed.',
    counts: [
      ['detained', '2', 'Two bishops'],
      ['killed', '2', 'Two bishops'],
    ],
  },
  'one outcome in another': {
    text: 'The consul said four Danish nurses missing in the hills had been freed.',
    counts: [
      ['missing', '4', 'four Danish nurses'],
      ['freed', '4', 'four Danish nurses'],
    ],
  },

  // Figures
  'more than excludes the number': {
    text: 'More than 30 monks died.',
    counts: [['killed', '31+', 'More than 30 monks']],
  },
  'up to': { text: 'Up to 50 monks died.', counts: [['killed', '..50', 'Up to 50 monks']] },
  between: {
    text: 'Between 10 and 15 monks died.',
    counts: [['killed', '10-15', 'Between 10 and 15 monks']],
  },
  dozens: { text: 'Dozens of monks died.', counts: [['killed', '12+', 'Dozens of monks']] },
  several: { text: 'Several monks died.', counts: [['killed', '?', 'Several monks']] },
  'a figure after a bracket': {
    text: 'Ten other monks (not named yet) were also wounded.',
    counts: [['injured', '10', 'Ten other monks']],
  },
  'both of two': { text: 'Both guards were wounded.', counts: [['injured', '2', 'Both guards']] },
  'both alone': { text: 'Both were wounded.', counts: [['injured', '2', 'Both']] },
  'a date before a figure': {
    text: 'On 23 September 28 monks were killed.',
    counts: [['killed', '28', '28 monks']],
  },

  // Lists
  'shared verb': {
    text: 'Three soldiers and five civilians were killed.',
    counts: [
      ['killed', '3', 'Three soldiers'],
      ['killed', '5', 'five civilians'],
    ],
  },
  'a list of three': {
    text: '5 soldiers, 1 senior officer and 27 Ardle militants were killed.',
    counts: [
      ['killed', '5', '5 soldiers'],
      ['killed', '1', '1 senior officer'],
      ['killed', '27', '27 Ardle militants'],
    ],
  },
  'a list after its verb': {
    text: 'The blast killed three guards, two cooks and a nurse.',
    counts: [
      ['killed', '3', 'three guards'],
      ['killed', '2', 'two cooks'],
      ['killed', '1', 'a nurse'],
    ],
  },
  'a list that another verb ends': {
    text: 'The blast killed three guards and five cooks were wounded.',
    counts: [
      ['killed', '3', 'three guards'],
      ['injured', '5', 'five cooks'],
    ],
  },
  'an active verb ends the list': {
    text: 'The blast killed three guards and five cooks ran away.',
    counts: [['killed', '3', 'three guards']],
  },
  elliptical: {
    text: 'Twelve were killed and 30 wounded.',
    counts: [
      ['killed', '12', 'Twelve'],
      ['injured', '30', '30'],
    ],
  },
  'elliptical with another': {
    text: 'Three policemen were killed and another seriously injured.',
    counts: [
      ['killed', '3', 'Three policemen'],
      ['injured', '1', 'another'],
    ],
  },
  'along with': {
    text: 'A judge was killed near Ardle along with two guards.',
    counts: [
      ['killed', '1', 'A judge'],
      ['killed', '2', 'two guards'],
    ],
  },
  'who comes from where': {
    text: 'Two members of the Ardle rowing club were killed.',
    counts: [['killed', '2', 'Two members']],
  },
  'who comes behind a place': {
    text: 'In an attack by 20 raiders in the marshes, three monks were killed.',
    counts: [['killed', '3', 'three monks']],
  },

  // One
  'a policeman': { text: 'A policeman was killed.', counts: [['killed', '1', 'A policeman']] },
  'a police colonel': {
    text: 'Gunmen killed a police colonel.',
    counts: [['killed', '1', 'a police colonel']],
  },
  'an age and a role': {
    text: 'A 19-year-old sailor drowned.',
    counts: [['killed', '1', 'A 19-year-old sailor']],
  },
  'a role that no list knows': {
    text: 'A zitherist was murdered.',
    counts: [['killed', '1', 'A zitherist']],
  },
  'a name': { text: 'Ada Brook was killed on the pier.', counts: [['killed', '1', 'Ada Brook']] },
  'a name with its age': { text: 'Ada Brook, 42, was wounded.', counts: [['injured', '1', 'Ada Brook']] },
  'a name with its role': {
    text: 'Ada Brook, mayor of Ardle, was kidnapped.',
    counts: [['detained', '1', 'Ada Brook']],
  },
  'a name after its rank': {
    text: 'The blast killed Sgt. Ada Brook.',
    counts: [['killed', '1', 'Sgt. Ada Brook']],
  },
  'who was killed': {
    text: 'They sang for Ada Brook, who was killed.',
    counts: [['killed', '1', 'Ada Brook']],
  },
  'killing him': {
    text: 'Gunmen fired on a judge in Ardle, killing him.',
    counts: [['killed', '1', 'a judge']],
  },
  'killed himself': { text: 'The attacker then killed himself.', counts: [['killed', '1', 'The attacker']] },
  'a pronoun names no one': { text: 'He was killed.', counts: [] },
  'a name in capitals': { text: 'ADA BROOK WAS KILLED IN ARDLE.', counts: [['killed', '1', 'ADA BROOK']] },
  'a force is no person': { text: 'The Free Ardle Army and the Syrian Army marched.', counts: [] },
  'a thing is no person': { text: 'A car was hit and a truck was seized.', counts: [] },

  // Capitals
  'all in capitals': {
    text: 'THREE REBELS WERE KILLED AND SEVEN OTHERS WERE WOUNDED.',
    counts: [
      ['killed', '3', 'THREE REBELS'],
      ['injured', '7', 'SEVEN OTHERS'],
    ],
  },
  'may in capitals': { text: 'FOUR PEOPLE MAY HAVE BEEN KILLED.', counts: [] },
  'an acronym that is a verb': {
    text: 'Troops killed 3 IS fighters.',
    counts: [['killed', '3', '3 IS fighters']],
  },
  'every word with a capital': {
    text: 'Two Killed, Five Wounded as Bus Overturns',
    counts: [
      ['killed', '2', 'Two'],
      ['injured', '5', 'Five'],
    ],
  },

  // Not stated
  'no one': { text: 'No one was injured.', counts: [] },
  none: { text: 'None of the 12 passengers was hurt.', counts: [] },
  'not killed': { text: 'The two guards were not killed.', counts: [] },
  'did not': { text: 'The storm did not kill the two guards.', counts: [] },
  could: { text: 'Forty people could be killed.', counts: [] },
  if: { text: 'If nine people died, the pier is to blame.', counts: [] },
  threatened: { text: 'They threatened to kill nine hostages.', counts: [] },
  attempted: { text: 'She was charged with the attempted murder of two guards.', counts: [] },
  'tried to': { text: 'They tried to assassinate two judges.', counts: [] },
  'managed to': { text: 'They managed to free two judges.', counts: [['freed', '2', 'two judges']] },
  nearly: { text: 'The wave nearly killed two boys.', counts: [] },
  'no deaths': { text: 'There were no deaths and no injuries.', counts: [] },

  // Not counts of people
  age: { text: 'The boy, killed at the age of 12, was a singer.', counts: [['killed', '1', 'The boy']] },
  distance: { text: 'It happened 12 miles from where the line was cut.', counts: [] },
  money: { text: 'The fire cost $3 million.', counts: [] },
  unit: { text: 'The 7th Brigade and Battalion 12 were hit.', counts: [] },
  address: { text: 'Police searched 17 Quay Street.', counts: [] },
  score: { text: 'Ardle beat Marl 3-1 and the crowd died of laughter.', counts: [] },
  votes: { text: 'The bill was killed by 52 votes to 48.', counts: [] },
  things: { text: 'The shells hit two cars and killed 30 cows.', counts: [] },
  doers: { text: 'Two bombs and three gunmen killed nine.', counts: [['killed', '9', 'nine']] },
  'a paragraph’s number': { text: '5. The harbour law will hurt the people maimed in war.', counts: [] },

  // Whom several verbs mean
  'an object is not the next subject': {
    text: 'A patrol was forced to free two smugglers and had to flee.',
    counts: [['freed', '2', 'two smugglers']],
  },

  'a degree that kills': {
    text: 'Four people were shot, two fatally, on the pier.',
    counts: [
      ['injured', '4', 'Four people'],
      ['killed', '2', 'two'],
    ],
  },
  'a degree that wounds': {
    text: 'Three people were injured, one critically.',
    counts: [
      ['injured', '3', 'Three people'],
      ['injured', '1', 'one'],
    ],
  },
  'a degree with its own verb': {
    text: 'Three people were injured, and one critically wounded.',
    counts: [
      ['injured', '3', 'Three people'],
      ['injured', '1', 'one'],
    ],
  },
  'an unknown number does not end a list': {
    text: 'Six guards and an unknown number of rebels were killed.',
    counts: [['killed', '6', 'Six guards']],
  },
  'two single persons are two': {
    text: 'The wave killed a cook and his son.',
    counts: [
      ['killed', '2', 'a cook and his son'],
      ['killed', '1', 'a cook'],
      ['killed', '1', 'his son'],
    ],
  },
  'two names are two': {
    text: 'Ada Brook and Tom Marl were killed.',
    counts: [
      ['killed', '2', 'Ada Brook and Tom Marl'],
      ['killed', '1', 'Ada Brook'],
      ['killed', '1', 'Tom Marl'],
    ],
  },
  'one and a figure are not added up': {
    text: 'The wave killed a cook and four sailors.',
    counts: [
      ['killed', '1', 'a cook'],
      ['killed', '4', 'four sailors'],
    ],
  },
  'freed after all': {
    text: 'Three nuns were abducted by raiders and later freed.',
    counts: [
      ['detained', '3', 'Three nuns'],
      ['freed', '3', 'Three nuns'],
    ],
  },
  'a breakdown in brackets': {
    text: 'The blast killed 3 civilians (2 women and 1 child).',
    counts: [
      ['killed', '3', '3 civilians'],
      ['killed', '2', '2 women'],
      ['killed', '1', '1 child'],
    ],
  },
  'an ordinal is one': { text: 'A fourth died later.', counts: [['killed', '1', 'A fourth']] },
  'a toll of another outcome': {
    text: 'The toll of injured stood at 50.',
    counts: [['injured', '50', '50']],
  },
  'a toll with its adjective': { text: 'Unclear fatalities coded as 10.', counts: [['killed', '10', '10']] },
  'bodies of': {
    text: 'Troops collected 13 bodies of the gang.',
    counts: [['killed', '13', '13 bodies']],
  },
  'deaths of whom': {
    text: 'The raid ended in 6 rebel deaths.',
    counts: [['killed', '6', '6 rebel deaths']],
  },
  'at least an additional': {
    text: 'It injured at least an additional 151.',
    counts: [['injured', '151+', 'at least an additional 151']],
  },
  'a day right behind the people': {
    text: 'He is accused of shooting two boys and a woman last week.',
    counts: [
      ['injured', '2', 'two boys'],
      ['injured', '1', 'a woman'],
    ],
  },
  'a clause between': {
    text: 'Two men, who were wounded in the blast, died on Sunday.',
    counts: [['killed', '2', 'Two men']],
  },
  'shot him dead': { text: 'They stopped a judge and shot him dead.', counts: [['killed', '1', 'a judge']] },
  'planned for a day': { text: 'Three inmates were to be executed on Friday.', counts: [] },
  'no one by a determiner': { text: 'Every passenger was hurt and no guard was killed.', counts: [] },
  'who is told again': {
    text: 'A judge was killed. The judge was killed at noon.',
    counts: [['killed', '1', 'A judge']],
  },
  'a name that is told again': {
    text: 'Ada Brook was killed. Ada Brook was killed at noon.',
    counts: [['killed', '1', 'Ada Brook']],
  },
  'a name, and what else happened': {
    text: 'Ada Brook was hurt. Ada Brook was killed.',
    counts: [
      ['injured', '1', 'Ada Brook'],
      ['killed', '1', 'Ada Brook'],
    ],
  },
  'another of the same kind': {
    text: 'A judge was killed. A judge was killed in Marl.',
    counts: [
      ['killed', '1', 'A judge'],
      ['killed', '1', 'A judge'],
    ],
  },
  'this one again': {
    text: 'A judge was killed. This clerk was killed.',
    counts: [['killed', '1', 'A judge']],
  },
  'the one that was hurt': {
    text: 'A judge was hurt. The judge was killed.',
    counts: [
      ['injured', '1', 'A judge'],
      ['killed', '1', 'The judge'],
    ],
  },
  'a name after its title': {
    text: 'Officer Brook was killed. Brook was killed at noon.',
    counts: [['killed', '1', 'Officer Brook']],
  },
  'people without a figure': { text: 'It rained.\n\nSoldiers were killed.', counts: [] },
};

type Details = Partial<
  Record<'scope' | 'cause' | 'perpetrator', string | null> & {
    period: [from: string | null, to: string | null, precision: string] | null;
    place: [name: string, precision: string | null] | null;
    victims: [category: string, label: string] | null;
    /** The marked words of the count that it is a part of. */
    partOf: string | null;
  }
>;
interface DetailCase {
  text: string;
  /** ISO 8601; left out: Wednesday, 8 January 2014. */
  publishedAt?: string | null;
  /** Of the count with these marked words. */
  quote: string;
  details: Details;
}

export const detailCases: Record<string, DetailCase> = {
  // Parts
  including: {
    text: 'The storm killed 38 people, including 11 children.',
    quote: '11 children',
    details: { partOf: '38 people', victims: ['child', 'children'] },
  },
  'including, before the verb': {
    text: 'Four people, including three nurses and a cook, were killed.',
    quote: 'three nurses',
    details: { partOf: 'Four people', victims: ['medic', 'nurses'] },
  },
  'including, before an ellipsis': {
    text: 'Two were killed and seven others, including a woman, injured.',
    quote: 'a woman',
    details: { partOf: 'seven others', victims: ['woman', 'woman'] },
  },
  'among them': {
    text: 'The storm killed 38 people, among them five cooks.',
    quote: 'five cooks',
    details: { partOf: '38 people' },
  },
  'of them': {
    text: 'The storm killed 38 people, six of them children.',
    quote: 'six of them children',
    details: { partOf: '38 people', victims: ['child', 'children'] },
  },
  'of whom': {
    text: 'The storm killed 38 people, six of whom were children.',
    quote: 'six',
    details: { partOf: '38 people' },
  },
  'most of them': {
    text: 'The storm killed 38 people, most of them children.',
    quote: 'most of them children',
    details: { partOf: '38 people', victims: ['child', 'children'] },
  },
  'of them, a sentence on': {
    text: 'The storm killed 38 people. Six of them died at sea.',
    quote: 'Six',
    details: { partOf: '38 people' },
  },
  'of them, with no larger count': {
    text: 'The storm killed two people. Six of them died at sea.',
    quote: 'Six',
    details: { partOf: null },
  },
  'of them, not of a part': {
    text: 'The storm killed 38 people. Nine of them died at sea. Six of them died on land.',
    quote: 'Six',
    details: { partOf: '38 people' },
  },
  'of them, the latest': {
    text: 'The storm killed 38 people. The fire killed 20 people. Six of them died at sea.',
    quote: 'Six',
    details: { partOf: '20 people' },
  },
  'of them, two sentences on': {
    text: 'The storm killed 38 people. It rained. Six of them died at sea.',
    quote: 'Six',
    details: { partOf: '38 people' },
  },
  'of them, three sentences on': {
    text: 'The storm killed 38 people. It rained. It snowed. Six of them died at sea.',
    quote: 'Six',
    details: { partOf: null },
  },
  'of them, who were hurt': {
    text: 'The storm hurt 38 people. Six of them died at sea.',
    quote: 'Six',
    details: { partOf: null },
  },
  'of them, as many': {
    text: 'The storm killed six people. Six of them died at sea.',
    quote: 'Six',
    details: { partOf: null },
  },
  'of nobody in particular': {
    text: 'The storm killed several people. Six of them died at sea.',
    quote: 'Six',
    details: { partOf: null },
  },
  'others, a sentence on': {
    text: 'The storm killed 38 people. The fire killed six clerks.',
    quote: 'six clerks',
    details: { partOf: null },
  },
  'a whole is no part': {
    text: 'The storm killed 38 people, including 11 children.',
    quote: '38 people',
    details: { partOf: null },
  },

  // Victims
  'a category': {
    text: 'Gunmen killed two reporters.',
    quote: 'two reporters',
    details: { victims: ['journalist', 'reporters'] },
  },
  'two words': {
    text: 'Gunmen killed two aid workers.',
    quote: 'two aid workers',
    details: { victims: ['aid_worker', 'aid workers'] },
  },
  'a role': { text: 'Gunmen killed two masons.', quote: 'two masons', details: { victims: null } },
  'an ending': {
    text: 'Two climbers were killed.',
    quote: 'Two climbers',
    details: { victims: ['unspecified', 'climbers'] },
  },
  'things of people': {
    text: 'Eight wounded rebels were arrested.',
    quote: 'Eight wounded rebels',
    details: { victims: ['combatant', 'rebels'] },
  },

  // Period
  'on a weekday': {
    text: 'Nine people were killed on Tuesday.',
    quote: 'Nine people',
    details: { period: ['2014-01-07', '2014-01-07', 'day'] },
  },
  'on the weekday of the story': {
    text: 'Nine people were killed Wednesday.',
    quote: 'Nine people',
    details: { period: ['2014-01-08', '2014-01-08', 'day'] },
  },
  'on the weekday after': {
    text: 'Nine people were killed on Thursday.',
    quote: 'Nine people',
    details: { period: ['2014-01-02', '2014-01-02', 'day'] },
  },
  'a weekday of a story without a day': {
    text: 'Nine people were killed on Tuesday.',
    publishedAt: null,
    quote: 'Nine people',
    details: { period: null },
  },
  yesterday: {
    text: 'Nine people were killed yesterday.',
    quote: 'Nine people',
    details: { period: ['2014-01-07', '2014-01-07', 'day'] },
  },
  today: {
    text: 'Nine people died today.',
    quote: 'Nine people',
    details: { period: ['2014-01-08', '2014-01-08', 'day'] },
  },
  'last night': {
    text: 'Nine people died last night.',
    quote: 'Nine people',
    details: { period: ['2014-01-07', '2014-01-07', 'day'] },
  },
  'this morning': {
    text: 'Nine people died this morning.',
    quote: 'Nine people',
    details: { period: ['2014-01-08', '2014-01-08', 'day'] },
  },
  'last week': {
    text: 'Nine people died last week.',
    quote: 'Nine people',
    details: { period: ['2013-12-30', '2014-01-05', 'week'] },
  },
  'this week': {
    text: 'Nine people died this week.',
    quote: 'Nine people',
    details: { period: ['2014-01-06', '2014-01-12', 'week'] },
  },
  'last month': {
    text: 'Nine people died last month.',
    quote: 'Nine people',
    details: { period: ['2013-12-01', '2013-12-31', 'month'] },
  },
  'last year': {
    text: 'Nine people died last year.',
    quote: 'Nine people',
    details: { period: ['2013-01-01', '2013-12-31', 'year'] },
  },
  'a date': {
    text: 'Nine people died on 3 January.',
    quote: 'Nine people',
    details: { period: ['2014-01-03', '2014-01-03', 'day'] },
  },
  'a date, American': {
    text: 'Nine people died on January 3.',
    quote: 'Nine people',
    details: { period: ['2014-01-03', '2014-01-03', 'day'] },
  },
  'a date that has not come yet this year': {
    text: 'Nine people died on 3 March.',
    quote: 'Nine people',
    details: { period: ['2013-03-03', '2013-03-03', 'day'] },
  },
  'a date with its year': {
    text: 'Nine people died on March 3, 2009.',
    publishedAt: null,
    quote: 'Nine people',
    details: { period: ['2009-03-03', '2009-03-03', 'day'] },
  },
  'a day that no month has': {
    text: 'Nine people died on 31 June 2009.',
    quote: 'Nine people',
    details: { period: ['2009-06-01', '2009-06-30', 'month'] },
  },
  'a month with its year': {
    text: 'Nine people died in February 2012.',
    publishedAt: null,
    quote: 'Nine people',
    details: { period: ['2012-02-01', '2012-02-29', 'month'] },
  },
  'a month alone': {
    text: 'Nine people died in November.',
    quote: 'Nine people',
    details: { period: ['2013-11-01', '2013-11-30', 'month'] },
  },
  'a year': {
    text: 'Nine people died in 2009.',
    publishedAt: null,
    quote: 'Nine people',
    details: { period: ['2009-01-01', '2009-12-31', 'year'] },
  },
  'since a date': {
    text: 'Nine people have been killed since 3 January.',
    quote: 'Nine people',
    details: { period: ['2014-01-03', null, 'day'], scope: 'cumulative' },
  },
  'since something began': {
    text: 'Nine people have been killed since the strike began in March 2011.',
    quote: 'Nine people',
    details: { period: ['2011-03-01', null, 'month'], scope: 'cumulative' },
  },
  'what erupted and has killed since': {
    text: 'Riots that erupted on Friday have killed nine people.',
    quote: 'nine people',
    details: { period: ['2014-01-03', null, 'day'], scope: 'cumulative', cause: 'Riots' },
  },
  'when it was said': {
    text: 'Police said on Tuesday that nine people had been killed.',
    quote: 'nine people',
    details: { period: null },
  },
  'since when a state lasts': {
    text: 'Nine people have been missing since Friday.',
    quote: 'Nine people',
    details: { period: ['2014-01-03', null, 'day'], scope: null },
  },
  'a time in another clause': {
    text: 'Nine people have been killed since May, and four are missing.',
    quote: 'four',
    details: { period: null },
  },

  // Parts of what earlier sentences told
  'among the dead': {
    text: 'A ferry sank, killing 41 people. It was full. Divers came. According to the coast guard, 12 children were among the dead.',
    quote: '12 children',
    details: { partOf: '41 people' },
  },
  'among those killed, of several': {
    text: 'A ferry sank, killing 41 people and injuring 60. Among those killed were two nurses and a cook.',
    quote: 'a cook',
    details: { partOf: '41 people' },
  },
  'of the injured': {
    text: 'The raid killed 41 people and injured 60. Five of the injured were in critical condition.',
    quote: 'Five',
    details: { partOf: '60' },
  },
  'of the dead, told first': {
    text: 'The flood killed 146 people. Of the dead, 61 are children.',
    quote: '61',
    details: { partOf: '146 people' },
  },
  'since when nobody did': {
    text: 'It was the worst wreck since March 3, when 41 people drowned.',
    quote: '41 people',
    details: { scope: null },
  },
  'among the dead, who are fewer': {
    text: 'A ferry sank, killing nine people. 12 children were among the dead.',
    quote: '12 children',
    details: { partOf: null },
  },
  'among the dead of a toll over years': {
    text: 'The war has killed 400 people since 2011. Two nurses were among the dead.',
    quote: 'Two nurses',
    details: { partOf: null },
  },
  'among other dead, long before': {
    text: 'A ferry sank, killing 41 people. It rained. It rained. It rained. It rained. It rained. It rained. Two nurses were among the dead.',
    quote: 'Two nurses',
    details: { partOf: null },
  },

  // Place
  'in a country': {
    text: 'Nine people died in Syria.',
    quote: 'Nine people',
    details: { place: ['Syria', 'country'] },
  },
  'in a province': {
    text: 'Nine people died in Ardle province.',
    quote: 'Nine people',
    details: { place: ['Ardle province', 'province'] },
  },
  'in a district': {
    text: 'Nine people died in Marl County.',
    quote: 'Nine people',
    details: { place: ['Marl County', 'district'] },
  },
  'in a town': {
    text: 'Nine people died near Ardle village.',
    quote: 'Nine people',
    details: { place: ['Ardle village', 'town'] },
  },
  'in a place of no known kind': {
    text: 'Nine people died in Ardle.',
    quote: 'Nine people',
    details: { place: ['Ardle', null] },
  },
  'a place before': {
    text: 'In Ardle, gunmen killed nine people.',
    quote: 'nine people',
    details: { place: ['Ardle', null] },
  },
  'no place': { text: 'Nine people died in the attack.', quote: 'Nine people', details: { place: null } },
  'a place of another outcome': {
    text: 'Two men missing in Ardle were freed.',
    quote: 'Two men',
    details: { place: ['Ardle', null] },
  },

  // By whom and of what
  'killed by': {
    text: 'Nine people were killed by gunmen.',
    quote: 'Nine people',
    details: { perpetrator: 'gunmen', cause: null },
  },
  'killed by a force': {
    text: 'Nine people were killed by the army.',
    quote: 'Nine people',
    details: { perpetrator: 'army' },
  },
  'who killed': {
    text: 'The rebels killed nine people.',
    quote: 'nine people',
    details: { perpetrator: 'rebels' },
  },
  'who attacked, killing': {
    text: 'Gunmen raided a mill, killing nine people.',
    quote: 'nine people',
    details: { perpetrator: 'Gunmen' },
  },
  'killed by a thing': {
    text: 'Nine people were killed by a car bomb.',
    quote: 'Nine people',
    details: { perpetrator: null, cause: 'car bomb', scope: 'incident' },
  },
  'what killed': {
    text: 'A ferry fire killed nine people.',
    quote: 'nine people',
    details: { perpetrator: null, cause: 'ferry fire' },
  },
  'killed in': {
    text: 'Nine people were killed in air raids.',
    quote: 'Nine people',
    details: { cause: 'air raids', scope: 'incident' },
  },
  'nothing told': {
    text: 'Nine people were killed.',
    quote: 'Nine people',
    details: { cause: null, perpetrator: null, scope: null },
  },
};
