/** The other side of a thread: takes one thing after the other and answers it. */
import { parentPort } from 'node:worker_threads';
import type { Answered } from './thread.ts';

/** Answer all that the opener of this thread asks. */
export function answerOn<Asked, Answer>(work: (asked: Asked) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async (asked: Asked) => {
    parentPort?.postMessage(await answerTo(work, asked));
  });
}

async function answerTo<Asked, Answer>(
  work: (asked: Asked) => Answer | Promise<Answer>,
  asked: Asked,
): Promise<Answered<Answer>> {
  try {
    return { answer: await work(asked) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
