/** Pages by their address, for whoever asks: one way for stories and for evidence, and one count of how many. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '../../contract/problem.ts';
import type { StoryFile } from '../../contract/story-files.ts';
import { type Actor, mayDoPerson } from '../../domain/claims/permissions.ts';
import { fileOf } from '../../domain/exchange/in/fetched.ts';
import { countOne } from '../../http/rate-limit.ts';
import type { Services } from '../../services.ts';

/** Pages for one person: room for a running story and its sources, none for a crawler. */
const PAGES = { points: 60, duration: 10 * 60 } as const;

export interface AskedPage extends Omit<StoryFile, 'base64'> {
  readonly bytes: Buffer;
  /** Where it came from, after redirects. */
  readonly url: string;
}

/** @throws Refusal NEEDS_EDITOR, FETCH_OFF, TOO_OFTEN, EMPTY_FILE, FETCH_TYPE, and those of `fetchPage` and `tellFormat` */
export type AskPage = (user: Actor, url: string, signal: AbortSignal) => Promise<AskedPage>;

/** To be made once: it counts who asks for how many. */
export function pageAsking({ fetchPage, tellFormat }: Pick<Services, 'fetchPage' | 'tellFormat'>): AskPage {
  const limiter = new RateLimiterMemory(PAGES);
  return async (user, url, signal) => {
    const decision = mayDoPerson(user, 'fetch_story');
    if (!decision.allowed) throw new Refusal(decision.code);
    if (fetchPage === null) throw new Refusal('FETCH_OFF');
    await countOne(limiter, user.id);
    const fetched = await fetchPage(url.trim(), signal);
    if (!fetched.ok) throw new Refusal(fetched.code, aboutUrl(fetched.detail));
    if (fetched.bytes.length === 0) throw new Refusal('EMPTY_FILE');
    const file = await fileOf(fetched, tellFormat);
    if (file === null) throw new Refusal('FETCH_TYPE', aboutUrl(fetched.contentType));
    return { ...file, url: fetched.url, bytes: fetched.bytes };
  };
}

export const aboutUrl = (message: string | null | undefined) =>
  message == null ? {} : { issues: [{ path: 'url', message }] };
