/** What a file that leaves the desk is called. */

/** Longest name of a story in a file's name, in code points. */
const LONGEST = 60;

/** A title in lower case, its words joined by hyphens; empty where it has no letter and no digit. */
function slugOf(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = [...words.join('-')];
  if (slug.length <= LONGEST) return slug.join('');
  const cut = slug.slice(0, LONGEST + 1).join('');
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : slug.slice(0, LONGEST).join('');
}

/**
 * The name of an export.
 *
 * @param title of the story whose claims it holds; null for those of many
 * @param day ISO 8601
 */
export const exportFileName = (
  title: string | null,
  day: string,
  format: string,
  list: 'claims' | 'corrections' | 'story' | 'import' = 'claims',
): string => {
  const of = title === null ? 'desk' : slugOf(title) || 'story';
  return `claimdesk-${list === 'claims' ? '' : `${list}-`}${of}-${day}.${format}`;
};

/**
 * A `Content-Disposition` that has the browser keep a file under this name.
 *
 * RFC 6266: readers that know no `filename*` (RFC 8187) take `filename`, which is ASCII: accents are left off, and
 * letters of other scripts left out.
 *
 * @param name of letters, digits, hyphens and full stops, which need no escape between quotation marks
 */
export function attachmentNamed(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^ -~]/gu, '')
    .replace(/-{2,}/g, '-');
  const plain = `attachment; filename="${ascii}"`;
  return ascii === name ? plain : `${plain}; filename*=UTF-8''${encodeURIComponent(name)}`;
}
