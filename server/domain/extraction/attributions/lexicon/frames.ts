/**
 * How English verbs of saying, thinking and wanting go on. Each list holds dictionary forms.
 *
 * The classes are those of grammars: verbs of communication and of propositional attitude, by the complement that they
 * take (Levin 1993, classes 29 to 37; VerbNet say-37.7, tell-37.2, order-60, want-32.1).
 */

/** "said that he left", "said he left": a finite clause. */
const CLAUSE = `
  accept acknowledge add admit advise affirm agree allege announce anticipate argue ascertain assert assume assure
  attest aver bemoan believe bet boast brag caution certify charge claim clarify comment complain concede conclude concur
  confess confide confirm conjecture contend counter dare decide declare decree deem demand demonstrate deny determine
  detect disagree disclose discover divulge doubt dream emphasize emphasise establish estimate expect explain
  exclaim exult fear feel figure find forecast foresee fret gather grumble guess guarantee hear hint hold hope hypothesize
  imagine imply indicate infer inform insinuate insist interject joke judge know lament learn maintain mandate mention
  muse note notice notify object observe opine persuade pledge point posit postulate pray predict presume pretend
  proclaim profess promise prophesy propose protest prove quip read realize realise reason reassure recall reckon recognize
  recognise recollect recommend recount regret reiterate rejoin relate remark remember remind repeat reply report request
  require resolve respond retort reveal rule say sense show signal signify specify speculate state stipulate stress
  suggest surmise suspect swear tell testify theorize theorise think threaten tweet understand undertake underline
  underscore urge verify volunteer vow wager warn wish wonder worry write conclude post rebut shout chime interpret`;

/** "asked whether", "explained how": a clause with a question word. */
const QUESTION = `
  ask wonder question explain describe know discuss debate show reveal disclose demonstrate illustrate recall recount
  explore examine consider decide determine say tell learn discover detail outline investigate inquire enquire see
  understand highlight note wonder document specify indicate report remember emphasize stress assess consider doubt
  find imagine lament hear clarify chronicle`;

/** Verbs that stand with words in quotation marks. */
const QUOTE = `
  say add tell write note ask reply respond answer state continue explain declare argue insist warn announce claim
  acknowledge admit comment remark observe quip joke exclaim shout yell scream cry chant whisper mutter tweet post retort
  counter conclude recall predict promise vow suggest complain confess concede assert stress emphasize emphasise caution
  boast brag lament muse recount reiterate repeat read sing protest propose interject opine proclaim begin agree deny
  demand advise urge reveal confirm believe think wonder contend maintain testify plead agree affirm offer allege
  report charge object assure caption email message text blog thunder snap sigh chime inquire scoff deadpan fume
  laugh crow chide crack marvel gush concur elaborate expound rejoin reason recollect persist bellow`;

/** "praised the plan": what is said or thought stands as an object. */
const OBJECT = `
  accept acclaim acknowledge admire admit adore advocate affirm allege analyze analyse announce anticipate applaud
  appreciate approve articulate assail assess attack back bash bemoan berate blame blast boast cast caricature castigate
  censure challenge champion characterize characterise chastise chide chronicle cite claim clarify commend
  compare concede condemn confirm confess congratulate contemplate contradict covet criticize criticise
  crave debunk decline decry defend demand denigrate denounce deny deplore depict deride describe detail
  detest diagnose disavow disclose discount discourage discuss disdain dislike dismiss disown disparage dispute disregard
  document doubt downplay dread echo embrace emphasize emphasise encourage endorse enjoy envisage envision estimate examine
  exaggerate expect explain explore expose expound express extol favor favour fear flag float flaunt forecast
  foresee formulate forswear hail hate highlight identify illustrate imagine implore invoke judge justify label
  lambast lambaste lament laud lampoon liken love malign mention minimize mock mourn mull nominate note oppose
  outline overstate parrot pan ponder portray praise predict prefer prescribe present preview proclaim
  project promise promote propose protest publicize question quote rap rate reaffirm rebuff rebuke rebut recall
  recite recognize recognise recommend recount refuse refute reference regret reiterate reject relay relish renounce
  repeat report reprimand request resent respect retract reveal review ridicule rip salute satirize savor scold scorn seek
  shun signal skewer slam slander smear snub specify spotlight stress stipulate suggest support
  suspect tease tolerate tout trash trumpet underline underscore understand understate unveil urge value venerate view
  voice volunteer vouch vow want warn welcome worship label call dub brand pledge threaten hammer accuse
  disapprove rule ban pillory excoriate vilify demonize demonise glorify hint tout rally allude like 
  believe trust know hear learn prioritize pronounce peddle imply preach insult thank grill reference scrutinize overrule overturn resent vilify tweet second condone abhor shrug blast`;

