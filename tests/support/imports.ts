/** Many stories at once, for tests. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type supertest from 'supertest';
import { uuidv7 } from 'uuidv7';
import {
  CreateImport,
  GetImport,
  type Import,
  type ImportFile,
  ListImportFiles,
} from '../../server/contract/imports.ts';
import { answer } from './contract.ts';
import type { Desk, Requests } from './desk.ts';
import { post } from './story-files.ts';
import { zipOf } from './zip.ts';

export type Parts = Parameters<typeof zipOf>[0];

export const sendZip = (as: Requests, bytes: Buffer, query = ''): supertest.Test =>
  post(as, `/api/imports?name=wire.zip${query}`, bytes, 'application/zip');

/** @param path of the file in its import */
export const sendImportFile = (as: Requests, path: string, bytes: Buffer): supertest.Test =>
  as
    .put(path)
    .set('Content-Type', 'application/octet-stream')
    .serialize((body) => body)
    .send(bytes);

/** A text that no other test has. */
export const text = (words: string): string =>
  `${words} ${uuidv7()}\n\nA ferry sank off Port Elsen on Wednesday.`;

export const statesOf = (files: readonly ImportFile[]): Record<string, string> =>
  Object.fromEntries(files.map(({ path: name, state, problem }) => [name, problem?.code ?? state]));

/** What tests of imports ask of a desk, as its editor where nobody else is named. */
export function importsFor(desk: Desk, editor: () => Requests) {
  const now = async ({ id }: Pick<Import, 'id'>, as: Requests = editor()): Promise<Import> =>
    answer(GetImport, await as.get(`/api/imports/${id}`));
  const filesOf = async ({ id }: Pick<Import, 'id'>, as: Requests = editor()): Promise<ImportFile[]> =>
    answer(ListImportFiles, await as.get(`/api/imports/${id}/files?limit=200`)).items;
  const send = (as: Requests, { id }: Pick<Import, 'id'>, number: number, bytes: Buffer): supertest.Test =>
    sendImportFile(as, `/api/imports/${id}/files/${number}`, bytes);
  const isKept = ({ id }: Pick<Import, 'id'>): boolean => existsSync(path.join(desk.filesDir, 'imports', id));

  /** Bring an archive in, and wait until it is. */
  async function bringZip(parts: Parts, { as = editor(), query = '' } = {}): Promise<Import> {
    const begun = answer(CreateImport, await sendZip(as, zipOf(parts), query));
    await desk.idle();
    return now(begun, as);
  }

  async function countOf(table: 'articles' | 'imports' | 'revisions'): Promise<number> {
    const { rows } = await desk.db.pool.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
    return rows[0]?.count ?? 0;
  }
  return { now, filesOf, send, isKept, bringZip, countOf };
}
