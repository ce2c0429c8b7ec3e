import { describe, expect, test } from 'vitest';
import { noteOf } from '../../server/domain/exchange/proof/notes.ts';
import { noteCases } from '../cases/proof-notes.ts';
import { id, input } from '../support/proofs.ts';

const numbers = {
  claims: new Map([5, 7, 8].map((number, at) => [id(number), String(at + 1)])),
  evidence: new Map([60, 61].map((number, at) => [id(number), `E${at + 1}`])),
  sources: new Map([51, 50].map((number, at) => [id(number), `S${at + 1}`])),
};

describe.each(Object.entries(noteCases))('%s', (_part, cases) => {
  test.each(Object.entries(cases))('%s', (_name, { claim, behind, expected }) => {
    const note = noteOf(claim, input(behind), numbers);
    const number = numbers.claims.get(claim.id);
    expect(note).toMatch(new RegExp(`^<li><span>${number}</span><span dir="auto">.*</span></li>$`));
    expect(note.replace(/^<li><span>\d+<\/span>|<[^<>]*>/g, '')).toBe(expected);
    expect(note).toContain(
      `<span class="state">${expected.split(' Fact')[0]?.split(/ (?:Attr|Cas|Sou)/)[0]}</span>`,
    );
  });
});

test('a claim without a number has none', () => {
  const [first] = Object.values(noteCases['the verdict'] ?? {});
  if (first === undefined) throw new Error('there are verdicts');
  expect(noteOf(first.claim, input(), { ...numbers, claims: new Map() })).toMatch(/^<li><span><\/span>/);
});