/** "wants to leave": an infinitive whose subject is who wants. */
const INFINITIVE = `
  agree aim aspire consent decide decline demand determine elect expect fear hate hesitate hope intend like long love
  offer opt plan pledge plot prefer promise propose refuse resolve scheme seek swear threaten undertake vow want wish
  yearn claim profess`;

/** "urged them to leave": an object and its infinitive. */
const ORDER = `
  advise ask authorize authorise beg beseech believe bid cajole call challenge command compel consider counsel dare
  declare direct encourage enjoin entreat exhort expect find forbid hate implore incite instruct
  intend invite know like lobby love need order persuade plead prefer press pressure
  presume recommend remind request require suppose tell think trust understand urge want warn wish
  nominate deem`;

/** "told reporters that he left": to whom it is said stands between. */
const LISTENER = `
  tell remind inform assure warn advise notify promise persuade convince reassure caution ask show teach brief brag
  instruct answer text email message wire cable`;

/** What is said stands behind one of these: "called for", "accused him of". */
const PREPOSITIONS: Readonly<Record<string, string>> = {
  about: `argue ask boast brag care chat comment complain debate discuss dream fret gripe grumble hear inquire enquire joke
    know lie muse object protest rant rave read reminisce speak speculate talk think tweet wonder worry write warn testify go
    opine bristle rally agree disagree sing learn`,
  for: `advocate apologize apologise ask argue beg call campaign clamor clamour hope lobby long opt plead plump praise pray press push rally
    speak vouch wish yearn root`,
  of: `approve boast complain conceive despair disapprove dream hear know speak talk think warn accuse tire write`,
  on: `agree comment insist elaborate expand expound focus harp opine rule seize speak reflect touch call tweet weigh dwell decide count`,
  to: `admit allude agree confess commit consent listen look object point refer testify attest subscribe react respond aspire`,
  at: `balk baulk bristle chafe grumble hint jeer laugh marvel mock rail scoff sneer poke lash`,
  against: `advise argue caution decide fulminate inveigh lobby protest rage rail rally rant rebel recommend rule speak vote
    warn campaign push`,
  in: `believe delight revel trust confide`,
  with: `agree concur disagree quibble sympathize sympathise identify side`,
  over: `agonize fret protest quarrel rally spar argue worry`,
  up: `bring play talk sum`,
  out: `point lay call rule spell`,
  off: `brush shrug write laugh`,
  after: `go`,
  down: `double turn`,
  into: `tear lay`,
  by: `stand swear`,
  behind: `rally`,
  around: `rally`,
  back: `push hit fire`,
  forth: `set put`,
  forward: `look put`,
};

export interface Frame {
  clause: boolean;
  question: boolean;
  quote: boolean;
  object: boolean;
  infinitive: boolean;
  order: boolean;
  listener: boolean;
  readonly prepositions: Set<string>;
}

const emptyFrame = (): Frame => ({
  clause: false,
  question: false,
  quote: false,
  object: false,
  infinitive: false,
  order: false,
  listener: false,
  prepositions: new Set(),
});

const listed = (words: string): string[] => words.trim().split(/\s+/u);

type Slot = 'clause' | 'question' | 'quote' | 'object' | 'infinitive' | 'order' | 'listener';

const LISTS: readonly [Slot, string][] = [
  ['clause', CLAUSE],
  ['question', QUESTION],
  ['quote', QUOTE],
  ['object', OBJECT],
  ['infinitive', INFINITIVE],
  ['order', ORDER],
  ['listener', LISTENER],
];

function build(): Map<string, Frame> {
  const frames = new Map<string, Frame>();
  const frameOf = (verb: string): Frame => {
    const known = frames.get(verb) ?? emptyFrame();
    frames.set(verb, known);
    return known;
  };
  for (const [slot, verbs] of LISTS) for (const verb of listed(verbs)) frameOf(verb)[slot] = true;
  for (const [preposition, verbs] of Object.entries(PREPOSITIONS))
    for (const verb of listed(verbs)) frameOf(verb).prepositions.add(preposition);
  return frames;
}

/** What each verb takes, by its dictionary form. */
export const FRAMES: ReadonlyMap<string, Readonly<Frame>> = build();
