/**
 * What a copied web page leaves around a story: navigation, votes, newsletters, buttons.
 *
 * Leaving out a line that belongs to the story loses a claim; keeping one that does not costs a glance. So every
 * rule asks for a shape that no sentence of a story has, and no rule but that for votes and comments takes a line
 * that counts people. The preview shows what was left out, and keeps it on request.
 */
import { readByline } from './byline.ts';
import { isDateAlone, readDateline, readDatelineAlone } from './dateline.ts';
import { endsWithStop, wordsOf } from './wording.ts';

/** Where a rule may be applied: anywhere, only before the story's first paragraph, only after its last, or both ends. */
type Place = 'anywhere' | 'top' | 'bottom' | 'ends';

interface Rule {
  readonly name: string;
  readonly place: Place;
  readonly matches: (line: string) => boolean;
}

/** Furniture is short. UTF-16 code units. */
const MAX_FURNITURE = 300;

/** Lines that are like a pattern from one end to the other. */
function like({ source, flags }: RegExp): (line: string) => boolean {
  const whole = new RegExp(`^(?:${source})$`, flags);
  return (line) => whole.test(line);
}

const SHARE_WORDS = new Set(
  (
    'share shares tweet pin post print email e-mail mail send save copy link facebook twitter x whatsapp messenger ' +
    'pinterest linkedin reddit telegram threads bluesky mastodon instagram flipboard pocket sms bookmark this article ' +
    'story page on to via with by a an in and or the friend click here opens new window options toggle more'
  ).split(' '),
);
const SHARE_VERBS = /^(?:share|tweet|pin|print|e-?mail|send|save|copy|post|bookmark|click)\b/i;

/** Buttons: words of the share row and nothing else. */
function isShareRow(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return (
    words.length > 0 &&
    words.length <= 25 &&
    SHARE_VERBS.test(line.trim()) &&
    words.every((word) => SHARE_WORDS.has(word))
  );
}

/** "Home > World > Middle East": short names between arrows, or beginning with the front page. */
function isBreadcrumb(line: string): boolean {
  const arrows = line.split(/\s*[>»›→]\s*/u);
  const steps = arrows.length > 1 ? arrows : line.split(/\s*[/|]\s*/u);
  if (steps.length < 2 || endsWithStop(line) || !steps.every((step) => step.length <= 60)) return false;
  const home = /^(?:home(?: ?page)?|front page|start|news|world|sections?|accueil|startseite|inicio)$/iu.test(
    steps[0] ?? '',
  );
  const named = steps.slice(0, -1).every((step) => wordsOf(step).length <= 4);
  return named && (home || (arrows.length > 2 && steps.every((step) => wordsOf(step).length <= 4)));
}

