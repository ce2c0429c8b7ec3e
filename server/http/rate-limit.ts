/** How often something may be done: counted in memory, so that a restart forgives. */
import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../contract/problem.ts';

/**
 * Count one more for a key.
 *
 * @throws Refusal TOO_OFTEN with the seconds to wait
 */
export async function countOne(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('TOO_OFTEN', { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
  }
}
