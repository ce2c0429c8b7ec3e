/** The smallest pieces of a proof. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML that shows that text, between tags and in quoted attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Without hyphens, at which a narrow column would break it. */
const day = (time: string): string =>
  `${Number(time.slice(8, 10))} ${MONTHS[Number(time.slice(5, 7)) - 1] ?? ''} ${time.slice(0, 4)}`;

/** An instant as a newsroom in any zone reads it: "2 Mar 2026, 09:05 UTC". */
export const when = (time: string): string => `${day(time)}, ${time.slice(11, 16)} UTC`;

/** When a story was published: a byline that names a day and no hour is kept as that day's midnight in UTC. */
export const published = (time: string): string =>
  Date.parse(time) % 86_400_000 === 0 ? day(time) : when(time);

/** A link where the address is one that a browser only shows; else the words alone. */
export const linked = (address: string): string =>
  /^https?:\/\//i.test(address)
    ? `<a href="${escaped(address)}" rel="noreferrer noopener">${escaped(address)}</a>`
    : escaped(address);
