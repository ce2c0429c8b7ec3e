/** What each part of a story is: headline, byline, paragraph and the rest. */
import type { BlockRole } from '../../contract/articles.ts';
import { readByline, readLooseByline } from './byline.ts';
import { isDateAlone, readDateline, readDatelineAlone } from './dateline.ts';
import { endsWithStop, isCapitals, wordsOf } from './wording.ts';

/** A headline, heading or standfirst is at most this long, in UTF-16 code units. */
const MAX_HEADLINE = 200;
const MAX_HEADING = 80;
const MAX_STANDFIRST = 400;
/** A story's head is over after this many parts. */
const MAX_HEAD = 12;

/**
 * Say what each part of a story is. `parts` are the parts that are not furniture, in order.
 *
 * The head is read from the top until the first paragraph; below it only captions, headings and a signature at
 * the end stand out. A `quote` (one set apart from the story) is never guessed: most quotes are paragraphs.
 */
export function assignRoles(parts: readonly string[]): BlockRole[] {
  const head = readHead(parts);
  return parts.map((line, index) => head[index] ?? bodyRole(parts, line, index));
}

function readHead(parts: readonly string[]): BlockRole[] {
  const roles: BlockRole[] = [];
  for (const [index, line] of parts.slice(0, MAX_HEAD).entries()) {
    const role = headRole(parts, line, index, roles.includes('headline'));
    if (role === null) break;
    roles.push(role);
  }
  return roles;
}

/** The order of these questions matters: a certain byline is one even where a headline is still awaited. */
function headRole(
  parts: readonly string[],
  line: string,
  index: number,
  hasHeadline: boolean,
): BlockRole | null {
  if (parts.length === 1) return null;
  if (readByline(line) !== null) return 'byline';
  if (isDateAlone(line) || readDatelineAlone(line) !== null) return 'dateline';
  if (isCaption(line)) return 'caption';
  if (!hasHeadline) {
    if (isKicker(line, parts[index + 1])) return 'heading';
    return isHeadline(line, parts[index + 1]) ? 'headline' : null;
  }
  if (readLooseByline(line) !== null) return 'byline';
  return isStandfirst(parts, line, index) ? 'standfirst' : null;
}

const isSignature = (line: string | undefined): boolean =>
  line !== undefined &&
  (readByline(line) !== null ||
    readLooseByline(line) !== null ||
    isDateAlone(line) ||
    readDatelineAlone(line) !== null);

/** Headlines have no stop at their end, unless the byline or dateline below shows that it is one. */
const isHeadline = (line: string, next: string | undefined): boolean =>
  line.length <= MAX_HEADLINE &&
  next !== undefined &&
  readDateline(line) === null &&
  (!endsWithStop(line) || /[?)]$/u.test(line) || isSignature(next) || readDateline(next) !== null);

/** "SYRIA CRISIS" above the headline. */
const isKicker = (line: string, next: string | undefined): boolean =>
  next !== undefined &&
  isCapitals(line) &&
  wordsOf(line).length <= 4 &&
  !isCapitals(next) &&
  wordsOf(next).length >= 4 &&
  !endsWithStop(next) &&
  isHeadline(next, line);

/** Between headline and byline, or between headline and the paragraph with the dateline. */
function isStandfirst(parts: readonly string[], line: string, index: number): boolean {
  if (line.length > MAX_STANDFIRST || readDateline(line) !== null) return false;
  const following = parts.slice(index + 1, index + 4);
  // A signature as the last part of all stands below a story, not above it.
  const end = following.findIndex(
    (part, at) => readDateline(part) !== null || (isSignature(part) && index + at + 2 < parts.length),
  );
  return end !== -1 && following.slice(0, end).every((part) => part.length <= MAX_STANDFIRST);
}

function bodyRole(parts: readonly string[], line: string, index: number): BlockRole {
  if (isCaption(line)) return 'caption';
  const edge = index < MAX_HEAD || index === parts.length - 1;
  if (edge && parts.length > 1 && readByline(line) !== null) return 'byline';
  return isHeading(line, parts[index - 1], parts[index + 1]) ? 'heading' : 'paragraph';
}

const CAPTION =
  /^(?:(?:file )?(?:photo(?:graph)?|image|picture|caption|illustration|graphic|map)(?: credit| by)?\s*[:/]\s*\S|[([](?:file )?(?:photo|image|picture)\b[^)\]]*[)\]]$)|[([][^()[\]]{0,60}\b(?:photo|image|picture|getty)\b[^()[\]]{0,60}[)\]]\.?$/iu;

/** A picture's words, known by the credit that they begin or end with. */
const isCaption = (line: string): boolean => line.length <= 600 && CAPTION.test(line);

/** A short line without a stop between paragraphs. */
function isHeading(line: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined || line.length > MAX_HEADING) return false;
  const shaped = /^["'“‘¿¡]?[\p{Lu}\p{Lo}\p{N}]/u.test(line) && wordsOf(line).length <= 12;
  const open = /[.,:;…!”"»]$/u.test(line);
  return shaped && !open && isProse(before) && isProse(after);
}

const isProse = (line: string): boolean => line.length > MAX_HEADING || endsWithStop(line);
