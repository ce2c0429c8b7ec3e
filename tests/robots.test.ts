/** robots.txt: pure, by a case table. */
import { describe, expect, test } from 'vitest';
import { mayVisit, readRobots } from '../server/http/outbound/robots.ts';
import { robotsCases } from './cases/robots.ts';

const may = (file: string, path: string) =>
  mayVisit(readRobots(file, 'Claimdesk'), new URL(path, 'https://paper.example'));

describe.each(Object.entries(robotsCases))('%s', (_name, { file, open = [], closed = [] }) => {
  test.each(open.map((path) => [path]))('%s is open', (path) => {
    expect(may(file, path)).toBe(true);
  });
  test.each(closed.map((path) => [path]))('%s is closed', (path) => {
    expect(may(file, path)).toBe(false);
  });
});

test('a pattern of many pieces is looked for piece by piece', () => {
  const file = `User-agent: *\nDisallow: /${'a*'.repeat(200_000)}b$\n`;
  expect(may(file, `/${'a'.repeat(1900)}`)).toBe(true);
});

describe('what is long is read all the same', () => {
  const HALF = 250_000;
  test.each([
    ['a line of blanks', `${' '.repeat(2 * HALF)}\nUser-agent: *\nDisallow: /a\n`],
    ['blanks around a key', `User-agent: *\n${' '.repeat(HALF)}Disallow${' '.repeat(HALF)}: /a\n`],
    [
      'many programs in one group',
      `${'User-agent: b\n'.repeat(HALF / 14)}User-agent: *\n${'Allow: /\n'.repeat(HALF / 9)}Disallow: /a\n`,
    ],
    ['many rules', `User-agent: *\n${'Disallow: /*b*c*d*e\n'.repeat(HALF / 10)}Disallow: /a\n`],
  ])('%s', (_what, file) => {
    expect(may(file, '/a')).toBe(false);
    expect(may(file, `/${'bcd'.repeat(600)}`)).toBe(true);
  });
});
