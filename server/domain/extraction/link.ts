/** Proposals in the order of the text, with who says what, and no fact twice. */
import { Span } from '../../contract/common.ts';
import type { Stretch } from '../text/wording.ts';
import type { Proposal } from './model.ts';

/**
 * Put proposals in order and give each one that stands inside what an attribution says that attribution.
 *
 * Of nested attributions the narrowest: it is the one whose words they are. An attribution has none itself. Facts that a
 * casualty count has said are left out, names that a source has too, and so is what no claim could hold: words that go on for pages, or broken
 * characters.
 */
export function linkProposals(proposals: readonly Proposal[]): Proposal[] {
  const ordered = withoutRepeated(proposals.filter(canBeClaim)).sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.key < b.key ? -1 : 1),
  );
  const sayerOf = sayerFinder(ordered);
  return ordered.map((proposal) => {
    if (proposal.kind === 'attribution') return proposal;
    const sayer = sayerOf(proposal.span);
    return { ...proposal, attributedBy: sayer === null ? [] : [sayer] };
  });
}

const canBeClaim = (proposal: Proposal): boolean =>
  spansOf(proposal).every((span) => Span.safeParse(span).success);

/** Every span of a proposal, its own first. */
function spansOf(proposal: Proposal): Span[] {
  if (proposal.kind !== 'attribution') return [proposal.span];
  const { source, cue, content, via } = proposal.details;
  return [proposal.span, source, cue, ...content, ...via.map(({ span }) => span)].filter(
    (span) => span !== null,
  );
}

/** The proposals without the facts that share words with a casualty count, and the names that do with a source. */
function withoutRepeated(proposals: readonly Proposal[]): Proposal[] {
  const spans = (kind: Proposal['kind']) =>
    union(proposals.flatMap((proposal) => (proposal.kind === kind ? [proposal.span] : [])));
  const [counted, sources] = [spans('casualty_count'), spans('source')];
  return proposals.filter(
    (proposal) =>
      proposal.kind !== 'fact' ||
      !(
        touches(counted, proposal.span) ||
        (proposal.details.about === 'name' && touches(sources, proposal.span))
      ),
  );
}

/** Stretches without overlap, rising, that hold the same places. */
function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || stretch.start > last.end) joined.push(stretch);
    else if (stretch.end > last.end) joined[joined.length - 1] = { start: last.start, end: stretch.end };
  }
  return joined;
}

/** Whether a stretch shares a character with one of several that do not overlap and rise. */
function touches(stretches: readonly Stretch[], { start, end }: Stretch): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const first = stretches[low];
  return first !== undefined && first.start < end;
}

/** What an attribution says, or one piece of it. */
interface Content extends Stretch {
  readonly key: string;
  /** The length of the whole attribution's span. */
  readonly width: number;
  /** Its place in the order of the text: of two as narrow the later counts. */
  readonly order: number;
}

/**
 * Tells which attribution says a stretch: the narrowest with a piece of content around it. Stretches must come in the
 * order of the text.
 *
 * Contents that have begun are kept by where they end, so that a story of many nested attributions takes no longer
 * than its length times its logarithm.
 */
function sayerFinder(ordered: readonly Proposal[]): (stretch: Stretch) => string | null {
  const contents = ordered
    .flatMap((proposal, order) => contentsOf(proposal, order))
    .sort((a, b) => a.start - b.start);
  const ends = [...new Set(contents.map(({ end }) => end))].sort((a, b) => b - a);
  const begun = new NarrowestByEnd(ends);
  let next = 0;
  return ({ start, end }) => {
    for (
      let content = contents[next];
      content !== undefined && content.start <= start;
      content = contents[++next]
    )
      begun.add(content);
    return begun.from(end)?.key ?? null;
  };
}

const contentsOf = (proposal: Proposal, order: number): Content[] =>
  proposal.kind === 'attribution'
    ? proposal.details.content.map(({ start, end }) => ({
        start,
        end,
        key: proposal.key,
        width: proposal.span.end - proposal.span.start,
        order,
      }))
    : [];

/** A Fenwick tree over the ends of contents, highest end first: the narrowest among all that end at a place or behind it. */
class NarrowestByEnd {
  readonly #ends: readonly number[];
  readonly #best: (Content | undefined)[];

  constructor(falling: readonly number[]) {
    this.#ends = falling;
    this.#best = Array.from({ length: falling.length + 1 });
  }

  add(content: Content): void {
    for (let at = this.#countFrom(content.end); at < this.#best.length; at += at & -at)
      this.#best[at] = narrower(this.#best[at], content);
  }

  from(end: number): Content | undefined {
    let best: Content | undefined;
    for (let at = this.#countFrom(end); at > 0; at -= at & -at) best = narrower(best, this.#best[at]);
    return best;
  }

  /** How many ends lie at a place or behind it. */
  #countFrom(end: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ends[middle] ?? 0) >= end) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function narrower(a: Content | undefined, b: Content | undefined): Content | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.width < b.width || (a.width === b.width && a.order > b.order) ? a : b;
}
