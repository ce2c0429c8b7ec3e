/** What a newer text did to the claims, in a sentence. */
import type { RevisionChanges } from '../../../server/contract/revisions.ts';
import { counted } from '../../words.ts';

export interface Outcome {
  readonly revision: number;
  /** Verdict and review hold, or there was none and the words are the same. */
  readonly kept: number;
  /** Words that carry meaning changed. */
  readonly again: number;
  readonly gone: number;
}

export function outcomeOf({ revision, claims }: RevisionChanges): Outcome {
  const gone = claims.filter(({ change }) => change === 'gone').length;
  const kept = claims.filter(({ change }) => change === 'same' || change === 'moved').length;
  return { revision, kept, again: claims.length - kept - gone, gone };
}

export function outcomeWords({ revision, kept, again, gone }: Outcome): string {
  const stored = `Text ${revision} is stored.`;
  if (kept + again + gone === 0) return `${stored} It had no claims.`;
  return `${stored} ${counted(kept, 'claim')} kept, ${again} to check again, ${gone} whose words are gone.`;
}
