/** A whole story on the import page: looked at, on its way, there. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StoryIntegrity } from '../../../server/contract/stories.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import { bringInStory } from '../../api/stories.ts';
import type { WholeStory } from './whole-story.ts';

export interface Brought {
  readonly id: string;
  readonly integrity: StoryIntegrity;
}

export class WholeStoryController implements ReactiveController {
  story: WholeStory | null = null;
  /** Bytes that have left; null where it is not on its way. */
  sent: number | null = null;
  problem: ApiProblem | null = null;

  readonly #host: ReactiveControllerHost;
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running?.abort();
  }

  /** Look at another one, or at none; one that is on its way is given up. */
  show(story: WholeStory | null): void {
    this.#running?.abort();
    this.story = story;
    this.sent = null;
    this.problem = null;
    this.#host.requestUpdate();
  }

  /** @returns null where it was refused or given up */
  async bringIn(): Promise<Brought | null> {
    if (this.story === null || this.sent !== null) return null;
    const { file, format } = this.story;
    const running = new AbortController();
    this.#running = running;
    this.problem = null;
    this.#tell(0);
    try {
      return await bringInStory(file, format, (bytes) => this.#tell(bytes), running.signal);
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
      return null;
    } finally {
      if (running === this.#running) this.sent = null;
      this.#host.requestUpdate();
    }
  }

  #tell(bytes: number): void {
    this.sent = bytes;
    this.#host.requestUpdate();
  }
}
