/** Words of a newsroom's English that tell the audit something. Each list becomes one pattern of whole words. */

/** One alternative to a line; a trailing `*` stands for the rest of a word. */
const pattern = (lines: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${lines
      .trim()
      .split(/\s*\n\s*|\s*\|\s*/)
      .map((phrase) => phrase.replaceAll('*', '\\p{L}*').replaceAll(' ', '\\s+'))
      .join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );

/**
 * Words that charge somebody with a wrong. Deaths, fights and arrests alone are none: these are counted, and reported.
 * Neither are "fraud", "corruption" and "terrorism", which are subjects of stories more often than charges.
 */
export const ACCUSING = pattern(`
  massacre | massacres | massacred | massacring | slaughter*
  tortur* | rape | rapes | raped | raping | atrocity | atrocities | genocid* | ethnic cleansing
  war crime | war crimes | crime against humanity | crimes against humanity
  execution-style | summarily executed | murder | murders | murdered | murdering | beheaded | beheading
  corrupt | bribe* | embezzl* | defraud* | fraudulent* | extort* | laundered | laundering | loot* | stole | stolen
  kidnap* | abduct* | enslav* | trafficked | smuggl* | abused | abusing | harass* | molest* | persecut*
  lied | lying to | cover-up | covered up | covering up | falsif* | rigged | rigging | plagiari*
  spied on | sabotag* | poisoned | complicit* | collu* | conspir* | illegally | unlawfully | negligen*
  racist | antisemit* | used civilians as | human shields | collective punishment`);

/** Before a claim they make a charge of it; within one they stand with whoever brings it. */
export const CHARGING = pattern('accus* | blame | blames | blamed | blaming');

/** Words by which something is passed on that nobody says. */
export const HEARSAY = pattern(`
  reportedly | allegedly | supposedly | purportedly | rumoured | rumored
  (?:is|are|was|were|be|been|being|widely) (?:said|believed|thought|understood|reported|alleged|rumoured|rumored|feared) to
  said to (?:be|have) | believed to (?:be|have) | thought to (?:be|have) | understood to (?:be|have) | reported to (?:be|have)
  feared (?:dead|killed|drowned|trapped|lost)
  (?:is|are|was|were|be|been|being) (?:widely )?accused of
  it (?:is|was|has been) (?:said|claimed|alleged|reported|rumoured|rumored|believed|thought)
  unconfirmed reports | according to (?:unconfirmed )?(?:reports|rumours|rumors)
  reports (?:say|said|suggest|suggested|emerged) | claims (?:emerged|emerge|have emerged) | rumours | rumors`);

/** Cues by which somebody says that something is not so. */
export const DENYING = pattern(`
  den(?:y|ies|ied|ying) | reject* | refut* | disput* | contest* | contradict* | dismiss* | rebut* | disown* | challeng*`);

/** Words that stand for a source named before. */
const PRONOUNS: ReadonlySet<string> = new Set(
  'he she it they we i who which this that these those his her its their him them'.split(' '),
);
export const isPronoun = (words: string): boolean => PRONOUNS.has(words.trim().toLowerCase());

/** Without these a rank is another one: "minister" and "deputy minister". */
export const RANKS: ReadonlySet<string> = new Set(
  'deputy vice former ex acting interim assistant junior outgoing incoming'.split(' '),
);

/** "the minister", "the group": words that stand for what was named before. */
export const standsForOther = (words: string): boolean =>
  isPronoun(words) ||
  /^(?:the|this|that|his|her|its|their)\s+[\p{Ll}-]+$/u.test(words.trim().replace(/^The\b/u, 'the'));

const NAMELESS =
  /^(?:(?:an?|one|another|some|several|many|two|three|other|the|these|those)\s+)?(?:[\p{L}.’'-]+\s+){0,4}?(?:sources?|officials?|diplomats?|insiders?|aides?|(?:eye)?witness(?:es)?)(?:$|[\s,])/iu;

/** "A security source", "Western diplomats": somebody who is described and not named. No name is within. */
export const isNameless = (words: string): boolean => {
  const [head = ''] = words.trim().split(/,|\s(?:who|close|familiar|in|at|from|with|on|near|briefed)\b/u);
  if (/\sand\s/u.test(head)) return false;
  return NAMELESS.test(head) && !/\p{Lu}[\p{L}’'-]+\s+\p{Lu}[\p{L}’'-]+/u.test(head.replace(/^\S+\s/u, ''));
};
