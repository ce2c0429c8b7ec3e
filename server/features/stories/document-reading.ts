/** Reading stories' documents away from the thread that answers requests: one may have as many claims as it likes. */
import { Refusal } from '../../contract/problem.ts';
import type { Services, StoryAnswer } from '../../services.ts';
import { openThread, ThreadLimit } from '../../thread.ts';

export interface DocumentReading extends Pick<Services, 'readStory'> {
  /** Whoever waits is told that Claimdesk is stopping, and so is whoever asks afterwards. */
  close(): Promise<void>;
}

/** Milliseconds and megabytes. The largest document that is taken needs a part of both on a slow machine. */
const LIMITS = { limit: 120_000, memory: 2048 } as const;

/** One thread, which reads one document after the other and ends with the last: what a large one leaves behind is large. */
export function openDocumentReading(limits: { limit: number; memory: number } = LIMITS): DocumentReading {
  const thread = openThread<Uint8Array, StoryAnswer>({
    worker: new URL('./document.worker', import.meta.url),
    keep: false,
    broke: 'a story could not be read',
    ...limits,
  });
  return {
    readStory: async (bytes) => {
      try {
        return await thread.ask(bytes);
      } catch (error) {
        if (!(error instanceof ThreadLimit)) throw error;
        throw new Refusal(error.of === 'time' ? 'FILE_TAKES_LONG' : 'FILE_UNPACKS');
      }
    },
    close: () => thread.close(),
  };
}
