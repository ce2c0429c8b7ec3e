/** Put the table of formats into the README. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withFormatTable } from './format-table.ts';

const README = path.join(import.meta.dirname, '../../README.md');
await writeFile(README, withFormatTable(await readFile(README, 'utf8')));
