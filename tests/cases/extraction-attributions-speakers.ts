/** Who can speak: each a noun phrase of another make. Marked as in `readMarked`. */

const upper = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1);

/** Noun phrases that stand before their verb or behind it, in small letters unless they begin with a name. */
const SPEAKERS: readonly string[] = [
  // How they begin
  'the mayor',
  'a nurse',
  'an engineer',
  'this doctor',
  'these doctors',
  'those doctors',
  'both doctors',
  'all the doctors',
  'half the doctors',
  'both the pilots',
  'every pilot',
  'each pilot',
  'either pilot',
  'neither pilot',
  'another pilot',
  'no pilot',
  'some pilots',
  'many pilots',
  'most pilots',
  'few pilots',
  'several pilots',
  'my brother',
  'his brother',
  'our brother',
  'their lawyer',
  'its owner',
  'pilots',
  'two pilots',
  'the two pilots',
  'the first pilot',
  'more than 30 pilots',
  'fewer than 30 pilots',
  'at least 12 pilots',
  'officials',
  'the wounded man',
  'a retired teacher',
  'a returning officer',
  'a highly regarded surgeon',
  'the newly elected mayor',
  'the long-serving mayor',
  'a well-known surgeon',
  'the 40-year-old driver',
  // Names
  'Ada Brook',
  'Brook',
  'Mayor Ada Brook',
  'Mr. Brook',
  'Dr Ada Brook',
  'Ada Brook-Lane',
  'Brook & Lane',
  'AFP',
  'the BBC',
  'the Ministry of Health',
  'the Harbour Times',
  'police chief Ada Brook',
  'the union’s president Ada Brook',
  'Ada Brook (R-Tex.)',
  'Ada Brook (46)',
  'the Ferry Workers’ Union (FWU)',
  // What they own
  'the mayor’s brother',
  "the mayor's brother",
  'the union’s chief economist',
  'the workers’ spokesman',
  'the city’s two mayors',
  'her brother’s lawyer',
  // What hangs on them
  'the mayor of Graz',
  'the mayor of the city of Graz',
  'a spokesman for the harbour',
  'the head of the office for roads',
  'a woman in the crowd',
  'a teacher at the school',
  'a letter from the council',
  'a man with a dog',
  'one of the drivers',
  'two of the three pilots',
  'some of them',
  'none of the pilots',
  'many of those in the hall',
  'most of the crew on the ferry',
  'a report by the university',
  'a report on the bridge by the university',
  'the lawyer for the owner of the ship',
  'an expert on bridges',
  'the engineer behind the plan',
  'people near the river',
  'the families of the two men',
  // Two of them
  'the mayor and the council',
  'the mayor and council',
  'Ada Brook and Tom Lane',
  'the mayor or his deputy',
  'the union, the owners and the council',
  'doctors and nurses',
  'nurses at the clinic and the school',
];

/** Those that are one word with a meaning of its own. */
const PRONOUNS: readonly string[] = [
  'I',
  'he',
  'she',
  'it',
  'they',
  'we',
  'you',
  'everyone',
  'everybody',
  'someone',
  'somebody',
  'anyone',
  'anybody',
  'nobody',
  'many',
  'some',
  'others',
  'few',
  'several',
  'none',
  'both',
  'another',
  'the others',
];

/** What the sentence begins with. */
export const beforeRows: readonly string[] = [...SPEAKERS, ...PRONOUNS].map(
  (who) => `[${upper(who)}] {said} <the road was shut>.`,
);

/** Behind a conjunction, so that what stands before is no part of it. */
export const secondRows: readonly string[] = [...SPEAKERS, ...PRONOUNS].map(
  (who) => `Rain fell all day, but [${who}] {said} <the road was open>.`,
);

/** Behind a quotation. */
export const quotedRows: readonly string[] = [...SPEAKERS, ...PRONOUNS].map(
  (who) => `<“The road is shut,”> [${who}] {said}.`,
);

export const invertedRows: readonly string[] = SPEAKERS.map(
  (who) => `<“The road is shut,”> {said} [${who}].`,
);

export const accordingRows: readonly string[] = SPEAKERS.map(
  (who) => `<The road is shut>, {according to} [${who}].`,
);

export const accordingFirstRows: readonly string[] = SPEAKERS.map(
  (who) => `{According to} [${who}], <the road is shut>.`,
);

/** Whom somebody told. */
export const listenerRows: readonly string[] = SPEAKERS.filter((who) => !who.includes(',')).map(
  (who) => `[The captain] {told} ${who} <that the road was shut>.`,
);
