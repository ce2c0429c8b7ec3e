/** Claims that were handed out and are no longer so. */
import type { Claim } from '../../server/contract/claims.ts';
import { ListRadar, type RadarEntry } from '../../server/contract/radar.ts';
import { claimNow } from './attached.ts';
import { mark, type Story, verify } from './claims.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';
import { asBytes } from './exports.ts';

/** Have a file of a story's claims, whatever their state. */
export async function takeAway(as: Person, story: { id: string }, query = 'status=all'): Promise<Buffer> {
  return (await asBytes(as.get(`/api/exports/claims?articleId=${story.id}&${query}`))).body;
}

export async function radar(as: Person, query = ''): Promise<RadarEntry[]> {
  return answer(ListRadar, await as.get(`/api/radar?limit=50${query}`)).items;
}

/** Mark words and have them verified and handed out; then the verdict becomes another one. */
export async function turned(
  as: Person,
  story: Story,
  quote = '120 passengers',
): Promise<{ claim: Claim; entry: RadarEntry }> {
  const claim = await verify(as, await mark(as, story, quote));
  await takeAway(as, story);
  await verify(as, await claimNow(as, claim), { verdict: 'disputed' });
  const entry = (await radar(as)).find((one) => one.claim.id === claim.id);
  if (entry === undefined) throw new Error('it is not on the radar');
  return { claim, entry };
}
