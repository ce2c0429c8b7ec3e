/** Which parts of a story are on the screen or soon will be, and when they move. */
import type { Range as TextRange } from '../../server/contract/common.ts';
import { NearElements } from './near-elements.ts';
import type { Part, TextMap } from './text-map.ts';

/** Milliseconds between two tellings: what comes near is still off the screen by then. */
const PAUSE = 150;
/** So many parts that came near in one pause are more than anybody reads: what stands beside them waits until it is quieter. */
const FLING = 3;
/** So many parts are near until the browser has told: a story is opened at its beginning. */
const FIRST = 2;
/** So many parts before and after those that are near are painted with them, so that few frames of a scroll paint any. */
const AHEAD = 3;
/** So many painted parts more than are near are too many, as after printing. */
const SPARE = 4 * AHEAD;

/** What is called. */
export interface Nearness {
  /** Parts came near that are not painted. Called at once: they are painted before they are seen. */
  readonly came: () => void;
  /**
   * Blocks came near, left, or changed in size. Not called at every frame of a scroll: measuring is what makes scrolling
   * dear.
   */
  readonly moved: () => void;
}

/**
 * Watches the parts of a story.
 *
 * Parts far away are not laid out (`content-visibility`), so measuring them is dear and their places are guesses. For
 * printing all of them are painted.
 */
export class NearBlocks {
  private readonly near: NearElements;
  private readonly sizes: ResizeObserver;
  private blocks = new Set<number>();
  private painted: readonly Part[] = [];
  private timer = 0;
  private told = 0;
  private came = 0;

  constructor(
    private readonly map: TextMap,
    container: Element,
    private readonly nearness: Nearness,
  ) {
    this.near = new NearElements((elements) => this.onNear(elements));
    this.sizes = new ResizeObserver(() => this.tell());
    this.sizes.observe(container);
    map.parts.forEach(({ element }, index) => {
      this.near.add(element, index < FIRST);
      if (index < FIRST) this.sizes.observe(element);
    });
    this.painted = this.nearParts;
    this.noteBlocks();
  }

  /** Is a block near? */
  has(block: number): boolean {
    return this.blocks.has(block);
  }

  /** What has to be painted, in UTF-16 code units of the revision: the near parts, and some around them. */
  get stretches(): readonly TextRange[] {
    return this.painted;
  }

  disconnect(): void {
    this.near.clear();
    this.sizes.disconnect();
    clearTimeout(this.timer);
  }

  private onNear(elements: readonly Element[]): void {
    for (const element of elements)
      if (this.near.has(element)) {
        this.came += 1;
        this.sizes.observe(element);
      } else this.sizes.unobserve(element);
    this.noteBlocks();
    this.paintAhead();
    this.tell();
  }

  private get nearParts(): readonly Part[] {
    return this.map.parts.filter(({ element }) => this.near.has(element));
  }

  private paintAhead(): void {
    const painted = new Set(this.painted);
    const near = this.nearParts;
    if (near.every((part) => painted.has(part)) && painted.size <= near.length + SPARE) return;
    const { parts } = this.map;
    const isNear = parts.map(({ element }) => this.near.has(element));
    this.painted = parts.filter((_, index) =>
      isNear.slice(Math.max(0, index - AHEAD), index + AHEAD + 1).includes(true),
    );
    this.nearness.came();
  }

  private noteBlocks(): void {
    this.blocks = new Set(this.nearParts.flatMap(({ blocks }) => blocks));
  }

  private tell(): void {
    clearTimeout(this.timer);
    const wait = Math.max(0, this.told + PAUSE - performance.now());
    this.timer = window.setTimeout(() => {
      this.told = performance.now();
      const flung = this.came >= FLING;
      this.came = 0;
      if (flung) this.tell();
      else this.nearness.moved();
    }, wait);
  }
}
