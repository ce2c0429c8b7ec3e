/** Parts that stand in one row of words: "8 men and 4 women". */
import { type Count, type CountClaim, grow } from '../model.ts';
import type { Part } from './parts.ts';
import { victimClass } from './victims.ts';

export interface PartList {
  /** In the order of the text; nobody is in two of them. */
  readonly members: readonly Part[];
  /** It follows its whole at once and says that nobody is left out: "12 people: 8 men and 4 women". */
  readonly coversAll: boolean;
}

/**
 * Rows of parts that are linked to a count of their own sentence, with nothing between them but "and" or a comma.
 *
 * A row in which kinds of people are mixed ("civilians and children") may have people in two of its members, and is
 * none.
 *
 * @param parts of one fact, in the order of the text
 */
export function listsOf(parts: readonly Part[]): PartList[] {
  const byWhole = new Map<Count, Part[]>();
  for (const one of parts) {
    const { part, whole } = one;
    if (
      whole.claim.id === part.details.partOf &&
      whole.claim.sentence === part.claim.sentence &&
      !whole.isAddition
    )
      grow(byWhole, whole, one);
  }
  return [...byWhole].flatMap(([whole, members]) =>
    rowsOf(members)
      .filter((row) => row.length > 1 && isOfOneKind(row))
      .map((row) => ({ members: row, coversAll: coversAll(whole, row) })),
  );
}

/** @param members in the order of the text */
function rowsOf(members: readonly Part[]): Part[][] {
  const rows: Part[][] = [];
  for (const member of members) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (
      row !== undefined &&
      last !== undefined &&
      JOINS.test(between(last.part.claim, member.part.claim) ?? '0')
    )
      row.push(member);
    else rows.push([member]);
  }
  return rows;
}

/** At most a noun, then a comma or "and": no other figure, nobody who is not counted. */
const JOINS =
  /^(?:\s+(?!an?\b|one\b|the\b|and\b|or\b)[\p{L}’'-]+){0,3}(?:\s*,|\s*;|\s+and|\s*,\s*and|\s+&)\s+$/iu;

/** Nobody can be in two of them, as far as their kinds tell; no outcome is mixed either. */
function isOfOneKind(parts: readonly Part[]): boolean {
  const row = parts.map(({ part }) => part);
  const classes = row.map(({ details }) => victimClass(details.victims));
  const known = classes.filter((one) => one !== null);
  const kinds = new Set(known.map(([kind]) => kind));
  const names = new Set(known.map(([, name]) => name));
  const labels = new Set(row.map(({ details }) => details.victims?.label?.toLowerCase() ?? ''));
  const outcomes = new Set(row.map(({ details }) => details.outcome));
  return (
    kinds.size <= 1 &&
    names.size === known.length &&
    labels.size === row.length &&
    outcomes.size === 1 &&
    !row.some(({ details }) => details.victims === null || details.victims.category === 'prisoner')
  );
}

function coversAll(of: Count, parts: readonly Part[]): boolean {
  const row = parts.map(({ part }) => part);
  const [first, last] = [row[0], row.at(-1)];
  const before = row.at(-2);
  if (first === undefined || last === undefined || before === undefined) return false;
  if (![of, ...row].every(({ bounds, details }) => bounds.exact && details.outcome === of.details.outcome))
    return false;
  const lead = between(figureOf(of.claim), first.claim);
  const tail = last.claim.sentenceText.slice(last.claim.span.end - last.claim.sentenceStart);
  return (
    lead !== null &&
    LEADS.test(lead) &&
    !LEAVES_OUT.test(lead) &&
    /\band\s+$|&\s+$/iu.test(between(before.claim, last.claim) ?? '') &&
    !GOES_ON.test(tail)
  );
}

/** " people, ", " people were killed in the market: ", " people (", " people, made up of ". */
const LEADS =
  /^[^,;:()–—]*(?:[,:(–—]\s*|\s-\s)(?:(?:made up of|comprising|consisting of|namely)\s+)?$|^[^,;:()–—\d]*\b(?:made up of|comprising|consisting of)\s+$/iu;
const LEAVES_OUT =
  /\b(?:includ\w*|among|of (?:whom|which|them|these|those)|such as|at least|mostly|most|some)\b/iu;
/** Someone else follows who is not marked: "8 men, 4 women and a child". */
const GOES_ON =
  /^(?:\s+[\p{L}’'-]+){0,2}\s*(?:,\s*)?(?:and|as well as|plus)\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d|others?|many|several|some)\b/iu;

/** Where the figure of a count ends that may be marked with more than that. */
function figureOf(claim: CountClaim): CountClaim {
  const { span, details } = claim;
  const at = details.wording === null ? -1 : span.quote.indexOf(details.wording);
  if (at === -1 || details.wording === null) return claim;
  const quote = span.quote.slice(0, at + details.wording.length);
  return { ...claim, span: { start: span.start, end: span.start + quote.length, quote } };
}

/** The words between two claims of one sentence; null where the second does not stand behind the first. */
function between(first: CountClaim, second: CountClaim): string | null {
  const [from, to] = [first.span.end - first.sentenceStart, second.span.start - first.sentenceStart];
  return from <= to && from >= 0 ? first.sentenceText.slice(from, to) : null;
}
