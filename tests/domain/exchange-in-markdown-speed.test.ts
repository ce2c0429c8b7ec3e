/** Markdown that opens much and closes nothing takes some seconds at the most, or is refused. */
import { expect, test } from 'vitest';
import { readMarkdown } from '../../server/domain/exchange/in/markdown.ts';
import { hostileMarkdown } from '../cases/exchange-in-markdown.ts';
import { effortOf } from '../support/effort.ts';

/** As many as a story may have bytes. */
const SIGNS = 2_000_000;
/** Milliseconds of processor time: a third of what a thread is given to read a file. */
const MOST = 7000;

test.each(Object.entries(hostileMarkdown))('%s', { timeout: 60_000 }, (_name, of) => {
  const bytes = Buffer.from(of(SIGNS));
  expect(effortOf(() => void readMarkdown(bytes))).toBeLessThan(MOST);
});
