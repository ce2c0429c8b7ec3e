import { describe, expect, test } from 'vitest';
import { readHeads, UnreadableExport } from '../../server/domain/exchange/read-heads.ts';
import { headCases, unreadableCases } from '../cases/exchange-heads.ts';

/** A file in pieces of so many characters. */
async function* cut(file: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < file.length; at += size) yield file.slice(at, at + size);
}
/** However a file is cut on its way, it reads the same. */
const SIZES = [1, 2, 3, 7, 64, 100_000];

describe('the heads of a file', () => {
  test.each(Object.entries(headCases))('%s', async (_name, { file, expected }) => {
    for (const size of SIZES) expect(await readHeads(cut(file, size)), `${size}`).toEqual(expected);
  });
});

describe('a file without heads says why', () => {
  test.each(Object.entries(unreadableCases))('%s', async (_name, { file, says }) => {
    for (const size of SIZES)
      await expect(readHeads(cut(file, size)), `${size}`).rejects.toThrow(new UnreadableExport(says));
  });

  test('what the file system says is passed on', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield `claim_id,story_id,story_head,story_head_hash${'\n'.repeat(200)}`;
      throw new Error('the disk is gone');
    }
    await expect(readHeads(broken())).rejects.toThrow(new Error('the disk is gone'));
  });
});
