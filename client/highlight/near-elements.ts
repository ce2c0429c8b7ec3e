/** Which of many elements are on the screen or soon will be. */

/** Pixels above and below the window that count as near. */
const MARGIN = 1200;

export class NearElements {
  private readonly near = new Set<Element>();
  private readonly observer: IntersectionObserver;

  /** @param changed told of the elements that came near or left */
  constructor(changed: (elements: readonly Element[]) => void) {
    this.observer = new IntersectionObserver(
      (entries) => {
        const others = entries.filter(
          ({ target, isIntersecting }) => this.near.has(target) !== isIntersecting,
        );
        for (const { target, isIntersecting } of others)
          if (isIntersecting) this.near.add(target);
          else this.near.delete(target);
        if (others.length > 0) changed(others.map(({ target }) => target));
      },
      { rootMargin: `${MARGIN}px 0px` },
    );
  }

  /** @param isNear what is believed until the browser tells */
  add(element: Element, isNear: boolean): void {
    if (isNear) this.near.add(element);
    this.observer.observe(element);
  }

  remove(element: Element): void {
    this.near.delete(element);
    this.observer.unobserve(element);
  }

  has(element: Element): boolean {
    return this.near.has(element);
  }

  clear(): void {
    this.near.clear();
    this.observer.disconnect();
  }
}
