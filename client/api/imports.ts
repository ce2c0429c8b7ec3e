/** Many stories at once. */
import type { BodyInput, QueryInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/imports.ts';
import { addressOf, call, sendFile } from './http.ts';
import { uploading } from './upload.ts';

export const createImport = (body: BodyInput<typeof contract.CreateImport>, idempotencyKey: string) =>
  call(contract.CreateImport, { body, idempotencyKey });

/**
 * @param query with the id of what is made: the same on every try
 * @param onSent told how many bytes have left
 */
export const sendArchive = (
  archive: File,
  query: QueryInput<typeof contract.CreateImport>,
  onSent: (bytes: number) => void,
  signal?: AbortSignal,
) =>
  sendFile(contract.CreateImport, {
    query,
    file: archive,
    type: 'application/zip',
    signal,
    transport: uploading(onSent),
  });

export const listImports = (cursor: string | undefined, signal?: AbortSignal) =>
  call(contract.ListImports, { query: { cursor }, signal });
export const getImport = (importId: string, signal?: AbortSignal) =>
  call(contract.GetImport, { params: { importId }, signal });
export const listImportFiles = (
  importId: string,
  query: QueryInput<typeof contract.ListImportFiles>,
  signal?: AbortSignal,
) => call(contract.ListImportFiles, { params: { importId }, query, signal });
export const sendImportFile = (importId: string, number: number, file: Blob) =>
  sendFile(contract.SendImportFile, { params: { importId, number }, file });
export const setImportState = (importId: string, state: contract.ImportState) =>
  call(contract.SetImportState, { params: { importId }, body: { state } });
export const leaveOutAwaited = (importId: string) => call(contract.LeaveOutAwaited, { params: { importId } });
export const retryImport = (importId: string) => call(contract.RetryImport, { params: { importId } });
/** Where the browser downloads what became of each file. */
export const importSummaryAddress = (importId: string): string =>
  addressOf(contract.GetImportSummary.path, { importId }, {});
