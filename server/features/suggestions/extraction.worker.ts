/** The thread in which claims are looked for, so that a long text keeps nobody waiting. Started by `extraction.ts`. */
import { parentPort } from 'node:worker_threads';
import { suggest } from '../../domain/extraction/suggest.ts';
import type { Reading } from '../../services.ts';
import type { Answered } from './extraction.ts';
import { find } from './found.ts';

parentPort?.on('message', (reading: Reading) => {
  parentPort?.postMessage(answerTo(reading));
});

function answerTo(reading: Reading): Answered {
  try {
    return { found: find(reading, suggest) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
