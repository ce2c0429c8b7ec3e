/** Nouns for one person, and nouns for what a person does or is. Lower case. */
import { wordSet } from '../word-set.ts';

/** Of those nouns that the reader of counts knows, the ones that stand for one person. */
const SINGULAR = wordSet(`
  civilian noncombatant soldier fighter rebel militant insurgent gunman militiaman jihadist combatant guerrilla
  serviceman child boy girl baby infant toddler minor schoolgirl schoolboy woman medic doctor nurse paramedic
  journalist reporter correspondent photographer cameraman photojournalist prisoner detainee inmate captive hostage
  person man resident villager student teacher passenger migrant refugee worker officer policeman policewoman guard
  official pilgrim worshipper tourist fisherman miner victim member driver farmer teenager individual citizen
  protester demonstrator bystander suspect attacker assailant shooter bomber lawyer lawmaker activist peacekeeper
  foreigner adult youth relative patient sailor firefighter trooper commander`);

const ROLES = wordSet(`
  mayor governor president minister premier senator deputy councillor councilman councilwoman councilor congressman
  candidate leader chief head director manager secretary chairman chairwoman judge magistrate prosecutor attorney
  ambassador consul diplomat envoy adviser advisor aide spokesman spokeswoman bishop archbishop priest pastor nun monk
  imam cleric rabbi sheikh elder chieftain general colonel major captain lieutenant sergeant corporal private cadet
  admiral marshal inspector constable detective sheriff agent bodyguard bodyguards watchman watchmen gunner pilot
  copilot engineer technician mechanic carpenter businessman businesswoman businessmen trader merchant vendor vendors
  shopkeeper shopkeepers trucker cook cooks maid maids servant servants cleaner cleaners housewife clerk clerks cashier
  professor lecturer headmaster principal schoolteacher academic scientist researcher writer author poet singer
  musician actor actress artist athlete player footballer coach referee editor broadcaster anchor newsman
  wife husband son daughter brother sister father mother grandfather grandmother grandson granddaughter uncle aunt
  nephew niece cousin widow boyfriend girlfriend fiance fiancee partner parent neighbour neighbor friend colleague
  uncles aunts wives husbands sons daughters brothers sisters fathers mothers parents grandparents neighbours
  neighbors friends colleagues cousins nephews nieces siblings sibling families
  male female males females native nationals national settler settlers herder herders herdsman herdsmen shepherd
  shepherds peasant peasants labourer labourers laborer laborers employee contractor contractors missionary missionaries
  priests nuns monks clerics jesuit jesuits clergyman clergymen catechist catechists seminarian bishops judges mayors governors
  ministers senators deputies candidates leaders chiefs commanders captains colonels generals lieutenants sergeants corporals
  attackers assailants shooters bombers extremist extremists terrorist terrorists subversive subversives
  guerrillas militia militias cadres cadre operatives operative agents bandits bandit robber robbers thief thieves
  criminal criminals smuggler smugglers trafficker traffickers gangster gangsters pirates pirate ranger rangers
  commandos commando conscript conscripts recruit recruits trooper troopers paratrooper warder warders jailer
  unionist unionists syndicalist politician politicians executive executives organizer organizers
  fireman lineman seaman seamen crewman crewmen airman airmen infantryman infantrymen lifeguard steward stewardess
  customer customers patron patrons pedestrian pedestrians motorist motorists cyclist cyclists biker bikers
  commuter commuters onlooker onlookers diner diners guest guests spectator spectators fan fans reveller revellers
  evacuee evacuees survivor escort escorts rioter rioters looter looters marcher marchers picketer
  orphan orphans invalid veteran veterans reservist reservists someone newborn newborns preschooler youngster
  youngsters teen teens adolescent adolescents grandmother grandmothers lady ladies gentleman gentlemen guy guys
  kid couple duo twins gunmen bodyguard personnel policewoman colleague servicewoman servicewomen caretaker guide
  janitor barber tailor butcher baker taxi-driver rickshaw-puller trainee intern
  volunteer medics surgeon midwife physician physicians pharmacist dentist psychologist therapist
  nomad nomads indigenous tribesman tribesmen clansman clansmen elders chiefs believers devotee devotees
  accomplice accomplices ringleader ringleaders fugitive fugitives inmate convict convicts
  human supporter supporters sympathizer sympathizers sympathiser sympathisers follower followers opponent opponents
  dissident dissidents defector defectors deserter deserters`);

const PEOPLES = wordSet(`
  muslim muslims christian christians hindu hindus jew jews shiite shiites sunni sunnis shia shias
  american americans israeli israelis palestinian palestinians russian russians ukrainian ukrainians iraqi iraqis
  afghan afghans syrian syrians turk turks kurd kurds pakistani pakistanis indian indians briton britons
  german germans italian italians mexican mexicans nigerian nigerians kenyan kenyans somali somalis
  salvadoran salvadorans colombian colombians peruvian peruvians spaniard spaniards frenchman frenchmen
  egyptian egyptians libyan libyans yemeni yemenis saudi saudis iranian iranians ethiopian ethiopians
  filipino filipinos australian australians canadian canadians swede swedes dane danes chilean chileans
  hondurans honduran nicaraguan nicaraguans guatemalan guatemalans brazilian brazilians argentine argentines`);
/** "Two Israelis", "a Muslim": before a noun they only describe it ("the Syrian army"). */
export const isPeople = (word: string): boolean => PEOPLES.has(word);

/** A noun for what a person does or is, of one or of several. */
export const isRole = (word: string): boolean =>
  ROLES.has(word) ||
  PEOPLES.has(word) ||
  SINGULAR.has(word) ||
  ROLES.has(word.replace(/men$/, 'man')) ||
  (word.endsWith('s') && ROLES.has(word.slice(0, -1)));
/** A noun that stands for one person. */
export const isSingular = (word: string): boolean =>
  SINGULAR.has(word) ||
  ((ROLES.has(word) || PEOPLES.has(word)) && !/(?:[^s]s|men|personnel|people|cadre|militia)$/.test(word));

/** They end as nouns for people do, and are none. */
const NO_AGENTS = wordSet(`
  letters papers computers towers rivers numbers orders borders corners quarters headquarters matters shoulders trailers
  containers tankers helicopters freighters bunkers lockers fingers meters metres hangers flowers answers offers posters
  centers centres theaters theatres sensors motors sectors doors floors errors factors colors mirrors tractors reactors
  generators harbors trees degrees committees fees knees trainers printers servers chargers routers boilers silencers
  launchers bulldozers cruisers trawlers liners steamers carriers bombers shelters counters monitors transformers
  chambers timbers members layers tigers meteors acres litres others hours specimens regimen vipers spiders`);
/** A plural that by its ending names people: "climbers", "typists". */
export const areAgents = (word: string): boolean =>
  /.{3,}(?:ers|ors|ists|ians|ees|men|women)$/.test(word) && !NO_AGENTS.has(word);
/** The same of one: "the typist". */
export const isAgent = (word: string): boolean =>
  /.{3,}(?:er|or|ist|ian|ee|man|woman)$/.test(word) && !NO_AGENTS.has(`${word}s`);
