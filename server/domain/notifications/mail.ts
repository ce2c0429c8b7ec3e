/**
 * What an e-mail says. It leaves the newsroom for good, and lies on machines of others: who did what, and where to read
 * it, but never the words of a claim or a comment, and of a restricted story not even the headline.
 */
import { didWords, placeOf } from '../../contract/notification-words.ts';
import type { NotificationReason } from '../../contract/notifications.ts';

/** One thing that it tells, of a story that its reader may see at this moment. */
export interface MailItem {
  readonly reason: NotificationReason;
  readonly count: number;
  /** As history names whoever did it. */
  readonly actor: string;
  readonly story: { readonly id: string; readonly title: string; readonly restricted: boolean };
  readonly claim: { readonly id: string } | null;
  readonly comment: { readonly id: string } | null;
}

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Things that one summary names, and words of a headline in a subject in UTF-16 code units, at most. */
export const MAX_ITEMS = 100;
const MAX_HEADLINE = 120;

/**
 * Text that stays on its line and in its direction: what ends lines, or turns the words after it round, is a blank. Names
 * and headlines come from people.
 */
export const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

const cut = (text: string): string =>
  text.length <= MAX_HEADLINE ? text : `${text.slice(0, MAX_HEADLINE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

const headlineOf = ({ story }: MailItem): string | null => (story.restricted ? null : plain(story.title));
const did = (item: MailItem): string => `${plain(item.actor)} ${didWords(item)}`;

/** Of one thing, as soon as it happened. */
export function mailAtOnce(publicUrl: string, item: MailItem): MailWords {
  const headline = headlineOf(item);
  const where = headline === null ? 'a restricted story' : cut(headline);
  return lettered(publicUrl, [item], { subject: `${did(item)}: ${where}`, first: null });
}

/** Of what is left to read of a day. */
export function mailOfDay(publicUrl: string, items: readonly MailItem[]): MailWords {
  const many = items.length === 1 ? 'One thing' : `${items.length} things`;
  const first = `${many} that you have not read yet:`;
  return lettered(publicUrl, items, { subject: `Claimdesk: ${many.toLowerCase()} to read`, first });
}

function lettered(
  publicUrl: string,
  items: readonly MailItem[],
  { subject, first }: { readonly subject: string; readonly first: string | null },
): MailWords {
  const shown = items.slice(0, MAX_ITEMS);
  const more = items.length - shown.length;
  const all = `${publicUrl}/notifications`;
  const settings = `${publicUrl}/settings/notifications`;
  const rest = more === 0 ? null : `And ${more} more: `;
  const text = [
    ...(first === null ? [] : [first]),
    ...shown.map(
      (item) => `${did(item)}\n${headlineOf(item) ?? 'A restricted story'}\n${publicUrl}${placeOf(item)}`,
    ),
    ...(rest === null ? [] : [`${rest}${all}`]),
    `--\nHow you are told: ${settings}`,
  ];
  const html = [
    ...(first === null ? [] : [`<p>${escaped(first)}</p>`]),
    ...shown.map(
      (item) =>
        `<p><bdi>${escaped(plain(item.actor))}</bdi> ${escaped(didWords(item))}<br>` +
        `<a href="${escaped(publicUrl + placeOf(item))}"><bdi>${escaped(headlineOf(item) ?? 'A restricted story')}</bdi></a></p>`,
    ),
    ...(rest === null ? [] : [`<p>${rest}<a href="${escaped(all)}">all of them</a></p>`]),
    `<p><small><a href="${escaped(settings)}">How you are told</a></small></p>`,
  ];
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>\n${html.join('\n')}\n</body></html>\n`,
  };
}
