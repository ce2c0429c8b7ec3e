/** Asks the source register while a name is being typed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Source } from '../../server/contract/sources.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { listSources } from '../api/sources.ts';
import { debounced } from '../debounced.ts';

/** Milliseconds without a key before the register is asked. */
const PAUSE = 150;
const SHOWN = 9;

export class RegisterLookupController implements ReactiveController {
  /** What the register has for the words asked last. */
  found: readonly Source[] = [];
  problem: ApiProblem | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #askSoon = debounced(() => void this.#ask(), PAUSE);
  #words = '';
  #asking: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#words = '';
    this.#asking?.abort();
  }

  seek(words: string): void {
    this.#words = words.trim();
    this.#askSoon();
  }

  async #ask(): Promise<void> {
    this.#asking?.abort();
    if (this.#words === '') return;
    const asking = new AbortController();
    this.#asking = asking;
    this.problem = null;
    try {
      this.found = (await listSources({ q: this.#words, limit: SHOWN }, asking.signal)).items;
    } catch (thrown) {
      if (asking.signal.aborted) return;
      this.problem = asProblem(thrown);
    }
    this.#host.requestUpdate();
  }
}
