/** Whether a name or an address is the agency's whose story it is. */
import { foldName } from '../sources/search-text.ts';
import { knownAgency } from '../text/agencies.ts';

const known = (name: string): string => foldName(knownAgency(name) ?? name);

export const isAgency = (agency: string | null, name: string | null): boolean =>
  agency !== null && name !== null && known(agency) === known(name);

/** Addresses that do not begin with the agency's own name. */
const HOSTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ap: ['apnews'],
    anadolu: ['aa'],
    pa: ['pamediagroup'],
    xinhua: ['xinhuanet', 'news.cn'],
  }),
);

/** "www.afp.com" and "factcheck.afp.com" are AFP's, "afp-fans.example" is not. */
export function isAgencyHost(agency: string | null, url: string | null): boolean {
  const host = hostOf(url);
  if (agency === null || host === null) return false;
  const name = known(agency);
  const labels = host.split('.').slice(0, -1);
  return [name.replace(/[^\p{L}\p{N}]/gu, ''), ...(HOSTS.get(name) ?? [])].some((own) =>
    own.includes('.') ? host === own || host.endsWith(`.${own}`) : labels.includes(own),
  );
}

const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null;

/** The same page, whatever stands behind its address. */
export function isSamePage(one: string | null, other: string | null): boolean {
  const [a, b] = [pageOf(one), pageOf(other)];
  return a !== null && a === b;
}

function pageOf(url: string | null): string | null {
  const host = hostOf(url);
  if (url === null || host === null) return null;
  return `${host.replace(/^www\./, '')}${new URL(url).pathname.replace(/\/+$/, '')}`;
}
