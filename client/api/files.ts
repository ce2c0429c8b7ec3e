/** Attached files. */
import * as contract from '../../server/contract/files.ts';
import { sendFile } from './http.ts';
import { uploading } from './upload.ts';

/**
 * @param id of the file that is made: the same on every try
 * @param onSent told how many bytes have left
 */
export const attachFile = (
  articleId: string,
  id: string,
  file: File,
  onSent: (bytes: number) => void,
  signal?: AbortSignal,
) =>
  sendFile(contract.AttachFile, {
    params: { articleId },
    query: { id, name: file.name },
    file,
    signal,
    transport: uploading(onSent),
  });
