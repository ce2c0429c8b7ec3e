import { describe, expect, test } from 'vitest';
import { attachmentNamed, exportFileName } from '../../server/domain/exchange/file-name.ts';

describe('the name of an export', () => {
  test.each([
    ['of many stories', null, 'desk'],
    ['of a story', 'Ferry sinks off Lindholm', 'ferry-sinks-off-lindholm'],
    ['with signs between its words', '“Nine dead”: what/we\\know..', 'nine-dead-what-we-know'],
    ['in another script', 'Паром затонул', 'паром-затонул'],
    ['with vowels above and below', 'कि की', 'कि-की'],
    ['with an accent as a character of its own', 'Zoe\u0308', 'zoë'],
    ['with nothing to read', '—!?', 'story'],
    ['too long, cut between words', `${'word '.repeat(20)}end`, Array(12).fill('word').join('-')],
    ['one word too long', 'a'.repeat(100), 'a'.repeat(60)],
    ['just long enough', `${'a'.repeat(55)} word`, `${'a'.repeat(55)}-word`],
  ])('%s', (_name, title, expected) => {
    expect(exportFileName(title, '2026-03-02', 'csv')).toBe(`claimdesk-${expected}-2026-03-02.csv`);
  });
});

describe('what the browser is told', () => {
  test.each([
    ['claimdesk-desk.csv', 'attachment; filename="claimdesk-desk.csv"'],
    [
      'claimdesk-zoë.csv',
      `attachment; filename="claimdesk-zoe.csv"; filename*=UTF-8''claimdesk-zo%C3%AB.csv`,
    ],
    [
      'claimdesk-пар-2026.csv',
      `attachment; filename="claimdesk-2026.csv"; filename*=UTF-8''claimdesk-%D0%BF%D0%B0%D1%80-2026.csv`,
    ],
  ])('%s', (name, expected) => {
    expect(attachmentNamed(name)).toBe(expected);
  });
});
