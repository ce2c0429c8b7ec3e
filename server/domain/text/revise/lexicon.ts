/** Words by which a change of text is told. English but where it is said otherwise. */
import { categoryOf, outcomeOf } from '../../claims/reading/lexicon.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Also of the languages that stories come in most; a word of another language that looks the same only expires more. */
const NEGATIONS = words(`
  not never no none nor neither nobody nothing nowhere without cannot hardly barely scarcely longer lack lacks lacked
  ne pas jamais aucun aucune rien sans nicht kein keine keinen nie ohne nunca jamás sin ninguno ninguna não sem nem
  لا لم لن ليس ليست غير دون לא אין בלי אל не ни без нет 不 没 沒 無 无 非 未`);
export const isNegation = (key: string): boolean =>
  NEGATIONS.has(key.toLowerCase()) || /n't$/u.test(key.toLowerCase());

/** What bounds a figure. Only where all that changed is among these, since most are little words. */
const BOUNDS = words(`
  at least most the up to more fewer less greater than over above under below about around some roughly nearly almost
  approximately an a estimated estimate close circa perhaps possibly maybe exactly only just precisely or so minimum
  maximum of no not as many much few well far slightly upwards upward excess in exceeding beyond between and`);
export const isBoundWord = (key: string): boolean =>
  BOUNDS.has(key.toLowerCase()) && !GLUE.has(key.toLowerCase());
export const isBoundPhrase = (keys: readonly string[]): boolean =>
  keys.length > 0 &&
  keys.every((key) => BOUNDS.has(key.toLowerCase())) &&
  keys.some((key) => !GLUE.has(key.toLowerCase()));
/** In a bound these only hold it together. */
const GLUE = words('the a an of in and to as not no');

const SIZES = words(
  'dozens dozen scores score tens hundreds thousands millions billions several many few numerous couple handful countless hundred thousand million billion',
);
export const isFigure = (key: string): boolean =>
  key.startsWith('#') || /\p{Nd}/u.test(key) || SIZES.has(key.toLowerCase());

/** Words that, right beside marked ones, say how far they go or whether they hold at all. */
export const isEdgeWord = (key: string): boolean => isBoundWord(key) || isNegation(key) || isCue(key);

/** What happened: at most one outcome. */
export function outcomesOf(key: string): string[] {
  const outcome = outcomeOf(key.toLowerCase());
  return outcome === null ? [] : [outcome];
}
/** What happened to whom: an outcome or a kind of victim. Empty for any other word. */
export function categoriesOf(key: string): string[] {
  const category = categoryOf(key.toLowerCase());
  return category === null ? outcomesOf(key) : [...outcomesOf(key), category];
}

/** Verbs and nouns by which something is said, and words by which it is passed on that nobody says. */
const SPEAKING = words(`
  say says said saying tell tells told telling add adds added adding claim claims claimed claiming report reports reported
  reporting reportedly allegedly supposedly purportedly apparently announce announces announced announcing confirm confirms
  confirmed confirming deny denies denied denying declare declares declared declaring warn warns warned warning state states
  stated stating accuse accuses accused accusing allege alleges alleged alleging believe believes believed believing
  estimate estimates think thinks thought suggest suggests suggested suggesting insist insists insisted argue argues
  argued explain explains explained note notes noted admit admits admitted acknowledge acknowledges acknowledged assert
  asserts asserted maintain maintains maintained reveal reveals revealed disclose discloses disclosed predict predicts
  predicted according quoted quotes quoting cited cites citing described describes promised promises vowed vows
  threatened threatens urged urges demanded demands called calls reply replied replies answered asked asks recalled recalls
  tweeted wrote writes testified testifies rumoured rumored rumours rumors understood hinted hints conceded concedes
  condemned condemns denounced denounces rejected rejects dismissed dismisses disputed disputes refuted refutes
  doubted doubts unconfirmed statement comments commented remarked observed urging urge vowing insisting arguing
  explaining admitting threatening rejecting dismissing tweeting acknowledging asserting condemning denouncing`);
const SPEAKING_ABROAD = words(`
  dit disait affirme affirmé déclaré déclare annoncé annonce selon sagte sagten sagt erklärte erklärten teilte meldete
  berichtete laut dijo dijeron afirmó declaró anunció informó según disse disseram afirmou declarou anunciou informou segundo
  detto dichiarato affermato сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил опроверг
  подтвердил сказав повідомив заявив قال قالت قالوا يقول تقول وقال وقالت أعلن أعلنت وأعلن وأعلنت أكد أكدت وأكد وأكدت
  أضاف أضافت وأضاف وأضافت ذكر ذكرت وذكر وذكرت نفى نفت ونفى صرح صرحت أفاد أفادت وأفاد وأفادت بحسب وفقا
  אמר אמרה אמרו אומר הודיע הודיעה הודיעו מסר מסרה טען טענה הכחיש אישר לדברי گفت گفتند اعلام 说 說 称 稱
  ajouté expliqué confirmé démenti nié fügte betonte bestätigte dementierte bestritt agregó añadió explicó señaló confirmó
  confirmaron desmintió negó aggiunto spiegato confermato smentito negato acrescentou explicou confirmou desmentiu negou
  добавил добавила добавили пояснил рассказал рассказала подтвердила подтвердили опровергла опровергли додав הוסיף הוסיפה`);
