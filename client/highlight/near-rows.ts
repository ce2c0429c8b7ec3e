/** Which rows of a comparison are on the screen or soon will be. */

/** Pixels above and below the window that count as near: about two turns of a wheel. */
const MARGIN = 1200;

/** Tells which rows are near whenever some come or leave. For printing, all of them are. */
export class NearRows {
  private readonly near = new Set<number>();
  private readonly intersections: IntersectionObserver;

  constructor(
    private readonly rows: readonly HTMLElement[],
    private readonly changed: (near: ReadonlySet<number>) => void,
  ) {
    const numbers = new Map<Element, number>(rows.map((row, number) => [row, number]));
    this.intersections = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const number = numbers.get(target) ?? -1;
          if (isIntersecting) this.near.add(number);
          else this.near.delete(number);
        }
        this.changed(this.near);
      },
      { rootMargin: `${MARGIN}px 0px` },
    );
    for (const row of rows) this.intersections.observe(row);
    window.addEventListener('beforeprint', this.onPrint);
    window.addEventListener('afterprint', this.onPrinted);
  }

  disconnect(): void {
    this.intersections.disconnect();
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.onPrinted);
  }

  private readonly onPrint = (): void => this.changed(new Set(this.rows.keys()));
  private readonly onPrinted = (): void => this.changed(this.near);
}