/** In order of how often they are met. Each rule's shape is its reason. */
const RULES: readonly Rule[] = [
  {
    // A label of the navigation bar, with or without the path behind it.
    name: 'you are here',
    place: 'anywhere',
    matches: like(/you are here(?::.{0,150}|\s*[>»›|/].{0,150})?/iu),
  },
  // The path to the page; further down the same signs may stand in a story's list.
  { name: 'breadcrumb', place: 'top', matches: isBreadcrumb },
  {
    name: 'skip link',
    place: 'anywhere',
    matches: like(
      /(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|menu|search|footer|article|story)\.?/iu,
    ),
  },
  {
    // One button alone on its line.
    name: 'button',
    place: 'anywhere',
    matches: like(
      /(?:(?:open |close |main |toggle )?(?:menu|navigation|search)|home|log ?in|sign ?in|my account|subscribe|subscriptions?|close|print(?: (?:this )?(?:page|article|story))?|print[- ]friendly(?: version)?|listen(?: to (?:this )?(?:article|story))?|text size|font size|a a a|back to top|to the top|top|contact us|about us|privacy policy|terms (?:of (?:use|service)|and conditions)|sitemap|e-?paper)[.:]?/iu,
    ),
  },
  { name: 'share row', place: 'anywhere', matches: isShareRow },
  {
    // Only readers of a site vote so; "people have voted" may be an election, so that it is not taken.
    name: 'votes',
    place: 'ends',
    matches: like(
      /(?:(?:no|[\d.,]+) (?:users?|readers?|visitors?|members?) (?:have|has) (?:voted|rated|liked|recommended)(?: (?:this|it))?|no votes yet|(?:average|your rating|rating|score)\s*:.{0,60}|(?:rate|vote for|like) this (?:article|story|post|item)|[\d.,]+ votes?|\(?[\d.]+ ?(?:\/|out of) ?(?:5|10)(?: stars?)?\)?|[★☆⭐\s]+)[.:]?/iu,
    ),
  },
  {
    name: 'comments',
    place: 'ends',
    matches: like(
      /(?:(?:[\d.,]+|no) comments?|comments?(?: \(?[\d.,]+\)?| are closed| off| section)?|(?:leave|add|post|write|submit|view|show|read|see|hide)(?: (?:a|an|the|all|new|your|more))* (?:comments?|reply)(?: \(?[\d.,]+\)?)?|be the first to comment|join the (?:conversation|discussion)|log ?in to (?:post )?comments?)[.:]?/iu,
    ),
  },
  {
    name: 'page counter',
    place: 'ends',
    matches: like(
      /(?:[\d.,]+ ?[km]? (?:shares?|views?|likes?|reads?|retweets?|claps?)|\d+[- ]?min(?:ute)?s?(?:[- ]read| read)|(?:estimated )?reading time:? .{0,20}|(?:views|shares|hits|reads): ?[\d.,]+ ?[km]?)\.?/iu,
    ),
  },
  {
    // An order to the reader that ends in an inbox.
    name: 'newsletter',
    place: 'anywhere',
    matches: like(
      /(?:get|receive|have|want|enjoy|start your|join|sign up|subscribe)\b[^“”"]{0,200}\b(?:(?:e-?mailed|delivered|sent|straight|direct(?:ly)?) (?:to|into|in) (?:you|your)\b|(?:in|to|into) your (?:in-?box|e-?mail|mailbox)\b|newsletters?\b)[^“”"]{0,100}/iu,
    ),
  },
  {
    name: 'sign up',
    place: 'anywhere',
    matches: like(
      /(?:sign up|register|subscribe)(?: now| today| here| free| for free| to (?:our|the|read|continue|get|receive)\b| for (?:our|the|free|full|more)\b)[^“”"]{0,150}|enter your e-?mail.{0,80}|your e-?mail(?: address)?:?|newsletters?|already (?:a subscriber|registered|have an account)\?.{0,60}|(?:log|sign) ?in (?:or|to) .{0,80}|to continue reading\b.{0,100}|download (?:our|the) .{0,40}\bapp\b.{0,60}|support our journalism.{0,80}/iu,
    ),
  },
  {
    name: 'advertisement',
    place: 'anywhere',
    matches: like(
      /[([\-–—\s]*(?:advertise?ments?|ads?|advert|sponsored(?: content| post)?|promoted(?: content)?|(?:story|article) continues (?:below|after).{0,60}|(?:continue|keep) reading (?:below|the main story).{0,60}|scroll (?:down )?to continue.{0,40}|report (?:this )?ad|anzeige|publicité|publicidad)[)\]\-–—\s.:]*/iu,
    ),
  },
  {
    name: 'cookies',
    place: 'anywhere',
    matches: like(
      /(?:(?:we|this (?:web ?)?(?:site|page)) uses? cookies\b.{0,250}|by (?:continuing to (?:use|browse)|using) (?:this|our) (?:web ?)?site\b.{0,200}|(?:accept|reject|manage|allow) (?:all )?cookies|cookie (?:settings|preferences|policy|notice))[.]?/iu,
    ),
  },
  {
    // A link to another story: the label alone, or the label, a colon and a title.
    name: 'read more',
    place: 'anywhere',
    matches: like(
      /(?:read (?:more|also|next|the full story)|also read|see (?:also|more)|more (?:on this(?: story)?|news|stories|from .{1,30})|(?:click )?here for more|related(?: (?:stor(?:y|ies)|articles?|news|content|coverage|topics?|links?|posts?))?|recommended(?: (?:for you|stories|reading))?|most (?:read|popular|viewed|shared|commented)|popular now|trending(?: now)?|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|don['’]t miss|up next|(?:next|previous) (?:article|story|post)|editors?['’]?s?['’]? (?:picks?|choice)|what to read next|in pictures|watch|listen|video|photo gallery|view gallery)\s*(?:[.…>»›]*|:.{0,160})/iu,
    ),
  },
  {
    name: 'rights',
    place: 'ends',
    matches: like(
      /(?:©|\(c\)|copyright)\s?.{0,200}|all rights reserved.{0,100}|(?:the |this )?(?:material|content|information)\b.{0,60}\bmay not be (?:published|reproduced|broadcast|copied)\b.{0,150}/iu,
    ),
  },
  {
    name: 'tags',
    place: 'ends',
    matches: like(
      /(?:topics?|tags?|filed under|keywords?|categor(?:y|ies)|sections?|posted in|labels?)\s*:.{0,200}/iu,
    ),
  },
  {
    name: 'follow us',
    place: 'ends',
    matches: like(
      /(?:follow|like|find|join) (?:us|@\w+|.{1,40}) on (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|tiktok|google news|bluesky|threads)\b.{0,80}/iu,
    ),
  },
  {
    name: 'picture controls',
    place: 'anywhere',
    matches: like(
      /(?:(?:click (?:here )?to )?enlarge(?: (?:this )?(?:image|picture|photo))?|(?:toggle|hide|show) caption|image \d+ of \d+|photo \d+ of \d+|\d+ ?(?:\/|of) ?\d+|previous|next|play(?: video)?|pause|mute|loading)[.…]*/iu,
    ),
  },
  // Rules drawn with characters.
  { name: 'ornament', place: 'anywhere', matches: like(/[-–—_=~*•·#+.\s]+/u) },
];

const NUMBER =
  '\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?)\\b';
const PEOPLE =
  '\\b(?:people|persons?|dead|deaths?|died|kill(?:ed|s|ing)?|wounded|injured|hurt|missing|detained|arrested|freed|released|displaced|civilians?|child(?:ren)?|wom[ae]n|m[ae]n|soldiers?|fighters?|rebels?|troops|journalists?|reporters?|prisoners?|hostages?|victims?|bodies|casualties|refugees|survivors?|passengers?|migrants?|toll)\\b';
const COUNTS_PEOPLE = new RegExp(`(?:${NUMBER}).*(?:${PEOPLE})|(?:${PEOPLE}).*(?:${NUMBER})`, 'isu');

/** Whether a line may be left out by its place or shape at all. */
const mayGo = (line: string): boolean => line.length <= MAX_FURNITURE && !COUNTS_PEOPLE.test(line);

/**
 * Name the rule by which each part of a pasted text is furniture; null for what belongs to the story.
 *
 * The story's ends are found first: the top reaches to the first part that reads as a paragraph, the bottom begins
 * after the last one. If nothing were left, nothing is furniture.
 */
export function recogniseFurniture(parts: readonly string[]): (string | null)[] {
  const shapes = parts.map(ruleOf);
  const topEnd = firstParagraph(parts, shapes);
  const bottomStart = afterLastParagraph(parts, shapes);

  const named = shapes.map((rule, index) => {
    if (rule === null) return null;
    const top = index < topEnd;
    const bottom = index >= bottomStart;
    const fits = { anywhere: true, top, bottom, ends: top || bottom }[rule.place];
    return fits ? rule.name : null;
  });
  nameRelatedLinks(parts, named, bottomStart);
  return named.includes(null) ? named : parts.map(() => null);
}

const ruleOf = (line: string): Rule | null =>
  mayGo(line) ? (RULES.find((rule) => rule.matches(line)) ?? null) : null;

function firstParagraph(parts: readonly string[], shapes: readonly (Rule | null)[]): number {
  const index = parts.findIndex(
    (line, at) =>
      shapes[at] === null &&
      (line.length > 200 || readDateline(line) !== null || endsWithStop(line)) &&
      !isSignature(line),
  );
  return index === -1 ? parts.length : index;
}

const isSignature = (line: string): boolean =>
  isDateAlone(line) || readByline(line) !== null || readDatelineAlone(line) !== null;

function afterLastParagraph(parts: readonly string[], shapes: readonly (Rule | null)[]): number {
  let start = parts.length;
  for (let index = parts.length - 1; index >= 0; index--) {
    const line = parts[index] ?? '';
    if (shapes[index] === null && (line.length > 200 || endsWithStop(line) || COUNTS_PEOPLE.test(line)))
      break;
    start = index;
  }
  return start;
}

/** Titles of other stories, which stand under "Related stories" at the end: short, without a stop, counting nobody. */
function nameRelatedLinks(parts: readonly string[], named: (string | null)[], bottomStart: number): void {
  let below = false;
  for (let index = bottomStart; index < parts.length; index++) {
    const line = parts[index] ?? '';
    if (named[index] === 'read more' && !line.includes(':')) below = true;
    else if (below && named[index] === null && !isSignature(line) && mayGo(line) && line.length <= 150)
      named[index] = 'related link';
  }
}
