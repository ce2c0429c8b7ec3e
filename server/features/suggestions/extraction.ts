/** Looking for claims away from the thread that answers requests. */
import type { Found, Reading, Services } from '../../services.ts';
import { openThread } from '../../thread.ts';

export interface Extraction {
  readonly extract: Services['extract'];
  /** Whoever waits is told that Claimdesk is stopping, and so is whoever asks afterwards. */
  close(): Promise<void>;
}

/** UTF-16 code units: some 17,000 words, which are read in about half a second. Hardly a story is longer. */
const LONG = 100_000;

const open = (keep: boolean) =>
  openThread<Reading, Found>({
    worker: new URL('./extraction.worker', import.meta.url),
    keep,
    broke: 'claims could not be looked for',
  });

/**
 * Two threads at most: one for long texts, which take seconds, and one that they do not hold up. Each reads one text after
 * the other and starts with its first: loading what knows English takes longer than reading a story, and memory.
 */
export function openExtraction(): Extraction {
  const ordinary = open(true);
  // What reading a long text leaves behind is large, and the next one may be days away.
  const long = open(false);
  return {
    extract: (reading) => (reading.text.length < LONG ? ordinary : long).ask(reading),
    close: async () => {
      await Promise.all([ordinary.close(), long.close()]);
    },
  };
}
