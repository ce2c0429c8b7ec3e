/** Work on a thread of its own, one thing after the other, so that it keeps nobody waiting who asks for something else. */
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

export interface Thread<Asked, Answer> {
  /** @throws ThreadLimit, an error that tells where the work broke, or that Claimdesk is stopping */
  ask(asked: Asked): Promise<Answer>;
  /** Whoever waits is told that Claimdesk is stopping, and so is whoever asks afterwards. */
  close(): Promise<void>;
}

export interface ThreadOptions {
  /** The file beside the one that opens it, without its extension: it calls `answerOn`. */
  readonly worker: URL;
  /** Whether the thread goes on when nobody waits. */
  readonly keep: boolean;
  /** What broke, for the log: "claims could not be looked for". */
  readonly broke: string;
  /** Milliseconds for one thing; without it any time. */
  readonly limit?: number;
  /** Megabytes of JavaScript's own memory; without it what a thread has. */
  readonly memory?: number;
}

/** The work took more time or memory than it is given. The thread is gone with it; the next work starts another. */
export class ThreadLimit extends Error {
  constructor(readonly of: 'time' | 'memory') {
    super(`more ${of} than is given`);
  }
}

/** What a worker sends. */
export type Answered<Answer> = { readonly answer: Answer } | { readonly failed: string };

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** The built program, or the source, which Node 20 reads through tsx alone. */
function startWorker({ worker, memory }: ThreadOptions): Worker {
  // What Node was given for its own heap at start would hold for every thread as well, over the thread's own limit.
  setFlagsFromString('--max-old-space-size=0');
  setFlagsFromString('--max-semi-space-size=0');
  const resourceLimits = memory === undefined ? {} : { maxOldGenerationSizeMb: memory };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`${worker.href}.js`), { resourceLimits });
  // A new thread does not take tsx along from the one that starts it.
  const boot = `import('tsx/esm/api').then(({ register }) => { register(); return import('${worker.href}.ts'); });`;
  return new Worker(boot, { eval: true, resourceLimits });
}

/**
 * A thread and those who wait for it. Where it breaks, whoever's work it was doing is told so, and the next starts another.
 * It starts with its first work.
 */
export function openThread<Asked, Answer>(options: ThreadOptions): Thread<Asked, Answer> {
  /** Handed over one by one: handing over copies. */
  const queue: Waiting<Asked, Answer>[] = [];
  let current: Waiting<Asked, Answer> | undefined;
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const next = () => {
    current = queue.shift();
    if (current === undefined) return rest();
    worker ??= start();
    // The process may end while it has nothing to do, and not before it has answered.
    worker.ref();
    if (options.limit !== undefined) timer = setTimeout(() => letGo('time'), options.limit);
    worker.postMessage(current.asked);
  };
  const rest = () => {
    worker?.unref();
    if (options.keep) return;
    void worker?.terminate();
    worker = undefined;
  };
  const end = (settle: (asker: Waiting<Asked, Answer>) => void) => {
    clearTimeout(timer);
    if (current !== undefined) settle(current);
    next();
  };
  const answer = (answered: Answered<Answer>) =>
    end(({ resolve, reject }) =>
      'answer' in answered
        ? resolve(answered.answer)
        : reject(new Error(`${options.broke}: ${answered.failed}`)),
    );
  const broke = (error: Error) => {
    worker = undefined;
    end(({ reject }) => reject(error));
  };
  const letGo = (of: ThreadLimit['of']) => {
    void worker?.terminate();
    broke(new ThreadLimit(of));
  };
  const start = (): Worker => {
    const started = startWorker(options);
    // One that was let go of may still have something to say.
    const isCurrent = () => worker === started;
    started.on('message', (answered: Answered<Answer>) => {
      if (isCurrent()) answer(answered);
    });
    started.on('error', (error) => isCurrent() && broke(whatBroke(error)));
    started.on('exit', (code) => isCurrent() && broke(new Error(`${options.broke}: it ended (${code})`)));
    return started;
  };
  return {
    ask: (asked) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(stopping());
        queue.push({ asked, resolve, reject });
        if (current === undefined) next();
      }),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      for (const { reject } of [...(current === undefined ? [] : [current]), ...queue.splice(0)])
        reject(stopping());
      const ending = worker;
      [current, worker] = [undefined, undefined];
      await ending?.terminate();
    },
  };
}

const stopping = () => new Error('Claimdesk is stopping');

function whatBroke(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimit('memory') : error;
}
