/** Which text it was that changed a claim. Pure. */
import type { Claim } from '../../../server/contract/claims.ts';

interface Text {
  readonly number: number;
  readonly createdAt: string;
}

type Told = Pick<Claim, 'status' | 'revision' | 'verdict'>;

/**
 * The number of the text that took a claim's words away, or that ended its verdict; null where neither happened.
 *
 * @param texts in any order
 */
export function textOfChange({ status, revision, verdict }: Told, texts: readonly Text[]): number | null {
  if (status === 'orphaned') return revision + 1;
  const expired = verdict?.expired ?? null;
  if (expired === null || !expired.reasons.includes('text')) return null;
  const before = texts.filter(({ createdAt }) => Date.parse(createdAt) <= Date.parse(expired.at));
  return before.reduce<number | null>((newest, { number }) => Math.max(newest ?? 0, number), null);
}