/** Of other languages the commonest ones. In some of these the verb alone says that he or she spoke: "dijo". */
export const isCueAbroad = (key: string): boolean => SPEAKING_ABROAD.has(key.toLowerCase());
export const isCue = (key: string): boolean => SPEAKING.has(key.toLowerCase()) || isCueAbroad(key);
const GOING_ON = words('added adds adding');
/** By these words goes on who spoke before. */
export const goesOnBy = (key: string): boolean => GOING_ON.has(key.toLowerCase());

const TALKING = words('spoke speaks speaking talked talks briefed');
/** "Rashid spoke to reporters": without what was said. */
export const isTalking = (key: string): boolean => TALKING.has(key.toLowerCase());
const HEARSAY = words(
  'reportedly allegedly supposedly purportedly apparently unconfirmed rumoured rumored rumours rumors understood',
);
/** By these words something is passed on that nobody is said to say. */
export const tellsByHearsay = (key: string): boolean => HEARSAY.has(key.toLowerCase());
const GIVING = words(`
  issue issues issued issuing release releases released releasing publish published publishes send sent sends sending post
  posts posted posting deliver delivers delivered put puts give gave gives giving hold held holds holding make made makes
  share shared circulate circulated broadcast aired recorded`);
/** "Issued a message", "put out a statement": verbs whose subject says what their object holds. */
export const isGiving = (key: string): boolean => GIVING.has(key.toLowerCase());
const MESSAGES = words(`
  statement statements letter letters message messages tweet tweets email emails speech speeches video videos communique
  communiqué interview interviews conference briefing briefings address sermon audio recording recordings broadcast`);
/** What somebody says something in. */
export const isMessage = (key: string): boolean => MESSAGES.has(key.toLowerCase());

const DENIALS = words(`
  wrong false untrue incorrect inaccurate mistaken error mistake misleading retracted withdrew withdrawn corrected
  denied denies deny denying disputed disputes refuted rejected dismissed contradicted contradicts unconfirmed unfounded
  fabricated hoax fake untruth nonsense myth baseless groundless joke kidding
  prank satire spoof rumour rumor speculation`);
/** Words by which a sentence takes another one back. */
export const isDenial = (key: string): boolean => DENIALS.has(key.toLowerCase());
const FOREIGN_DENIALS = words(`
  неправда неправду ложь ложно неверно كاذب كاذبة كذب خطأ شائعة falsch lüge unwahr faux fausse mensonge falso falsa mentira
  mentiras bugia שקר 假 谣 謠`);
/** The same in other languages: a sentence of a few words that has one denies what stands before it. */
export const isForeignDenial = (key: string): boolean => FOREIGN_DENIALS.has(key.toLowerCase());
const TRUTHS = words(
  'صحيح صحيحا صحيحة دقيق правда верно так wahr richtig stimmt vrai exact cierto verdad verdade vero נכון 真 实 實',
);
/** What is so in other languages, of which a negation makes what is not. */
export const isForeignTruth = (key: string): boolean => TRUTHS.has(key.toLowerCase());
const POINTERS = words(
  `это этом этого ذلك هذا بذلك das dies cela ça esto eso isso questo ciò l'a l'ont lo זאת זה כך 此 这 這`,
);
/** What stands for what was said before, in other languages. */
export const pointsBackAbroad = (key: string): boolean => POINTERS.has(key.toLowerCase());
const STATEMENTS = words(
  'figure figures toll tolls tally count counts number numbers estimate estimates claim claims report reports statement account version story deaths casualties killings losses',
);
/** What a sentence of a few words that takes another back may hold beside them: "Not true.", "That is quite wrong." */
const VERDICTS = words(`
  that this it they all is was are were isn't wasn't that's it's so true right correct accurate real quite simply just plainly
  totally completely entirely utterly very the a an of course`);
export const isOfVerdict = (key: string): boolean =>
  VERDICTS.has(key.toLowerCase()) || isDenial(key) || isNegation(key);
/** Nouns that name what another sentence says. */
export const isStatement = (key: string): boolean => STATEMENTS.has(key.toLowerCase());

/** Subjects and possessives that stand for somebody named before. */
const ANAPHORA = words(
  'he she it they him her them his hers its their theirs this these those there himself herself itself themselves such latter former',
);
export const isAnaphor = (key: string): boolean => ANAPHORA.has(key.toLowerCase());
/** Pronouns that stand for somebody outside their clause. */
const OBJECTS = words('him them');
export const isObject = (key: string): boolean => OBJECTS.has(key.toLowerCase());
/** Words that make a clause hang on another: what they bind is said under a condition, or for a reason. */
const BINDING = words(`
  if unless when whenever once although though whether because since until till before after while whereas provided lest
  who whom whose which`);
