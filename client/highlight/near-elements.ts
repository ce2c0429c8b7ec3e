/** Which of many elements are on the screen or soon will be. */

/** Pixels above and below the window that count as near: about two turns of a wheel. */
const MARGIN = 1200;

/** For printing, all of them are near. */
export class NearElements {
  private readonly all = new Set<Element>();
  private readonly near = new Set<Element>();
  private readonly observer: IntersectionObserver;
  private isPrinting = false;

  /** @param changed told of the elements that came near or left */
  constructor(private readonly changed: (elements: readonly Element[]) => void) {
    this.observer = new IntersectionObserver((entries) => this.onIntersect(entries), {
      rootMargin: `${MARGIN}px 0px`,
    });
  }

  /** @param isNear what is believed until the browser tells */
  add(element: Element, isNear = false): void {
    if (this.all.size === 0) {
      window.addEventListener('beforeprint', this.onPrint);
      window.addEventListener('afterprint', this.onPrinted);
    }
    this.all.add(element);
    if (isNear) this.near.add(element);
    this.observer.observe(element);
  }

  remove(element: Element): void {
    this.all.delete(element);
    this.near.delete(element);
    this.observer.unobserve(element);
  }

  has(element: Element): boolean {
    return this.isPrinting ? this.all.has(element) : this.near.has(element);
  }

  /** Forget all elements; others may be added. */
  clear(): void {
    this.all.clear();
    this.near.clear();
    this.observer.disconnect();
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.onPrinted);
  }

  private onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    const others = entries.filter(({ target, isIntersecting }) => this.near.has(target) !== isIntersecting);
    for (const { target, isIntersecting } of others)
      if (isIntersecting) this.near.add(target);
      else this.near.delete(target);
    if (others.length > 0) this.changed(others.map(({ target }) => target));
  }

  private readonly onPrint = (): void => this.print(true);
  private readonly onPrinted = (): void => this.print(false);

  private print(isPrinting: boolean): void {
    this.isPrinting = isPrinting;
    this.changed([...this.all].filter((element) => !this.near.has(element)));
  }
}
