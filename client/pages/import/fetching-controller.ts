/** A page on its way from another site: one at a time, and only while this page is open. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StoryFile } from '../../../server/contract/story-files.ts';
import { fetchStory } from '../../api/articles.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';

export class FetchingController implements ReactiveController {
  busy = false;
  /** Why the last page did not come. */
  problem: ApiProblem | null = null;

  readonly #host: ReactiveControllerHost;
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  readonly stop = (): void => {
    this.#running?.abort();
    this.#running = null;
    this.busy = false;
    this.#host.requestUpdate();
  };

  /** Another story begins: what was wrong with a page is no longer of interest. */
  clear(): void {
    this.stop();
    this.problem = null;
  }

  /** The page as a file; null where none came, or another one is wanted by now. */
  async fetch(url: string): Promise<StoryFile | null> {
    this.clear();
    const running = new AbortController();
    this.#running = running;
    this.busy = true;
    try {
      const { file } = await fetchStory(url, running.signal);
      return running.signal.aborted ? null : file;
    } catch (thrown) {
      if (!isAbort(thrown) && running === this.#running) this.problem = asProblem(thrown);
      return null;
    } finally {
      if (running === this.#running) this.stop();
    }
  }
}
