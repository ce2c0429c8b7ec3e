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

describe('what was saved', () => {
  test.each([
    ['is done with', { body: 'Who counted?' }, null],
    [
      'leaves what was typed meanwhile',
      { body: 'Who counted? And when?' },
      { body: 'Who counted? And when?' },
    ],
    [
      'leaves a field that was touched meanwhile',
      { body: 'Who counted?', note: 'ask' },
      { body: 'Who counted?', note: 'ask' },
    ],
  ])('%s', (_, typed, left) => {
    const storage = storageOf();
    const drafts = new Drafts(storage, 'nadia');
    drafts.set('claim', 'comment', typed, 1);
    expect(drafts.saved('claim', 'comment', { body: 'Who counted?' })).toBe(left === null);
    expect(new Drafts(storage, 'nadia').get('claim', 'comment')?.fields ?? null).toEqual(left);
  });

  test.each([
    ['in a window that had nothing in the form', false],
    ['in a window that had typed what was saved', true],
  ])('leaves what another window has typed in the form since, %s', (_, hasTyped) => {
    const storage = storageOf();
    const here = new Drafts(storage, 'nadia');
    if (hasTyped) here.set('claim', 'comment', { body: 'Who counted?' }, 1);
    else here.get('claim', 'comment');
    const elsewhere = { body: 'Who counted, and where?' };
    new Drafts(storage, 'nadia').set('claim', 'comment', elsewhere, 1);
    expect(here.saved('claim', 'comment', { body: 'Who counted?' })).toBe(true);
    expect(here.get('claim', 'comment')).toBeNull();
    expect(new Drafts(storage, 'nadia').get('claim', 'comment')?.fields).toEqual(elsewhere);
  });

  test('is forgotten as it is stored, where this window had not read it', () => {
    const storage = storageOf();
    const here = new Drafts(storage, 'nadia');
    here.get('claim', 'comment');
    const typed = { body: 'Who counted?' };
    new Drafts(storage, 'nadia').set('claim', 'comment', typed, 1);
    expect(here.saved('claim', 'comment', typed)).toBe(true);
    expect(new Drafts(storage, 'nadia').get('claim', 'comment')).toBeNull();
  });

  test('is not taken for the same when it is sent once more', () => {
    const storage = storageOf();
    const drafts = new Drafts(storage, 'nadia');
    const make = ids();
    const words = { body: 'Who counted?' };
    drafts.set('claim', 'comment', { body: 'Who counted? And' }, 1);
    const first = drafts.idFor('claim', 'comment', words, make);
    drafts.saved('claim', 'comment', words);
    expect(drafts.idFor('claim', 'comment', words, make)).not.toBe(first);
  });
});

describe('what a browser does not keep', () => {
  const full = {
    ...storageOf(),
    setItem: () => {
      throw new DOMException('No room', 'QuotaExceededError');
    },
  };

  test('would be lost until it is saved or thrown away', () => {
    const drafts = new Drafts(full, 'me');
    expect(drafts.wouldBeLost).toBe(false);
    for (const end of [
      () => drafts.saved('claim', 'comment', { body: 'Who counted?' }),
      () => drafts.clear('claim', 'comment'),
    ]) {
      expect(drafts.set('claim', 'comment', { body: 'Who counted?' }, 1)).toBe(false);
      expect(drafts.wouldBeLost).toBe(true);
      end();
      expect(drafts.wouldBeLost).toBe(false);
    }
  });

  test('is none of what it keeps', () => {
    const drafts = new Drafts(storageOf(), 'me');
    drafts.set('claim', 'comment', { body: 'Who counted?' }, 1);
    expect(drafts.wouldBeLost).toBe(false);
  });
});
