/** English words that end in a stop without ending a sentence, and the small words that begin one. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Before a name: what follows them goes on. In small letters, without their stop. */
export const TITLES = words(
  `mr mrs ms mx dr prof gen lt col maj capt cpt sgt cpl pvt cmdr cdr adm brig rev revd hon sen rep gov pres supt insp
  det amb atty msgr mgr messrs mme mlle sr fr st mt ft pte lcpl ssgt gens sens reps profs drs mss vice-adm lt-col
  maj-gen brig-gen asst assoc dept dir pfc spc ald asm ens treas comdr govs revs lts cols capts sgts supts attys`,
);
/** Titles that also end names of streets and places: "on Main St. The". */
export const TITLES_OR_ENDS = words('st ft mt sr dr');
/** Before a figure. */
export const BEFORE_FIGURES = words(
  'no nos n° nr p pp para paras art arts sec secs fig figs vol vols ch chap ca c approx est ver v op cl reg res ext tel pt rs rm',
);
export const MONTHS_AND_DAYS = words(
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun',
);
/** Never at the end of a sentence. */
export const NEVER_LAST = words('vs v e.g i.e eg ie cf viz aka a.k.a incl esp ed eds repr trans pron');
/** In the middle or at the end: only what follows tells. */
export const MIDDLE_OR_LAST = words(
  `inc corp co cos ltd plc llc bros jr sr esq ave blvd rd ln hwy bldg dept div assn intl natl univ inst govt gov est
  al etc ph.d m.d b.a m.a d.c mass conn calif fla ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa
  tenn tex va vt wash wis wyo ala ariz ark colo del ga penn lb lbs oz ft in mi sq hr hrs min yr yrs approx`,
);
/** Of these, the states, which stand behind a town and a comma. */
export const STATES = words(
  `d.c mass conn calif fla ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  ala ariz ark colo del ga penn n.y n.j n.c s.c n.d s.d n.h n.m r.i w.va`,
);
/** Names that a mark belongs to. */
export const NAMES_WITH_MARKS = words('yahoo jeopardy');
/** A time of day, after which a sentence may well begin. */
export const TIMES_OF_DAY = words('a.m p.m am pm');
/** What follows a time of day within its sentence. */
export const AFTER_TIMES =
  /^(?:(?:[A-Z]{2,4}T|GMT|UTC|BST|IST|ET|PT|CT|MT)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Eastern|Pacific|Central|Mountain|Greenwich|Moscow|Beijing|Tokyo)\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d)/u;

/** Words with a capital that begin a sentence and almost never a name. */
export const STARTERS = words(
  `A An The This That These Those He She It They We You I His Her Hers Its Their Our My Your There Here And But Or Nor
  So Yet If When Whenever While Although Though After Before Since Because Until Unless As At In On By For From With
  Within Without To Of Under Over During Despite Amid Among Against Between Through Throughout Across About Around Also
  Then Now Meanwhile However Moreover Nevertheless Still Even Only Just Once Again Later Earlier Today Yesterday
  Tomorrow What Who Whom Whose Why How Where Which Some Many Most Much Several All Both Each Every Either Neither No
  Not None Nobody Nothing Another Other Others Such More Less Few Fewer One Two Three Four Five Six Seven Eight Nine
  Ten Dozens Hundreds Thousands Is Are Was Were Do Does Did Has Have Had Can Could Would Should Must Let Instead
  According Officials Police Witnesses Please Everyone Everybody Someone Anyone Asked Speaking Like Unlike Last Next`,
);

/** Words of saying that take what was said before them, whoever it was said to: “Who pays?” Varga asked the crowd. */
export const CRIES = words(
  'asked asks demanded demands wondered wonders shouted shouts cried cries yelled yells exclaimed quipped whispered joked',
);

/** Words that say that someone speaks. */
export const CUES = words(
  `said says asked asks added adds told shouted cried replied answered wrote writes tweeted warned insisted declared
  announced exclaimed joked demanded wondered recalled explained noted continued concluded quipped whispered`,
);
