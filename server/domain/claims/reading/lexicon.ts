/** Word lists of a newsroom's English. Lower case; one list for each thing that a word can tell. */
import type { Outcome, VictimCategory } from '../../../contract/claims.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns for people that tell a category, then those that tell none. Policemen are no combatants. */
const PEOPLE: readonly [VictimCategory, string][] = [
  ['civilian', 'civilian civilians noncombatants'],
  [
    'combatant',
    `soldier soldiers fighter fighters rebel rebels militant militants insurgent insurgents gunman gunmen
     troops militiaman militiamen jihadist jihadists combatant combatants guerrilla guerrillas serviceman
     servicemen paratroopers marines`,
  ],
  [
    'child',
    `child children boy boys girl girls baby babies infant infants toddler toddlers minor minors kids
     schoolchildren schoolgirls schoolboys schoolgirl schoolboy`,
  ],
  ['woman', 'woman women'],
  ['medic', 'medic medics doctor doctors nurse nurses paramedic paramedics surgeons'],
  [
    'journalist',
    `journalist journalists reporter reporters correspondent correspondents photographer photographers
     cameraman cameramen photojournalist photojournalists newsmen`,
  ],
  ['prisoner', 'prisoner prisoners detainee detainees inmate inmates captive captives hostage hostages'],
  [
    'unspecified',
    `people person persons man men resident residents villager villagers protester protesters protestors
     demonstrator demonstrators student students pupils teachers teacher passenger passengers migrant migrants
     refugee refugees worker workers employees officer officers policeman policemen police policewomen guard
     guards official officials pilgrim pilgrims worshipper worshippers tourist tourists fisherman fishermen
     miner miners victim victims other others member members crew staff individuals citizens inhabitants
     survivors bystanders firefighters rescuers drivers driver sailors suspects farmers farmer shoppers
     mourners activists lawyers lawmakers teenager teenagers youths relatives patients peacekeepers
     humans souls nationals foreigners volunteers adults elderly dead wounded injured casualties`,
  ],
];
/** Casualties and the dead are counted, but name no one. */
const NAMELESS = words('dead wounded injured casualties');

const CATEGORY: ReadonlyMap<string, VictimCategory> = new Map(
  PEOPLE.flatMap(([category, list]) => [...words(list)].map((word) => [word, category] as const)),
);

/** Two words that tell a category together. */
const PAIRS: ReadonlyMap<string, VictimCategory> = new Map<string, VictimCategory>([
  ['aid workers', 'aid_worker'],
  ['aid worker', 'aid_worker'],
  ['relief workers', 'aid_worker'],
  ['humanitarian workers', 'aid_worker'],
  ['health workers', 'medic'],
  ['medical workers', 'medic'],
  ['ambulance workers', 'medic'],
  ['media workers', 'journalist'],
  ['police officers', 'unspecified'],
  ['police officer', 'unspecified'],
  ['prison guards', 'unspecified'],
  ['crew members', 'unspecified'],
  ['family members', 'unspecified'],
]);

/** The category that a noun for people tells; null for any other word. */
export const categoryOf = (word: string): VictimCategory | null => CATEGORY.get(word) ?? null;
export const categoryOfPair = (pair: string): VictimCategory | null => PAIRS.get(pair) ?? null;
export const namesNoOne = (word: string): boolean => NAMELESS.has(word);

/** What is counted in such stories and is no person. Families are not people: nobody knows how many. */
export const THINGS = words(`
  bombs bombings cars homes houses villages towns cities attacks strikes airstrikes raids blasts explosions
  shots rockets missiles shells vehicles tanks trucks buses planes aircraft helicopters drones ships boats
  buildings schools hospitals mosques churches countries provinces districts neighbourhoods neighborhoods votes
  seats points goals families households incidents clashes battles operations checkpoints bases camps provinces
  governorates statements videos reports cases charges protests demonstrations fires floods storms earthquakes
  weapons rifles guns mines grenades charges sources groups parties companies organisations organizations bullets
  animals cattle sheep goats horses dogs cows bulls calves pigs camels donkeys chickens birds livestock fish whales deer cats rats mice wolves foxes bears lions tigers elephants rhinos sharks dolphins seals turtles
  pets insects bees mosquitoes crops vines plants jobs bills deals plans proposals amendments lights hopes trees dollars percent rounds mortars barrels suitcases shops markets
  fronts brigades battalions units`);

