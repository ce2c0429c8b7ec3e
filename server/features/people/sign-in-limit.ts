/** How often a password may be tried. */
import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { countOne } from '../../http/rate-limit.ts';

const WINDOW_SECONDS = 15 * 60;
/** One person at one address: room for a forgotten password, none for a list of them. */
const TRIES_PER_PERSON = 10;
/** One address: a whole newsroom may sit behind it. */
const TRIES_PER_ADDRESS = 100;

/** Counted in memory: a restart forgives, and no one's mistyped password is kept anywhere. */
export interface TryLimit {
  /**
   * Count a try, before it is known whether it is right, so that many at once are counted as well.
   *
   * @throws Refusal TOO_OFTEN with the seconds to wait
   */
  take(who: string, address: string): Promise<void>;
  /** The try was right: it does not count, nor do those of this person before it. */
  forgive(who: string, address: string): Promise<void>;
}

export function createTryLimit(): TryLimit {
  const perAddress = new RateLimiterMemory({ points: TRIES_PER_ADDRESS, duration: WINDOW_SECONDS });
  const perPerson = new RateLimiterMemory({ points: TRIES_PER_PERSON, duration: WINDOW_SECONDS });
  const keys = (who: string, address: string) => {
    const network = networkOf(address);
    return { network, person: `${network} ${who}` };
  };
  return {
    async take(who, address) {
      const { network, person } = keys(who, address);
      await countOne(perAddress, network);
      await countOne(perPerson, person);
    },
    async forgive(who, address) {
      const { network, person } = keys(who, address);
      await perAddress.reward(network);
      await perPerson.delete(person);
    },
  };
}

/**
 * What one subscriber is given: an IPv4 address, or the first 64 bits of an IPv6 address, within which anyone can
 * change to another address at will.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.split('%', 1).join('').split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
