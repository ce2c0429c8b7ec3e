/** Run at once, and then no sooner than a pause after the last time, in milliseconds: calls in between run as one. */
export class Paced {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ranAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly pause: number,
    private readonly run: () => void,
  ) {}

  soon(): void {
    const wait = this.ranAt + this.pause - performance.now();
    if (wait <= 0) this.go();
    else this.timer ??= setTimeout(() => this.go(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private go(): void {
    this.stop();
    this.ranAt = performance.now();
    this.run();
  }
}
