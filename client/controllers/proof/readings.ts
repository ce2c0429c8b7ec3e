/** Claims in few words: for margin notes, lists and what is read aloud. */
import type {
  CasualtyDetails,
  Claim,
  ClaimKind,
  ClaimStatus,
  ReturnReason,
  VerdictValue,
} from '../../../server/contract/claims.ts';
import { KIND_WORDS } from '../../words.ts';

export { KIND_WORDS };

export const KINDS: readonly ClaimKind[] = ['casualty_count', 'attribution', 'source', 'fact'];
/** The letter that stands for a kind, which is also its key. */
export const KIND_LETTERS: Readonly<Record<ClaimKind, string>> = {
  casualty_count: 'C',
  attribution: 'A',
  source: 'S',
  fact: 'F',
};

export const STATUS_WORDS: Readonly<Record<ClaimStatus, string>> = {
  unchecked: 'unchecked',
  checking: 'checking',
  checked: 'checked',
  returned: 'returned',
  passed: 'passed',
  expired: 'expired',
  orphaned: 'not in this text',
  withdrawn: 'withdrawn',
};
export const STATUS_GLYPHS: Readonly<Record<ClaimStatus, string>> = {
  unchecked: '○',
  checking: '◐',
  checked: '●',
  returned: '↩',
  passed: '✔',
  expired: '↻',
  orphaned: '∅',
  withdrawn: '✕',
};
export const VERDICT_WORDS: Readonly<Record<VerdictValue, string>> = {
  accurate: 'accurate',
  inaccurate: 'inaccurate',
  disputed: 'disputed',
  unverifiable: 'unverifiable',
  waived: 'waived',
};
export const RETURN_WORDS: Readonly<Record<ReturnReason, string>> = {
  wrong_source: 'Wrong source',
  not_what_was_said: 'Not what was said',
  source_not_independent: 'Source is not independent',
  evidence_does_not_support: 'Evidence does not support it',
  figure_differs: 'Figure differs',
  needs_second_source: 'Needs a second source',
  other: 'Other',
};

const figure = (value: number) => value.toLocaleString('en');

/** A figure with what bounds it: "≥ 385", "10–15", "> 30"; null where nothing was read. */
export function figureReading({
  low,
  best,
  high,
  modifier,
}: Pick<CasualtyDetails, 'low' | 'best' | 'high' | 'modifier'>): string | null {
  if (modifier === 'more_than' && low !== null && low > 0 && best === null) return `> ${figure(low - 1)}`;
  if (modifier === 'fewer_than' && high !== null && best === null) return `< ${figure(high + 1)}`;
  if (low !== null && high !== null && low !== high) return `${figure(low)}–${figure(high)}`;
  if (best !== null) return modifier === 'about' ? `≈ ${figure(best)}` : figure(best);
  if (low !== null && low === high) return figure(low);
  if (low !== null) return `≥ ${figure(low)}`;
  return high === null ? null : `≤ ${figure(high)}`;
}

function casualtyReading(details: CasualtyDetails, quote: string): string {
  const outcome = details.outcome === 'other' ? (details.victims?.label ?? 'people') : details.outcome;
  const printed = details.modifier === 'vague' && details.wording !== null ? `“${details.wording}”` : null;
  const reading = printed ?? figureReading(details);
  if (reading === null) return shorten(quote);
  return `${reading} ${outcome}`;
}

/** One line about a claim, without its status. */
export function readingOf(claim: Claim): string {
  const { quote } = claim.span;
  switch (claim.kind) {
    case 'casualty_count':
      return casualtyReading(claim.details, quote);
    case 'attribution': {
      const { source, carriedOver, basis } = claim.details;
      const who = source?.quote ?? (basis === 'none' ? 'nobody named' : null);
      if (who === null) return `said: ${shorten(quote)}`;
      return carriedOver ? `${shorten(who)} (carried over)` : shorten(who);
    }
    case 'source': {
      const title = claim.details.titleAsPrinted;
      return title === null || quote.includes(title)
        ? shorten(quote)
        : `${shorten(quote)}, ${shorten(title)}`;
    }
    case 'fact':
      return `${claim.details.about === 'other' ? '' : `${claim.details.about}: `}${shorten(claim.details.value ?? quote)}`;
  }
}

/** The status in one word. A claim with a verdict says which. */
export function statusWord(claim: Pick<Claim, 'status' | 'verdict'>): string {
  if (claim.status === 'checked' && claim.verdict !== null) return VERDICT_WORDS[claim.verdict.verdict];
  return STATUS_WORDS[claim.status];
}

/** For one who hears the page: "Casualty count, ≥ 385 killed, unchecked". */
export function spokenClaim(claim: Claim): string {
  return `${KIND_WORDS[claim.kind]}: ${readingOf(claim)}, ${statusWord(claim)}`;
}

/** A passage on one line and of bounded length. Cut between words, and never within a surrogate pair. */
export function shorten(words: string, length = 40): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : [...cut].slice(0, -1).join('')}…`;
}

/** A passage in quotation marks, without its own: one pair is enough. */
export const quoted = (words: string, length?: number): string =>
  `“${shorten(words.replace(/^[\s“”"«»„]+|[\s“”"«»„]+$/gu, ''), length)}”`;

/** Two letters for a person: "Nadia El Amrani" gives "NA". */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(
    (part) => [...(part ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
}
