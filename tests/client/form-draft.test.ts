/** What is typed is kept for whoever typed it, and for nobody who signs in after them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { pageIsOf } from '../../client/api/http.ts';
import { forgetOfAll, forgetTyped, keepTyped, recallTyped } from '../../client/controllers/form-draft.ts';

const Typed = z.object({ note: z.string() });
const words = { note: 'The register says 41.' };
let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    key: (at: number) => [...stored.keys()][at] ?? null,
    get length() {
      return stored.size;
    },
    removeItem: (key: string) => void stored.delete(key),
  });
  pageIsOf('ada');
});
afterEach(() => vi.unstubAllGlobals());

describe('what was typed', () => {
  test('is there again for who typed it, until it is forgotten', () => {
    expect(keepTyped('return.claim', words)).toBe(true);
    expect(recallTyped('return.claim', Typed)).toEqual(words);
    forgetTyped('return.claim');
    expect(recallTyped('return.claim', Typed)).toBeNull();
    expect(stored.size).toBe(0);
  });

  test('is not shown to the next person, who loses none of it either', () => {
    keepTyped('return.claim', words);
    pageIsOf('ben');
    expect(recallTyped('return.claim', Typed)).toBeNull();
    forgetTyped('return.claim');
    pageIsOf('ada');
    expect(recallTyped('return.claim', Typed)).toEqual(words);
  });

  test('goes for all who typed it where it may not be kept', () => {
    keepTyped('source.one', words);
    pageIsOf('ben');
    keepTyped('source.one', words);
    keepTyped('source.other', words);
    stored.set('claimdesk.draft.source.one', JSON.stringify(words));
    forgetOfAll('source.one');
    expect([...stored.keys()]).toEqual(['claimdesk.draft.ben.source.other']);
  });

  test('and kept before keys told persons apart is shown to nobody, and goes', () => {
    stored.set('claimdesk.draft.return.claim', JSON.stringify(words));
    expect(recallTyped('return.claim', Typed)).toBeNull();
    expect(stored.size).toBe(0);
  });
});
