/** Which blocks of a story are on the screen or soon will be, and when they move. */
import type { TextMap } from './text-map.ts';

/** Pixels above and below the window that count as near: about two turns of a wheel. */
const MARGIN = 1200;
/** Milliseconds between two tellings: what comes near is still off the screen by then. */
const PAUSE = 150;

/**
 * Watches the blocks of a story.
 *
 * Blocks far away are not laid out (`content-visibility`), so measuring them is dear and their places are
 * guesses. `changed` is called when blocks come near, leave, or change in size, and not at every frame of
 * a scroll: measuring is what makes scrolling dear.
 */
export class NearBlocks {
  private readonly near = new Set<number>();
  private readonly intersections: IntersectionObserver;
  private readonly sizes: ResizeObserver;
  private timer = 0;
  private told = 0;

  constructor(
    map: TextMap,
    container: Element,
    private readonly changed: () => void,
  ) {
    this.intersections = new IntersectionObserver((entries) => this.onIntersect(entries), {
      rootMargin: `${MARGIN}px 0px`,
    });
    this.sizes = new ResizeObserver(() => this.tell());
    this.sizes.observe(container);
    for (const block of map.blocks) this.intersections.observe(block);
  }

  has(block: number): boolean {
    return this.near.has(block);
  }

  disconnect(): void {
    this.intersections.disconnect();
    this.sizes.disconnect();
    clearTimeout(this.timer);
  }

  private onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      const number = Number(target.dataset.block);
      if (isIntersecting) {
        this.near.add(number);
        this.sizes.observe(target);
      } else {
        this.near.delete(number);
        this.sizes.unobserve(target);
      }
    }
    this.tell();
  }

  private tell(): void {
    clearTimeout(this.timer);
    const wait = Math.max(0, this.told + PAUSE - performance.now());
    this.timer = window.setTimeout(() => {
      this.told = performance.now();
      this.changed();
    }, wait);
  }
}
