/** Files, for tests. */
import type supertest from 'supertest';
import { AttachFile, type StoredFile } from '../../server/contract/files.ts';
import type { Story } from './claims.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

/** Send bytes as a browser does. */
export const sendFile = (
  as: Person,
  story: { readonly id: string },
  bytes: Buffer,
  query = 'name=list.txt',
): supertest.Test =>
  as
    .post(`/api/articles/${story.id}/files?${query}`)
    .set('Content-Type', 'application/octet-stream')
    .send(bytes);

export async function attach(as: Person, story: Story, bytes: Buffer, query?: string): Promise<StoredFile> {
  return answer(AttachFile, await sendFile(as, story, bytes, query));
}

/** The beginnings that tell what a file is, with something after it. */
const rest = Buffer.alloc(64);
export const BYTES = {
  pdf: Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n'), rest]),
  /** One transparent dot. */
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpeg: Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), rest]),
  wav: Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), rest]),
  flac: Buffer.concat([Buffer.from('fLaC'), rest]),
  /** A program for Windows. */
  exe: Buffer.concat([Buffer.from('MZ'), rest]),
  zip: Buffer.concat([Buffer.from('504b0304140000000000', 'hex'), rest]),
};
