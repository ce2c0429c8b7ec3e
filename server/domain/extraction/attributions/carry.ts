/** Quotes that go on: over several sentences, behind their cue, and into the next paragraphs. */
import type { Range } from '../../../contract/common.ts';
import type { Passage } from '../model.ts';
import { type Placed, placeOf } from './found.ts';
import { type Quotation, quotationAt } from './quotations.ts';

/** The pieces that one quote may be broken into. */
const MOST_PIECES = 20;

/**
 * Follow what is quoted to its end.
 *
 * A quotation belongs to what is said as a whole, in whatever sentences it stands. One that follows right behind the
 * sentence of its cue belongs to it too: "“…,” he said. “…”". A paragraph whose quotation no mark closes goes on in the
 * next. A paragraph of nothing but a quotation, with no cue, has the source of the quote before it: carried over.
 */
export function goOn(passage: Passage, quotations: readonly Quotation[], found: readonly Placed[]): Placed[] {
  const carrier = new Carrier(passage, quotations);
  const widened = found.map((one) => ({
    ...one,
    content: one.content.map((part) => widen(quotations, part)),
  }));
  for (const one of widened) carrier.claim(one);
  const followed = widened.map((one) => carrier.follow(one)).filter(({ content }) => content.length > 0);
  return carrier.carryOver(followed);
}

function widen(quotations: readonly Quotation[], part: Range): Range {
  const first = quotationAt(quotations, part.start);
  const last = quotationAt(quotations, part.end - 1);
  return {
    start: first === null ? part.start : Math.min(part.start, first.start),
    end: last === null ? part.end : Math.max(part.end, last.end),
  };
}

class Carrier {
  readonly #passage: Passage;
  readonly #quotations: readonly Quotation[];
  /** Quotations that somebody is known to say, or that hold a cue of their own. */
  readonly #claimed = new Set<Quotation>();
  /** Blocks that are one quotation from their first to their last letter, by number. */
  readonly #whole = new Map<number, Quotation>();

  constructor(passage: Passage, quotations: readonly Quotation[]) {
    this.#passage = passage;
    this.#quotations = quotations;
    passage.blocks.forEach((block, number) => {
      const one = quotationAt(quotations, block.start);
      const rest = one === null ? '' : passage.text.slice(one.end, block.end);
      if (one !== null && one.start === block.start && !/[\p{L}\p{N}]/u.test(rest))
        this.#whole.set(number, one);
    });
  }

  claim({ cue, content }: Placed): void {
    const parts = cue === null ? content : [cue, ...content];
    for (const part of parts)
      for (const at of [part.start, part.end - 1]) {
        const one = quotationAt(this.#quotations, at);
        if (one !== null) this.#claimed.add(one);
      }
  }

  follow(found: Placed): Placed {
    const sentence = this.#passage.sentences[found.sentence];
    if (sentence === undefined || !/quote/u.test(found.rule)) return found;
    const content = [...found.content];
    if (content.length === 0) return { ...found, content: this.#paragraphs(sentence.block + 1) };
    const next = this.#rightBehind(Math.max(sentence.end, ...content.map(({ end }) => end)));
    const block = this.#passage.blocks[sentence.block];
    if (next !== null && block !== undefined && next.end <= block.end) content.push(this.#take(next));
    const last = quotationAt(this.#quotations, (content.at(-1)?.end ?? 0) - 1);
    if (last?.open === true) content.push(...this.#paragraphs(sentence.block + 1));
    return { ...found, content: content.slice(0, MOST_PIECES) };
  }

  #take(quotation: Quotation): Range {
    this.#claimed.add(quotation);
    return { start: quotation.start, end: quotation.end };
  }

  #rightBehind(end: number): Quotation | null {
    const gap = this.#passage.text.slice(end, end + 8);
    const at = end + (gap.length - gap.trimStart().length);
    const next = quotationAt(this.#quotations, at);
    return next !== null && next.start === at && !this.#claimed.has(next) ? next : null;
  }

  /** Whole quoted paragraphs from a block on, each but the last left open. */
  #paragraphs(from: number): Range[] {
    const ranges: Range[] = [];
    for (let number = from; ranges.length < MOST_PIECES; number++) {
      const one = this.#whole.get(number);
      if (one === undefined || this.#claimed.has(one)) break;
      ranges.push(this.#take(one));
      if (!one.open) break;
    }
    return ranges;
  }

  /** New attributions for whole quoted paragraphs right behind a quote. */
  carryOver(found: readonly Placed[]): Placed[] {
    const carried: Placed[] = [];
    for (const one of found) {
      if (one.source === null || !one.isSpeech) continue;
      const sentence = this.#passage.sentences[one.sentence];
      if (sentence === undefined) continue;
      for (let number = sentence.block + 1; ; number++) {
        const content = this.#paragraphs(number);
        if (content.length === 0) break;
        carried.push({ ...one, rule: 'carried-over', cue: null, content, listener: null, carriedOver: true });
        number += content.length - 1;
      }
    }
    return [...found, ...carried].sort((a, b) => placeOf(a) - placeOf(b));
  }
}