export const isBinding = (key: string): boolean => BINDING.has(key.toLowerCase());
/** Words with which a place or a time begins that may stand on either side of what happened. */
const ALONE = words(
  'in at on near by from with outside inside during through across under over to into for against',
);
export const standsAlone = (key: string): boolean => ALONE.has(key.toLowerCase()) || isTimeWord(key);
const CONDITIONS = words('if unless whether suppose supposing imagine provided');
export const isCondition = (key: string): boolean => CONDITIONS.has(key.toLowerCase());
const ACTORS = words(`
  army armies military militia militias police troops navy forces regime government opposition coalition separatists
  paramilitaries terrorists terrorist mercenaries mercenary gang gangs cartel settlers attackers attacker`);
/** Who fights, arrests or rules. */
export const isActor = (key: string): boolean =>
  ACTORS.has(key.toLowerCase()) || categoryOf(key.toLowerCase()) === 'combatant';
const COMPARING = words(`
  more another others further additional twice double doubled doubles triple tripled half rest remaining fewer quarter
  third thirds rise rose risen increase increased dropped decreased`);
/** Does a word tell a figure by another one? "More than ten" tells its own. */
export const comparesFigures = (keys: readonly string[], at: number): boolean =>
  COMPARING.has(keys[at]?.toLowerCase() ?? '') && keys[at + 1] !== 'than';
const LABELS = words(`
  satire fiction rumour rumours rumor rumors fact facts true false myth myths opinion analysis unconfirmed unverified
  confirmed verified correction retraction retracted hoax fake untrue unknown unclear`);
/** Words by which a heading says of what kind the words under it are. */
export const labels = (key: string): boolean => LABELS.has(key);
const KNOWING = words('know known');
/** "What we know" says no more than no heading does, and "What we do not know" another thing. */
export const isKnowing = (key: string): boolean => KNOWING.has(key);
const RULINGS = words('true false misleading unproven accurate inaccurate fake');
const BEFORE_RULINGS = words('verdict rating ruling conclusion mostly partly');
/** What a check of facts finds, and the words before it: "Verdict: mostly false". */
export const isRuling = (key: string): boolean => RULINGS.has(key);
export const leadsToRuling = (key: string): boolean => BEFORE_RULINGS.has(key);
const REACHING = words('only just even both either neither half all between mostly mainly');
/** Words that may tell of both parts that "and" joins, and of the nearer one where these change places. */
export const reachesOver = (key: string): boolean => REACHING.has(key.toLowerCase());
/** Words that open a sentence and are no name. */
const FRAMES = words(`
  the a an this that these those some many several few most all no one two there what when where while if as in on at for
  by with from after before since until because although though not only even once every each both either another other
  such so than to into over under more less who whose which how why yes our my your its le la les un une der die das ein
  eine el los las una o os as um uma il lo gli uno в на по из под это эти`);
/** A figure is one as well. */
export const opensFrame = (key: string): boolean => FRAMES.has(key.toLowerCase()) || isFigure(key);
/** Where the words of what is said begin: what stands behind them names no speaker. */
const OPENING = words('that إن أن ان بأن بان que qu dass daß что що כי che');
export const opensWords = (key: string): boolean => OPENING.has(key.toLowerCase());
/** Words that lead over from what came before, and say nothing of who speaks. */
const LEADING = words(
  'and but also then later however meanwhile still yet so elsewhere earlier instead nevertheless moreover though had has have',
);
export const leadsOver = (key: string): boolean => LEADING.has(key.toLowerCase());
const DAYS = words('monday tuesday wednesday thursday friday saturday sunday today yesterday');
export const isDay = (key: string): boolean => DAYS.has(key.toLowerCase());
const HOURS = words('noon midday midnight dawn dusk night morning afternoon evening');
export const isTimeWord = (key: string): boolean => isDay(key) || HOURS.has(key.toLowerCase());
const MASSES = words(`
  rain snow hail fog smoke fire wind ice water power food fuel aid help traffic work trade oil gas gold money peace violence
  unrest panic chaos life death sleep heavy strong light early late and but then later however meanwhile still yet
  elsewhere instead nevertheless moreover though today yesterday tomorrow now here police`);
/** What cannot be counted, and other words that open a sentence without an article and are no name. */
export const isMass = (key: string): boolean => MASSES.has(key.toLowerCase());
const HUMAN = words(`
  wept weeps cried smiled smiles laughed sighed nodded nods stood stands sat sits knelt rose appeared appears arrived shook
  shrugged paused looked looks pointed waved walked testified listened apologised apologized resigned prayed took`);
/** What people do before they speak, and places and bodies seldom. */
export const isHuman = (key: string): boolean => HUMAN.has(key);
const WORKERS = words(`
  driver survivor teacher farmer lawyer student neighbour neighbor pilot nurse boy girl wife husband brother sister son
  daughter victim suspect owner worker baker shopkeeper trader priest imam bishop`);
/** A person, known by work, kin or fate. */
export const isWorker = (key: string): boolean => WORKERS.has(key);
const BEFORE_TIMES = words('on at');
/** Without when it was. */
export const withoutTimes = (keys: readonly string[]): string[] =>
  keys.filter((key, at) => !isTimeWord(key) && !(BEFORE_TIMES.has(key) && isTimeWord(keys[at + 1] ?? '')));
