/** Follows a story on a page that shows it put together: the page looks again, once for a burst of changes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { getArticleHistory } from '../api/history.ts';
import { LiveStory } from '../api/live.ts';
import { holdField } from './hold-field.ts';

/** Milliseconds from the first event of a burst to the look at what it did. */
const PAUSE = 300;

export class StoryEvents implements ReactiveController {
  private story: LiveStory | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isGone = false;
  private begun: Promise<void> = Promise.resolve();

  /** @param again fetches what the page shows anew. What a person typed, opened and ticked stays. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly articleId: () => string,
    private readonly again: () => Promise<void>,
  ) {
    host.addController(this);
  }

  /** Once it is known after which event the page is told: what is fetched from then on misses nothing. Never rejects. */
  get isBegun(): Promise<void> {
    return this.begun;
  }

  hostConnected(): void {
    this.isGone = false;
    this.begun = this.begin();
  }

  hostDisconnected(): void {
    this.isGone = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.story?.close();
    this.story = null;
  }

  private async begin(): Promise<void> {
    const articleId = this.articleId();
    try {
      const { head } = await getArticleHistory(articleId, { limit: 1 });
      if (this.isGone) return;
      this.story = new LiveStory(articleId, head, {
        onItems: () => this.lookSoon(),
        onPresence: () => {},
        // Whoever may not see it any more is told by the look.
        onEnd: () => this.lookSoon(),
      });
    } catch {
      // What the page fetches tells what is wrong.
    }
  }

  private lookSoon(): void {
    this.timer ??= setTimeout(() => void this.look(), PAUSE);
  }

  private async look(): Promise<void> {
    this.timer = undefined;
    await this.again();
    if (this.isGone) return;
    const release = holdField();
    this.host.requestUpdate();
    release();
  }
}
