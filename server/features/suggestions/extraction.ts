/** Looking for claims away from the thread that answers requests. */
import { Worker } from 'node:worker_threads';
import type { Found, Reading, Services } from '../../services.ts';

export interface Asked {
  readonly number: number;
  readonly reading: Reading;
}
export type Answered = { readonly number: number } & (
  | { readonly found: Found }
  | { readonly failed: string }
);

interface Waiting {
  readonly resolve: (found: Found) => void;
  readonly reject: (error: Error) => void;
}

export interface Extraction {
  readonly extract: Services['extract'];
  close(): Promise<void>;
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
 * One thread for all stories, one text after the other. It starts with the first: loading what knows English takes
 * longer than reading a story, and memory. Where it breaks, whoever waits is told so, and the next text starts another.
 */
export function openExtraction(): Extraction {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  const broke = (error: Error) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = startWorker();
    started.on('message', (answered: Answered) => {
      const asker = waiting.get(answered.number);
      waiting.delete(answered.number);
      if (waiting.size === 0) started.unref();
      if ('found' in answered) asker?.resolve(answered.found);
      else asker?.reject(new Error(`claims could not be looked for: ${answered.failed}`));
    });
    started.on('error', (error) => worker === started && broke(toError(error)));
    started.on(
      'exit',
      (code) => worker === started && broke(new Error(`looking for claims ended (${code})`)),
    );
    return started;
  };
  return {
    extract: (reading) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        last += 1;
        waiting.set(last, { resolve, reject });
        // The process may end while it has nothing to do, and not before it has answered.
        worker.ref();
        worker.postMessage({ number: last, reading } satisfies Asked);
      }),
    close: async () => {
      const ending = worker;
      broke(new Error('Claimdesk is stopping'));
      await ending?.terminate();
    },
  };
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
