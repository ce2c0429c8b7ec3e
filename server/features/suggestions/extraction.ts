/** Looking for claims away from the thread that answers requests. */
import { Worker } from 'node:worker_threads';
import type { Found, Reading, Services } from '../../services.ts';

export type Answered = { readonly found: Found } | { readonly failed: string };

interface Waiting {
  readonly reading: Reading;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: Error) => void;
}

export interface Extraction {
  readonly extract: Services['extract'];
  /** Whoever waits is told that Claimdesk is stopping, and so is whoever asks afterwards. */
  close(): Promise<void>;
}

/** UTF-16 code units: some 17,000 words, which are read in about half a second. Hardly a story is longer. */
const LONG = 100_000;

/**
 * Two threads at most: one for long texts, which take seconds, and one that they do not hold up. Each reads one text after
 * the other and starts with its first: loading what knows English takes longer than reading a story, and memory.
 */
export function openExtraction(): Extraction {
  const ordinary = openThread({ keep: true });
  // What reading a long text leaves behind is large, and the next one may be days away.
  const long = openThread({ keep: false });
  return {
    extract: (reading) => (reading.text.length < LONG ? ordinary : long).extract(reading),
    close: async () => {
      await Promise.all([ordinary.close(), long.close()]);
    },
  };
}

/** Beside this file: the built program, or in the source, which Node 20 reads through tsx alone. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./extraction.worker.js', import.meta.url));
  const { href } = new URL('./extraction.worker.ts', import.meta.url);
  // A new thread does not take tsx along from the one that starts it.
  const boot = `import('tsx/esm/api').then(({ register }) => { register(); return import('${href}'); });`;
  return new Worker(boot, { eval: true });
}

/**
 * A thread and those who wait for it. Where it breaks, whoever's text it was reading is told so, and the next text starts
 * another.
 *
 * @param keep whether it goes on when nobody waits
 */
function openThread({ keep }: { readonly keep: boolean }): Extraction {
  /** Texts are handed over one by one: handing over copies them. */
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let worker: Worker | undefined;
  let closed = false;

  const next = () => {
    current = queue.shift();
    if (current === undefined) return rest();
    worker ??= start();
    // The process may end while it has nothing to do, and not before it has answered.
    worker.ref();
    worker.postMessage(current.reading);
  };
  const rest = () => {
    worker?.unref();
    if (keep) return;
    void worker?.terminate();
    worker = undefined;
  };
  const end = (settle: (asker: Waiting) => void) => {
    if (current !== undefined) settle(current);
    next();
  };
  const answer = (answered: Answered) =>
    end(({ resolve, reject }) =>
      'found' in answered
        ? resolve(answered.found)
        : reject(new Error(`claims could not be looked for: ${answered.failed}`)),
    );
  const broke = (error: Error) => {
    worker = undefined;
    end(({ reject }) => reject(error));
  };
  const start = (): Worker => {
    const started = startWorker();
    // One that was let go of may still have something to say.
    const isCurrent = () => worker === started;
    started.on('message', (answered: Answered) => {
      if (isCurrent()) answer(answered);
    });
    started.on('error', (error) => isCurrent() && broke(toError(error)));
    started.on('exit', (code) => isCurrent() && broke(new Error(`looking for claims ended (${code})`)));
    return started;
  };
  return {
    extract: (reading) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(stopping());
        queue.push({ reading, resolve, reject });
        if (current === undefined) next();
      }),
    close: async () => {
      closed = true;
      for (const { reject } of [...(current === undefined ? [] : [current]), ...queue.splice(0)])
        reject(stopping());
      const ending = worker;
      [current, worker] = [undefined, undefined];
      await ending?.terminate();
    },
  };
}

const stopping = () => new Error('Claimdesk is stopping');

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
