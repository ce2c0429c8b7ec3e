/** The day of a story, which tells what its "Tuesday" means. */
import { readDateline } from '../text/dateline.ts';
import { findDates, publishedAt as publishedOf } from '../text/dates.ts';
import type { Passage } from './model.ts';

/** Lines that may print it stand above the story. */
const ABOVE: ReadonlySet<string> = new Set(['byline', 'dateline']);

/** As it is kept with the story, or else as its byline or dateline prints it with a year: ISO 8601; null for neither. */
export function storyDay({ text, blocks, publishedAt }: Passage): string | null {
  if (publishedAt !== null) return publishedAt;
  const lead = blocks.find(({ role }) => role === 'paragraph');
  const filed = lead === undefined ? null : readDateline(text.slice(lead.start, lead.end))?.dateline;
  const lines = blocks.filter(({ role }) => ABOVE.has(role)).map(({ start, end }) => text.slice(start, end));
  return publishedOf([...lines, filed ?? ''].flatMap(findDates));
}
