import { Script } from 'node:vm';

/** Work that used more of the processor than it may. */
export class TooLong extends Error {
  constructor(budgetMs: number) {
    super(`not done after ${Math.round(budgetMs)} ms of processor time`);
  }
}

type Work = () => void;

/** Where the script finds its work: a script takes no arguments. */
declare global {
  var __watchedWork__: Work | undefined;
}

const CALL = new Script('__watchedWork__()');

/** On an idle machine the processor's time is the wall's, less what starting and looking takes. */
const A_LITTLE_LONGER = 1.1;

/** Processor time of this process, in milliseconds. A machine that is busy with other things does not add to it. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Does work that may never end, a loop or a regular expression included, and stops it from outside.
 *
 * The clock on the wall only tells when to look; what counts is the processor time that was used until then. Where a busy
 * machine left too little of it, the work is done again from its beginning with twice the patience, so `work` has to be
 * repeatable. What it throws is passed on.
 *
 * @throws TooLong when the work used `budgetMs` of processor time and was not done
 */
export function withinProcessorTime(budgetMs: number, work: Work): void {
  for (let patience = Math.ceil(budgetMs * A_LITTLE_LONGER); ; patience *= 2) {
    const before = processorMs();
    try {
      globalThis.__watchedWork__ = work;
      CALL.runInThisContext({ timeout: patience });
      return;
    } catch (error) {
      if (!isStopped(error)) throw error;
      if (processorMs() - before >= budgetMs) throw new TooLong(budgetMs);
    } finally {
      globalThis.__watchedWork__ = undefined;
    }
  }
}

function isStopped(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
