/** The bin in words. */
import type { BinItem, BinKind } from '../../server/contract/bin.ts';

export const BIN_KIND_WORDS: Readonly<Record<BinKind, string>> = {
  story: 'Story',
  claim: 'Claim',
  evidence: 'Evidence',
  citation: 'Citation',
  comment: 'Comment',
};

/** What it is known by, in so many words that a line holds them: for buttons and what is spoken. */
export function nameOfBinned({ kind, words }: Pick<BinItem, 'kind' | 'words'>): string {
  if (words === '') return `${BIN_KIND_WORDS[kind].toLowerCase()} of someone else`;
  return words.length > LONG ? `${words.slice(0, LONG).trimEnd()}…` : words;
}

/** UTF-16 code units. */
const LONG = 80;

/** Where it stood, for who wants to look: nothing of a story that is not there. */
export function addressOfBinned({ kind, article, claimId }: BinItem): string {
  const story = `/stories/${article.id}`;
  return kind === 'story' || claimId === null ? story : `${story}#claim=${claimId}`;
}
