/** Looks at what others did: one at a time, one more for all that was heard meanwhile, and again where one failed. */

/** Milliseconds from the first event of a burst to the look at what it did. */
const PAUSE = 300;
/** Milliseconds before what failed is tried again: the first time, and at most. */
export const AGAIN = { first: 1_000, most: 30_000 } as const;

export class Looks<T> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heard: T[] = [];
  private isLooking = false;
  private isWanted = false;
  private wait: number = AGAIN.first;
  /** Rises when it is stopped: what was heard before is nobody's any more. */
  private round = 0;

  /** @param look true where there is nothing to try again; one that rejects failed */
  constructor(private readonly look: (heard: readonly T[]) => Promise<boolean>) {}

  /** Look in a moment; what is heard until then is looked at together. */
  soon(heard: readonly T[] = []): void {
    this.heard.push(...heard);
    this.isWanted = true;
    this.start(PAUSE);
  }

  /** A look that is under way goes on, and no other follows it. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.heard = [];
    this.isWanted = false;
    this.wait = AGAIN.first;
    this.round += 1;
  }

  private start(pause: number): void {
    if (!this.isLooking) this.timer ??= setTimeout(() => void this.run(), pause);
  }

  private async run(): Promise<void> {
    const { heard, round } = this;
    this.timer = undefined;
    this.heard = [];
    this.isWanted = false;
    this.isLooking = true;
    const isDone = await this.look(heard).catch(() => false);
    this.isLooking = false;
    if (round === this.round && !isDone) {
      this.heard = [...heard, ...this.heard];
      this.start(this.wait);
      this.wait = Math.min(AGAIN.most, this.wait * 2);
      return;
    }
    this.wait = AGAIN.first;
    if (this.isWanted) this.start(PAUSE);
  }
}
