import { expect, test } from 'vitest';
import { readCsv } from '../../server/domain/exchange/read-csv.ts';
import { recordCases } from '../cases/exchange-read-csv.ts';

async function recordsOf(file: string, size: number): Promise<string[][]> {
  async function* cut(): AsyncGenerator<string> {
    for (let at = 0; at < file.length; at += size) yield file.slice(at, at + size);
  }
  const records: string[][] = [];
  for await (const record of readCsv(cut())) records.push(record);
  return records;
}

test.each(Object.entries(recordCases))('%s', async (_name, { file, expected }) => {
  for (const size of [1, 2, 3, 100]) expect(await recordsOf(file, size), `${size}`).toEqual(expected);
});

test('a file that ends within a cell was cut off', async () => {
  await expect(recordsOf('a,"b\n', 100)).rejects.toThrow(new SyntaxError('the file ends within a cell'));
});
