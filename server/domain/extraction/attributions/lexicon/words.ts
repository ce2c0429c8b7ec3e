/** Small closed classes of English words, which a tagger gets wrong more often than a list does. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

export const MODALS = set(`will would can could may might must shall should wo ca 'll ’ll 'd ’d ought`);
export const BE = set(`be am is are was were been being 's ’s 're ’re 'm ’m`);
export const HAVE = set(`have has had having 've ’ve 'd ’d`);
export const DO = set('do does did');
export const NOT = set(`not n't n’t never`);
export const AUXILIARIES: ReadonlySet<string> = new Set([...MODALS, ...BE, ...HAVE, ...DO]);

export const RELATIVE = set('who which that whom whose');
/** Pronouns that can be a subject. */
export const SUBJECT_PRONOUNS = set(`
  i he she it they we you there who which that this these those everyone everybody someone somebody anyone anybody nobody
  one both many some all others most few several none another each either neither`);
export const OBJECT_PRONOUNS = set('me him her it them us you himself herself itself themselves');
export const POSSESSIVES = set('my his her its their our your whose');
export const DETERMINERS = set(`
  the a an this that these those some any no every each either neither another both all many most several few such
  half`);
export const QUESTION_WORDS = set('who whom whose what which when where why how whether if');

/** They begin a clause that hangs on another. */
export const SUBORDINATORS = set(`
  because although though while whereas unless until since after before when whenever where if as once lest whether`);
export const COORDINATORS = set('and but or nor yet so then');

export const WEEKDAYS = set('monday tuesday wednesday thursday friday saturday sunday');
/** Words of time that stand without a preposition: "said Monday", "last week". */
export const TIME_WORDS: ReadonlySet<string> = new Set([
  ...WEEKDAYS,
  ...set(`
    today yesterday tomorrow tonight overnight morning afternoon evening night noon midnight week weeks month months year years day
    days weekend january february march april may june july august september october november december jan feb aug sept
    oct nov dec earlier later recently now then also afterwards afterward again ago once already repeatedly previously`),
]);

export const PREPOSITIONS_OF_NOUNS = set(
  `of for in at from with on to by about against between within under among near behind over across outside inside`,
);

export const CLAUSE_BORDERS = set(', ; : and but or who which that to as for of');
export const BEFORE_HOST = set(`, ; : — – ― “ " ” ' ‘ that --`);
export const OBJECT_ENDS = set('after before when while because as since during if although though until');
export const CONCESSIONS = set('although though whereas while even');
export const MESSAGE_DETERMINERS = set('a an his her their its');
export const AFTER_LISTED_NAME = set('and , is was');
export const AND_BUT = set('and but');
export const THOUGHT_BEGINS = set(
  'and but or with as after before when while where because in on at since during by if even',
);
export const REPORT_JOINS = set('and but while though although');
export const AND_OR = set('and or');
export const AND_OR_BUT_COMMA = set('and or but ,');
export const KEPT_ADVERBS = set('as there so too');
export const SENTENCE_JOINS = set('but and so yet');
export const CONTRASTS = set('but while');
export const LIKE_BE = set('feel felt feels remain remains remained seem seems seemed');
export const EMPTY_SUBJECTS = set('it there that this');
export const BEFORE_TIME = set('last this next earlier');
export const BEFORE_SETTING_TIME = set('last this next late early earlier');
export const BEFORE_TIME_BACK = set('this last next on late early earlier');
export const AT_BOUNDS = set('least most');
export const THAN_BOUNDS = set('more fewer less');
export const OF_FROM_WITH = set('of from with');
export const TIME_PREPOSITIONS = set('on in at by');
export const SETTING_PREPOSITIONS = set('since during at via amid');
export const WHO_WHICH_THAT = set('that who which');
export const WHO_WHICH = set('who which');
export const ARTICLES = set('the a an');
export const ALWAYS_SUBORDINATE = set('when although though while if');
