/** Reading files of stories away from the thread that answers requests: they come from anywhere. */
import type { ImportFormat } from '../../contract/formats.ts';
import { Refusal } from '../../contract/problem.ts';
import { type ReadAs, type Unopened, unread } from '../../domain/exchange/in/model.ts';
import type { Services } from '../../services.ts';
import { openThread, ThreadLimit } from '../../thread.ts';

export interface FileReading extends Pick<Services, 'readFile' | 'tellFormat'> {
  /** Whoever waits is told that Claimdesk is stopping, and so is whoever asks afterwards. */
  close(): Promise<void>;
}

/** What the thread is asked: to read a file, or only what it is. */
export interface AskedFile extends Unopened {
  readonly only?: 'format';
}

/** What it answers. */
export type FileAnswer = ReadAs | { readonly ok: null; readonly format: ImportFormat | null };

/** Milliseconds and megabytes. A long story of ten megabytes is read in some seconds on a slow machine. */
const LIMITS = { limit: 20_000, memory: 768 } as const;

/** One thread, which reads one file after the other. FILE_TAKES_LONG and FILE_UNPACKS where a file needs more than it is given. */
export function openFileReading(limits: { limit: number; memory: number } = LIMITS): FileReading {
  const thread = openThread<AskedFile, FileAnswer>({
    worker: new URL('./reading.worker', import.meta.url),
    keep: true,
    broke: 'a file could not be read',
    ...limits,
  });
  const asked = async (file: AskedFile): Promise<FileAnswer> => {
    try {
      return await thread.ask(file);
    } catch (error) {
      if (!(error instanceof ThreadLimit)) throw error;
      return { ...unread(error.of === 'time' ? 'FILE_TAKES_LONG' : 'FILE_UNPACKS'), format: file.format };
    }
  };
  return {
    readFile: async (file) => {
      const answer = await asked(file);
      if (answer.ok === null) throw new Error('a file was looked at and not read');
      return answer;
    },
    tellFormat: async (bytes, name) => {
      const answer = await asked({ bytes, name, format: null, only: 'format' });
      if (answer.ok === false) throw new Refusal(answer.problem);
      return answer.format;
    },
    close: () => thread.close(),
  };
}
