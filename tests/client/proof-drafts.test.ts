import { describe, expect, test } from 'vitest';
import { Drafts } from '../../client/controllers/proof/drafts.ts';

/** What a browser keeps, outliving a page. */
function storageOf(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function ids(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `id-${made}`;
  };
}

describe('the id under which a form is sent', () => {
  const words = { body: 'Who counted?', parentId: null };

  test('is the same for the same words, over a reload too', () => {
    const storage = storageOf();
    const make = ids();
    const first = new Drafts(storage, 'nadia').idFor('claim', 'comment', words, make);
    const again = new Drafts(storage, 'nadia').idFor('claim', 'comment', { ...words }, make);
    expect([first, again]).toEqual(['id-1', 'id-1']);
  });

  test('is another one for other words, another form, another person', () => {
    const storage = storageOf();
    const make = ids();
    const drafts = new Drafts(storage, 'nadia');
    const found = [
      drafts.idFor('claim', 'comment', words, make),
      drafts.idFor('claim', 'comment', { ...words, body: 'Who was counted?' }, make),
      drafts.idFor('claim', 'reply:1', words, make),
      new Drafts(storage, 'omar').idFor('claim', 'comment', words, make),
    ];
    expect(found).toEqual(['id-1', 'id-2', 'id-3', 'id-4']);
  });

  test('is another one once the form was saved or thrown away: the same words may be meant twice', () => {
    const storage = storageOf();
    const make = ids();
    const drafts = new Drafts(storage, 'nadia');
    drafts.idFor('claim', 'comment', words, make);
    drafts.clear('claim', 'comment');
    expect(drafts.idFor('claim', 'comment', words, make)).toBe('id-2');
    expect(new Drafts(storage, 'nadia').idFor('claim', 'comment', words, make)).toBe('id-2');
  });

  test('holds for this page where the browser keeps nothing', () => {
    const blocked = { ...storageOf(), getItem: () => null, setItem: () => {} };
    const drafts = new Drafts(blocked, 'nadia');
    const make = ids();
    expect([drafts.idFor('c', 'comment', words, make), drafts.idFor('c', 'comment', words, make)]).toEqual([
      'id-1',
      'id-1',
    ]);
  });
});