/** Words that tell an outcome whatever stands around them. */
const OUTCOMES: readonly [Outcome, string][] = [
  [
    'killed',
    `killed kills kill killing killings dead died dies die dying death deaths toll fatal fatally fatality
     fatalities slain massacred massacre executed execution executions murdered murdering assassinated slaughtered
     beheaded perished drowned lynched lives bodies corpses deadly`,
  ],
  [
    'injured',
    'injured injures injure injuring injury injuries wounded wounds wounding wound hurt hurting maimed maiming',
  ],
  ['missing', 'missing disappeared disappearances unaccounted'],
  [
    'detained',
    `detained detains detain detaining detention arrested arrests arrest arresting captured captures capture
     capturing held imprisoned jailed abducted abducts abducting abduction kidnapped kidnapping seized custody
     hostage`,
  ],
  ['freed', 'freed frees free freeing released releases release releasing liberated liberating'],
  [
    'displaced',
    'displaced displaces displace displacing displacement fled flee flees fleeing uprooted evacuated homeless',
  ],
];
const OUTCOME: ReadonlyMap<string, Outcome> = new Map(
  OUTCOMES.flatMap(([outcome, list]) => [...words(list)].map((word) => [word, outcome] as const)),
);
export const outcomeOf = (word: string): Outcome | null => OUTCOME.get(word) ?? null;

/** "Captured an office", "released a video", "held talks": these tell an outcome only where they are about people. */
export const NEEDS_PEOPLE = words(
  'captured captures capture capturing held seized released releases release free',
);

export const AUXILIARIES = words('be been being is are was were');
export const MODALS = words('could would might should will shall can cannot may wont');
/** What keeps a verb in the same clause from having happened. */
export const NEGATIONS = words(
  "not never nor without cannot denied denies deny denying didn't wasn't weren't hasn't haven't hadn't isn't aren't don't doesn't won't can't couldn't wouldn't",
);
export const CONDITIONS = words('if unless whether');
/** "To kill" is a plan, but whoever is forced to flee has fled. */
export const CARRIED_OUT = words('forced had managed obliged compelled');
export const BARE_VERBS = words(
  'kill die injure wound hurt detain arrest capture free release displace flee execute massacre',
);

export const UNITS = words(`
  percent pc pct percentage per points point dollar dollars euro euros pound pounds cent cents rupee rupees yen yuan
  ruble rubles rouble roubles lira liras dinar dinars riyal riyals shekel shekels franc francs peso pesos krona kronor
  kroner rand naira shillings dirham dirhams usd eur gbp
  km kilometre kilometres kilometer kilometers mile miles metre metres meter meters m cm mm foot feet ft inch inches
  yard yards hectare hectares acre acres tonne tonnes ton tons kg kilo kilos kilogram kilograms gram grams litre
  litres liter liters barrel barrels degree degrees mph kph knots watts megawatts square cubic nautical
  second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years
  decade decades century centuries o'clock am pm gmt utc times time yr yrs hrs mins`);
export const CURRENCIES = words('usd eur gbp us');
/** Between a figure and its unit: "three consecutive years". */
export const FILLERS = words('more further consecutive straight full additional other long of');

export const FRACTIONS = words(
  'half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh eighth eighths ninth tenth tenths hundredth hundredths',
);

/** Followed by a number that names and does not count: "Flight 370". */
export const LABELS = words(`
  brigade unit division regiment battalion flight number no route article resolution chapter page section paragraph
  phase level boeing airbus highway room channel gate block act version volume motorway apartment terminal class
  model verse psalm grade`);

export const MONTHS = words(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);
export const WEEKDAYS = words(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays',
);
/** Before a four-digit number they make it a year. */
export const BEFORE_YEARS = words(
  'in since until till by from during before after of early late mid around to and year years between through circa spring summer autumn winter fall',
);
/** Before "from 9 to 12" they tell of a change and not of a range. */
export const CHANGES = words(
  'rose risen rises rise rising increased increases increase increasing climbed climbs climbing jumped jumps grew grown went gone up raised raising revised fell fallen dropped down lowered cut',
);
