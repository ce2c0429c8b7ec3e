/** Which parts of a story are on the screen or soon will be, and when they move. */
import type { Range as TextRange } from '../../server/contract/common.ts';
import type { Part, TextMap } from './text-map.ts';

/** Pixels above and below the window that count as near: about two turns of a wheel. */
const MARGIN = 1200;
/** Milliseconds between two tellings: what comes near is still off the screen by then. */
const PAUSE = 150;
/** So many parts that came near in one pause are more than anybody reads: what stands beside them waits until it is quieter. */
const FLING = 3;
/** So many parts are near until the browser has told: a story is opened at its beginning. */
const FIRST = 2;
/** So many parts before and after those that are near are painted with them, so that few frames of a scroll paint any. */
const AHEAD = 3;

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
 * printing, all of them are near.
 */
export class NearBlocks {
  private near: Set<Part>;
  private readonly intersections: IntersectionObserver;
  private readonly sizes: ResizeObserver;
  private readonly byElement: ReadonlyMap<Element, Part>;
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
    this.byElement = new Map(map.parts.map((part) => [part.element, part]));
    this.near = new Set(map.parts.slice(0, FIRST));
    this.noteBlocks();
    this.painted = map.parts.slice(0, FIRST);
    this.intersections = new IntersectionObserver((entries) => this.onIntersect(entries), {
      rootMargin: `${MARGIN}px 0px`,
    });
    this.sizes = new ResizeObserver(() => this.tell());
    this.sizes.observe(container);
    for (const { element } of map.parts) this.intersections.observe(element);
    window.addEventListener('beforeprint', this.onPrint);
    window.addEventListener('afterprint', this.onPrinted);
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
    this.intersections.disconnect();
    this.sizes.disconnect();
    clearTimeout(this.timer);
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.onPrinted);
  }

  private onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const part = this.byElement.get(target);
      if (part === undefined) continue;
      if (isIntersecting) {
        this.came += 1;
        this.near.add(part);
        this.sizes.observe(target);
      } else {
        this.near.delete(part);
        this.sizes.unobserve(target);
      }
    }
    this.noteBlocks();
    this.paintAhead();
    this.tell();
  }

  private readonly onPrint = (): void => {
    this.painted = this.map.parts;
    this.nearness.came();
  };

  private readonly onPrinted = (): void => {
    this.painted = [];
    this.paintAhead();
  };

  private paintAhead(): void {
    const painted = new Set(this.painted);
    if ([...this.near].every((part) => painted.has(part))) return;
    const { parts } = this.map;
    const near = parts.map((part) => this.near.has(part));
    this.painted = parts.filter((_, index) =>
      near.slice(Math.max(0, index - AHEAD), index + AHEAD + 1).includes(true),
    );
    this.nearness.came();
  }

  private noteBlocks(): void {
    this.blocks = new Set([...this.near].flatMap(({ blocks }) => blocks));
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
