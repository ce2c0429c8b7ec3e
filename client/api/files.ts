/** Attached files. */
import * as contract from '../../server/contract/files.ts';
import { addressOf, sendFile } from './http.ts';

/** @param id of the file that is made: the same on every try */
export const attachFile = (articleId: string, id: string, file: File, signal?: AbortSignal) =>
  sendFile(contract.AttachFile, {
    params: { articleId },
    query: { id, name: file.name },
    file,
    signal,
  });

/** The address of a file, for `<a href download>`. */
export const fileAddress = (fileId: string): string => addressOf(contract.GetFile.path, { fileId }, {});
