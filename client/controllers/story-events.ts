/** Follows a story on a page that shows it put together: the page looks again, once for a burst of changes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HistoryItem } from '../../server/contract/history.ts';
import { getArticleHistory } from '../api/history.ts';
import { LiveStory } from '../api/live.ts';
import { type ApiProblem, asProblem, OFFLINE } from '../api/problem.ts';
import { AGAIN, Looks } from './following/looks.ts';
import { holdField } from './hold-field.ts';

export class StoryEvents implements ReactiveController {
  private story: LiveStory | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private wait: number = AGAIN.first;
  private isGone = false;
  private followed: string | null = null;
  private readonly looks = new Looks<HistoryItem>((heard) => this.look(heard));
  private begun: Promise<void> = Promise.resolve();

  /**
   * @param articleId null where no story is followed for now
   * @param again fetches what the page shows anew, with what happened since the last time, as far as that is known, and
   *   tells what went wrong; null where nothing did. What a person typed, opened and ticked stays.
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly articleId: () => string | null,
    private readonly again: (items: readonly HistoryItem[]) => Promise<ApiProblem | null>,
  ) {
    host.addController(this);
  }

  /**
   * Once it is known after which event the page is told, or that this cannot be told yet: the page is fetched then, and
   * once more when it can. Never rejects.
   */
  get isBegun(): Promise<void> {
    return this.begun;
  }

  hostConnected(): void {
    this.isGone = false;
    this.wait = AGAIN.first;
    window.addEventListener('online', this.onOnline);
    this.begun = this.begin().then(() => {});
  }

  hostDisconnected(): void {
    this.isGone = true;
    window.removeEventListener('online', this.onOnline);
    this.stop();
  }

  /** Another story may be the one to follow. */
  turn(): void {
    if (this.isGone || this.articleId() === this.followed) return;
    this.stop();
    this.wait = AGAIN.first;
    this.begun = this.begin().then(() => {});
  }

  private stop(): void {
    this.looks.stop();
    clearTimeout(this.retry);
    this.retry = undefined;
    this.story?.close();
    this.story = null;
  }

  /** @returns whether the story is followed */
  private async begin(): Promise<boolean> {
    const articleId = this.articleId();
    this.followed = articleId;
    if (articleId === null) return false;
    try {
      const { head } = await getArticleHistory(articleId, { limit: 1 });
      if (this.isGone || this.story !== null || this.followed !== articleId) return false;
      this.story = new LiveStory(articleId, head, {
        onItems: (items) => this.looks.soon(items),
        onPresence: () => {},
        // Whoever may not see it any more is told by the look.
        onEnd: () => this.looks.soon(),
      });
      return true;
    } catch (thrown) {
      // What the page fetches tells what is wrong.
      if (!this.isGone && this.followed === articleId && mayPass(asProblem(thrown)))
        this.retry = setTimeout(this.beginAgain, this.wait);
      return false;
    }
  }

  /** What happened between the page's own fetch and a late beginning was told to nobody. */
  private readonly beginAgain = async (): Promise<void> => {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.wait = Math.min(AGAIN.most, this.wait * 2);
    if (await this.begin()) this.looks.soon();
  };

  private readonly onOnline = (): void => {
    if (this.retry !== undefined) void this.beginAgain();
  };

  /** @returns whether nothing is to be tried again */
  private async look(heard: readonly HistoryItem[]): Promise<boolean> {
    const problem = await this.again(heard);
    if (this.isGone) return true;
    const release = holdField();
    this.host.requestUpdate();
    release();
    return problem === null || !mayPass(problem);
  }
}

/** Nobody was reached, or nobody could answer: that may be otherwise in a moment. */
const mayPass = ({ code, status }: ApiProblem): boolean =>
  code === OFFLINE || status >= 500 || status === 429;
