/** Files on their way to an import: whatever page is shown, until all that are awaited were sent. */
import { listImportFiles, sendImportFile } from '../../api/imports.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import type { ChosenFile } from './chosen.ts';

/** At a time: a line from the field is filled by few, and the server is left room for others. */
const AT_A_TIME = 3;

/** One import's files. Tells by `change` when something about them did. */
export class Sending extends EventTarget {
  /** True while files leave, or wait for others to. */
  busy = false;
  /** Why it stopped; it goes on with `run`. */
  problem: ApiProblem | null = null;

  readonly #importId: string;
  readonly #files: ReadonlyMap<string, File>;
  #paused = false;

  constructor(importId: string, files: readonly ChosenFile[]) {
    super();
    this.#importId = importId;
    this.#files = new Map(files.map(({ path, file }) => [path, file]));
  }

  /** Send what is awaited. Runs once at a time. */
  async run(): Promise<void> {
    this.#paused = false;
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    this.#changed();
    try {
      const awaited = this.#awaited();
      // Each takes the next one that is awaited.
      await Promise.all(Array.from({ length: AT_A_TIME }, () => this.#sendEach(awaited)));
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    this.busy = false;
    this.#changed();
  }

  /** After those that are under way. */
  pause(): void {
    this.#paused = true;
  }

  async *#awaited(): AsyncGenerator<{ readonly number: number; readonly path: string }> {
    let cursor: string | undefined;
    do {
      const page = await listImportFiles(this.#importId, { state: 'awaited', limit: 200, cursor });
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  async #sendEach(
    awaited: AsyncGenerator<{ readonly number: number; readonly path: string }>,
  ): Promise<void> {
    while (!this.#paused && this.problem === null) {
      const { value, done } = await awaited.next();
      if (done === true) return;
      await this.#send(value.number, value.path);
    }
  }

  /** A file that cannot be read, or that the server does not take, is still awaited afterwards. */
  async #send(number: number, path: string): Promise<void> {
    const file = this.#files.get(path);
    if (file === undefined) return;
    let bytes: Blob;
    try {
      // A file that was moved meanwhile would else look like a line that is broken.
      bytes = new Blob([await file.arrayBuffer()]);
    } catch {
      return;
    }
    try {
      await sendImportFile(this.#importId, number, bytes);
      this.#changed();
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (!OF_THE_FILE.has(problem.code)) this.problem = problem;
    }
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** Refusals that say nothing of other files. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['TOO_LARGE', 'EMPTY_FILE']);

const underWay = new Map<string, Sending>();

export const sendingOf = (importId: string): Sending | undefined => underWay.get(importId);

/** Begin to send, or go on with files that were chosen again. */
export function beginSending(importId: string, files: readonly ChosenFile[]): Sending {
  const sending = new Sending(importId, files);
  underWay.set(importId, sending);
  void sending.run();
  return sending;
}
