/** The thread in which files are told apart and read. Started by `reading.ts`. */
import { formatOf, readAs } from '../../domain/exchange/in/formats.ts';
import { answerOn } from '../../thread-side.ts';
import type { AskedFile, FileAnswer } from './reading.ts';

answerOn(async ({ only, ...file }: AskedFile): Promise<FileAnswer> => {
  if (only === 'format') return { ok: null, format: formatOf(file.bytes, file.name) };
  return readAs(file);
});
