/** Nouns of saying, thinking and wanting, with what may follow them, and adjectives of the same kind. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** "the claim that …". */
export const THAT_NOUNS = set(`
  claim claims allegation allegations accusation accusations charge charges statement statements assertion assertions
  argument arguments belief beliefs fear fears hope hopes concern concerns worry worries suspicion suspicions view views
  opinion notion suggestion suggestions warning warnings threat threats promise promises pledge pledges vow vows
  announcement announcements declaration admission acknowledgment acknowledgement denial denials report reports rumour
  rumours rumor rumors prediction predictions forecast conclusion conclusions finding findings insistence contention
  complaint complaints proposal proposals demand demands recommendation recommendations ruling decision conviction
  expectation expectations doubt doubts impression assurance assurances confirmation testimony revelation revelations
  disclosure boast speculation theory theories sense perception optimism guarantee confession remark comment comments
  estimate estimates idea message`);

/** "her plan to …". */
export const INFINITIVE_NOUNS = set(`
  plan plans intention intentions desire wish decision decisions promise promises pledge pledges vow vows threat threats
  demand demands call calls request requests plea pleas offer offers commitment commitments determination refusal
  proposal proposals agreement willingness reluctance`);

/** "fears of …", "calls for …": the noun and its prepositions. */
export const PREPOSITION_NOUNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    of: set(`claim claims allegation allegations accusation accusations fear fears hope hopes criticism praise warning
    warnings denial threat threats suspicion suspicions condemnation rejection endorsement vision version description
    characterization portrayal prediction predictions denunciation`),
    for: set(
      'call calls demand demands plea pleas hope hopes support praise request requests disdain contempt proposal plan plans',
    ),
    about:
      set(`question questions concern concerns worry worries comment comments remark remarks claim claims warning warnings
    doubt doubts complaint complaints statement statements lie lies`),
    to: set('opposition objection objections threat reaction response'),
    against: set(
      'threat threats allegation allegations accusation accusations charge charges warning attack attacks',
    ),
    on: set('attack attacks comment comments position stance views'),
    over: set('concern concerns fear fears'),
  }),
);

/** "issued a statement": verbs whose subject says what their object holds. */
export const GIVING = set(`
  issue issued issues issuing make made makes making release released releases releasing publish published express
  expressed expresses expressing voice voiced voices raise raised raises raising give gave gives send sent sends write
  wrote post posted deliver delivered repeat repeated repeats offer offered have has had file filed dispute
  circulate circulated put hold held holds share shared renew renewed`);

/** "claims emerged that …". */
export const SPREADING = set(
  'emerged emerge emerges surfaced spread circulated circulate grew mounted persisted',
);

/** Verbs that bring the words of a statement or letter: "a letter saying". */
export const MESSAGES = set(`
  statement statements letter letters message messages tweet tweets memo email emails report reports post posts note
  speech release video communique communiqué petition article appeal notice warning text texts ad series`);

/** "is confident that …", "was critical of …". */
export const ADJECTIVES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    that: set(`confident sure certain convinced hopeful optimistic pessimistic afraid worried concerned glad happy sorry
    proud angry upset disappointed frustrated surprised aware unaware adamant clear doubtful sceptical skeptical fearful
    grateful pleased thankful delighted relieved shocked sad ashamed satisfied`),
    of: set(
      'critical supportive afraid aware unaware proud fearful sceptical skeptical confident certain sure wary convinced dismissive',
    ),
    about:
      set(`worried concerned optimistic pessimistic confident nervous anxious passionate serious angry upset excited
    sceptical skeptical enthusiastic frustrated clear sure unsure unhappy happy coy adamant`),
    to: set('eager keen willing reluctant unwilling determined hesitant opposed ready open'),
    with: set('happy unhappy pleased satisfied dissatisfied frustrated disappointed angry furious'),
  }),
);

export const OCCASIONS = set(
  'interview briefing rally debate broadcast diatribe column book ruling meeting hearing lawsuit',
);
