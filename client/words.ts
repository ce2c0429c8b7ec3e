/** The interface's words for the contract's. */
import type { ArticleStatus, BlockRole, Priority } from '../server/contract/articles.ts';
import type { ClaimKind, ClaimStatus, VerdictValue } from '../server/contract/claims.ts';
import type { Role } from '../server/contract/people.ts';
import type { SourceKind } from '../server/contract/sources.ts';
import type { Scope } from '../server/contract/tokens.ts';

type Words<T extends string> = Readonly<Record<T, string>>;

export const KIND_WORDS: Words<ClaimKind> = {
  casualty_count: 'Casualty count',
  attribution: 'Attribution',
  source: 'Source',
  fact: 'Fact',
};
export const STATUS_WORDS: Words<ClaimStatus> = {
  unchecked: 'Unchecked',
  checking: 'Being checked',
  checked: 'Checked',
  returned: 'Returned',
  passed: 'Passed',
  expired: 'Expired',
  orphaned: 'Words gone',
  withdrawn: 'Withdrawn',
};
export const VERDICT_WORDS: Words<VerdictValue> = {
  accurate: 'Accurate',
  inaccurate: 'Inaccurate',
  disputed: 'Disputed',
  unverifiable: 'Unverifiable',
  waived: 'Waived',
};
export const ARTICLE_STATUS_WORDS: Words<ArticleStatus> = {
  checking: 'Being checked',
  signed_off: 'Signed off',
  archived: 'Archived',
};
export const PRIORITY_WORDS: Words<Priority> = {
  urgent: 'Urgent',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};
export const ROLE_WORDS: Words<Role> = {
  viewer: 'Viewer',
  editor: 'Editor',
  reviewer: 'Reviewer',
  admin: 'Admin',
};
/** What each role may do, for whoever gives it. */
export const ROLE_MEANINGS: Words<Role> = {
  viewer: 'reads',
  editor: 'brings in stories, marks and checks claims',
  reviewer: 'as an editor, and reviews what others checked',
  admin: 'as a reviewer, and gives people access',
};
/** What each scope of a token opens, for whoever makes one. */
export const SCOPE_WORDS: Words<Scope> = {
  read: 'Read whatever you can see',
  export: 'Export lists of claims and corrections',
  stories: 'Bring in stories and newer texts',
  claims: 'Mark claims, with evidence and comments',
  sources: 'Change the source register',
  checks: 'Give verdicts and reviews, sign off',
  webhooks: 'Say which addresses are told what happens (admins)',
};
export const SOURCE_KIND_WORDS: Words<SourceKind> = {
  person: 'Person',
  organisation: 'Organisation',
  official: 'Official',
  media: 'Media',
  document: 'Document',
  video: 'Video',
  social: 'Social media',
  unnamed: 'Unnamed',
};
export const PART_ROLE_WORDS: Words<BlockRole | 'furniture'> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  paragraph: 'Paragraph',
  heading: 'Heading',
  quote: 'Quote',
  caption: 'Caption',
  furniture: 'Left out',
};

/** "1 claim", "2 claims". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** A size in bytes as people read it: "812 bytes", "64 kB", "2.4 MB", of 1,024 each. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 ** 2).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}

/** How much of a list is here: "12 claims"; "50 claims shown, more follow" while there is more to load. */
export const listed = (count: number, more: boolean, one: string, many = `${one}s`): string =>
  more ? `${counted(count, one, many)} shown, more follow` : counted(count, one, many);

const lettersOf = (words: string) => ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** The headlines that more than one story has, whatever their case and punctuation, as `headlineOf` gives them. */
export function repeatedHeadlines(titles: readonly string[]): ReadonlySet<string> {
  const all = titles.map(headlineOf);
  const seen = new Set<string>();
  return new Set(
    all.filter((title) => {
      const again = seen.has(title);
      seen.add(title);
      return again;
    }),
  );
}
export const headlineOf = (title: string): string => lettersOf(title);

/** Who a story is by, and the agency it comes from where the byline does not name that already. */
export function creditsOf({ byline, agency }: { byline: string | null; agency: string | null }): string[] {
  if (byline === null || agency === null) return [byline ?? agency ?? ''].filter((words) => words !== '');
  return lettersOf(byline).includes(lettersOf(agency)) ? [byline] : [byline, agency];
}
