/** How the server reads the text of this moment: one reading at a time, the one before kept in sight. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import type { ImportDraft } from './draft.ts';
import { type Reading, readWithCorrections } from './reading.ts';
import { sentencesOf } from './request.ts';
import { pasteProblem } from './story-file.ts';

export class ReadingController implements ReactiveController {
  reading: Reading | null = null;
  /** Sentences by block, counted from the block's start. */
  sentences: ReturnType<typeof sentencesOf> = new Map();
  /** True while the server reads; the reading before stays in sight. */
  busy = false;
  /** Why the last reading failed. */
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

  /** Nothing is read any more: another text begins. */
  clear(): void {
    this.#running?.abort();
    this.#show(null);
  }

  /** Read the text as it is now; a reading under way is given up. Null where nothing new was read. */
  async read({ text, file, overrides, roles, borders }: ImportDraft): Promise<Reading | null> {
    this.#running?.abort();
    this.problem = null;
    if (file === null && (text.trim() === '' || pasteProblem(text) !== null)) {
      this.#show(null);
      return null;
    }
    const running = new AbortController();
    this.#running = running;
    this.busy = true;
    this.#host.requestUpdate();
    try {
      const language = overrides.language || undefined;
      const words = file === null ? { text } : { file };
      const reading = await readWithCorrections(words, language, { roles, borders }, running.signal);
      this.#show(reading);
      return reading;
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
      return null;
    } finally {
      if (running === this.#running) this.busy = false;
      this.#host.requestUpdate();
    }
  }

  #show(reading: Reading | null): void {
    this.reading = reading;
    this.sentences = reading === null ? new Map() : sentencesOf(reading.preview);
    this.#host.requestUpdate();
  }
}
