/** The thread in which claims are looked for, so that a long text keeps nobody waiting. Started by `extraction.ts`. */
import { parentPort } from 'node:worker_threads';
import { suggest } from '../../domain/extraction/suggest.ts';
import type { Answered, Asked } from './extraction.ts';
import { find } from './found.ts';

parentPort?.on('message', ({ number, reading }: Asked) => {
  parentPort?.postMessage(answerTo(number, reading));
});

function answerTo(number: Asked['number'], reading: Asked['reading']): Answered {
  try {
    return { number, found: find(reading, suggest) };
  } catch (error) {
    return { number, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
