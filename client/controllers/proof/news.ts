/** What others did to a story, for whoever hears the page: a burst of events is one sentence. */
import type { HistoryItem } from '../../../server/contract/history.ts';
import { counted } from '../../words.ts';
import { quoted } from './readings.ts';

/** What was done to a claim, with its words to follow. What is not listed is no news by itself. */
const DEEDS: Readonly<Record<string, string>> = {
  'claim.marked': 'marked',
  'claim.edited': 'changed',
  'claim.withdrawn': 'withdrew',
  'claim.restored': 'restored',
  'claim.erased': 'erased',
  'verdict.given': 'gave a verdict on',
  'verdict.confirmed': 'confirmed the verdict on',
  'verdict.taken_back': 'took back the verdict on',
  'review.passed': 'passed',
  'review.returned': 'returned',
  'review.taken_back': 'took back the review of',
  'citation.added': 'cited evidence for',
  'citation.edited': 'changed a citation of',
  'citation.withdrawn': 'withdrew a citation of',
  'comment.added': 'commented on',
  'comment.edited': 'changed a comment on',
  'comment.resolved': 'resolved a thread on',
  'comment.reopened': 'reopened a thread on',
};
const STORY_DEEDS: Readonly<Record<string, string>> = {
  'article.edited': 'changed what surrounds the text',
  'article.archived': 'archived the story',
  'article.unarchived': 'took the story out of the archive',
  'article.restored': 'restored the story',
  'article.signed_off': 'signed the story off',
  'article.reopened': 'reopened the story',
};

/**
 * Who did what, in a sentence; null where nobody else did anything that is told.
 *
 * @param wordsOf the words of a claim; null where they are not known
 */
export function newsOf(
  items: readonly HistoryItem[],
  me: string,
  wordsOf: (claimId: string) => string | null,
): string | null {
  const told = items.filter(({ actor, type }) => actor.id !== me && (type in DEEDS || type in STORY_DEEDS));
  const [first] = told;
  if (first === undefined) return null;
  const names = [...new Set(told.map(({ actor }) => actor.name))];
  const claims = new Set(told.flatMap(({ claimId }) => claimId ?? []));
  const deeds = new Set(told.map(({ type }) => type));
  if (deeds.size === 1 && claims.size <= 1 && names.length === 1) return one(first, wordsOf);
  const where = claims.size === 0 ? '' : ` to ${counted(claims.size, 'claim')}`;
  return `${listed(names)} made ${counted(told.length, 'change')}${where}.`;
}

function one({ actor, type, claimId }: HistoryItem, wordsOf: (claimId: string) => string | null): string {
  const deed = STORY_DEEDS[type];
  if (deed !== undefined) return `${actor.name} ${deed}.`;
  const words = claimId === null ? null : wordsOf(claimId);
  return `${actor.name} ${DEEDS[type] ?? 'changed'} ${words === null ? 'a claim' : quoted(words)}.`;
}

/** Two are named; of more, how many there are. */
function listed(names: readonly string[]): string {
  const [first = '', second] = names;
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} others`;
}
