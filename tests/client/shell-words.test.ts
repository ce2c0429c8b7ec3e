/** Addresses, keys and times as the shell reads and writes them. */
import { describe, expect, test } from 'vitest';
import { keyName } from '../../client/controllers/shortcuts.ts';
import { readClaimsFilter, writeClaimsFilter } from '../../client/pages/claims-filter.ts';
import { matchRoute } from '../../client/router.ts';
import {
  deadlineWords,
  fromLocalInput,
  fromPublishedInput,
  publishedWords,
  spanWords,
  toLocalInput,
  toPublishedInput,
} from '../../client/times.ts';
import { creditsOf, headlineOf, listed, repeatedHeadlines } from '../../client/words.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

test.each([
  [0, false, '0 claims'],
  [1, false, '1 claim'],
  [50, true, '50 claims shown, more follow'],
  [1200, true, '1,200 claims shown, more follow'],
])('how much of a list is here: %i, more %s', (count, more, words) => {
  expect(listed(count, more, 'claim')).toBe(words);
});

test('headlines that several stories have', () => {
  const repeated = repeatedHeadlines(['Ferry sinks', 'Two freed', 'FERRY SINKS!', 'Ferry sinks', 'Ferry']);
  expect([...repeated]).toEqual([headlineOf('Ferry sinks')]);
});

describe('routes', () => {
  const cases = {
    '/': ['desk', ''],
    '/stories/new': ['import', ''],
    [`/stories/${ID}`]: ['article', ID],
    '/stories/nonsense': ['unknown', ''],
    '/claims': ['claims', ''],
    '/sources': ['sources', ''],
    [`/sources/${ID}`]: ['source', ID],
    '/sources/nobody': ['unknown', ''],
    '/invitations/a%2Fb-c': ['invitation', 'a/b-c'],
    '/invitations/%': ['invitation', '%'],
    '/claims/extra': ['unknown', ''],
  } as const;
  test.each(Object.entries(cases))('%s', (path, [name, value]) => {
    expect(matchRoute(path)).toMatchObject({ name, value });
  });

  test('nobody has to be signed in for set-up and invitation alone', () => {
    const open = ['/', '/claims', '/people', '/me', '/setup', '/invitations/x', '/nowhere'].filter(
      (path) => matchRoute(path).open,
    );
    expect(open).toEqual(['/setup', '/invitations/x']);
  });
});

describe('key names', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const cases = {
    'a letter': [{ ...plain, key: 'j' }, 'j'],
    'a character that needs Shift is itself': [{ ...plain, key: '?', shiftKey: true }, '?'],
    'a named key with Shift': [{ ...plain, key: 'ArrowRight', shiftKey: true }, 'Shift+ArrowRight'],
    'Command is Ctrl': [{ ...plain, key: 'z', metaKey: true }, 'Ctrl+z'],
    redo: [{ ...plain, key: 'Z', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+z'],
    'Alt stays apart': [{ ...plain, key: 'j', altKey: true }, 'Alt+j'],
    'the space bar has a name': [{ ...plain, key: ' ' }, 'Space'],
  } as const;
  test.each(Object.entries(cases))('%s', (_name, [event, expected]) => {
    expect(keyName(event)).toBe(expected);
  });
});

describe('deadlines', () => {
  const now = Date.parse('2024-03-01T12:00:00Z');
  const cases = {
    'overdue says so in words': ['2024-03-01T11:20:00Z', 'Overdue by 40 min', 'overdue'],
    'this minute is not overdue yet': ['2024-03-01T12:00:00Z', 'In under a minute', 'soon'],
    'two hours are soon': ['2024-03-01T14:00:00Z', 'In 2 h', 'soon'],
    'hours and minutes': ['2024-03-01T15:20:00Z', 'In 3 h 20 min', 'later'],
    days: ['2024-03-04T12:00:00Z', 'In 3 days', 'later'],
    none: [null, 'No deadline', 'none'],
  } as const;
  test.each(Object.entries(cases))('%s', (_name, [deadline, words, state]) => {
    expect(deadlineWords(deadline, now)).toEqual({ words, state });
  });

  test('rounding never says 60 min', () => {
    expect(spanWords(59.6 * 60_000)).toBe('1 h');
  });
});

test('an instant survives the way through a date field, to the minute', () => {
  expect(fromLocalInput(toLocalInput('2024-03-01T09:15:00.000Z'))).toBe('2024-03-01T09:15:00.000Z');
  expect([toLocalInput(null), fromLocalInput('')]).toEqual(['', null]);
});

test('a story published on a day keeps that day in every time zone', () => {
  const zone = process.env.TZ;
  const shown = ['Pacific/Honolulu', 'Pacific/Auckland'].map((tz) => {
    process.env.TZ = tz;
    const input = toPublishedInput('2014-03-08T00:00:00.000Z');
    return [publishedWords('2014-03-08T00:00:00.000Z'), input, fromPublishedInput(input)];
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  const expected = ['8 Mar 2014', '2014-03-08T00:00', '2014-03-08T00:00:00.000Z'];
  expect(shown).toEqual([expected, expected]);
});

test('a story published at an hour is shown with it', () => {
  expect(publishedWords('2014-03-08T16:05:00.000Z')).toMatch(/^\d Mar 2014, \d\d:05$/);
  expect(fromPublishedInput(toPublishedInput('2014-03-08T16:05:00.000Z'))).toBe('2014-03-08T16:05:00.000Z');
  expect([toPublishedInput(null), fromPublishedInput('')]).toEqual(['', null]);
});

describe('who a story is by is said once', () => {
  const cases: Record<string, [byline: string | null, agency: string | null, expected: string[]]> = {
    'byline and agency': ['Ines Varga', 'MWA', ['Ines Varga', 'MWA']],
    'the byline is the agency': ['MWA', 'MWA', ['MWA']],
    'the byline names the agency': ['Ines Varga, MWA', 'mwa', ['Ines Varga, MWA']],
    'an agency within another word': ['Ines Mwangi', 'MWA', ['Ines Mwangi', 'MWA']],
    'an agency alone': [null, 'MWA', ['MWA']],
    neither: [null, null, []],
  };
  test.each(Object.entries(cases))('%s', (_, [byline, agency, expected]) => {
    expect(creditsOf({ byline, agency })).toEqual(expected);
  });
});

describe('the filters of the claims page', () => {
  test('survive the way through the address', () => {
    const filter = {
      q: 'at least',
      kind: 'casualty_count',
      status: 'passed',
      assignee: 'me',
      from: '2024-03-01',
    } as const;
    expect(readClaimsFilter(writeClaimsFilter(filter))).toEqual({
      ...filter,
      verdict: undefined,
      sourceId: undefined,
      articleId: undefined,
      to: undefined,
    });
  });

  test('drop what the contract does not know, so that a mistyped address still answers', () => {
    const read = readClaimsFilter(
      new URLSearchParams('kind=rumour&assignee=someone&from=yesterday&sourceId=7'),
    );
    expect(Object.values(read).filter((value) => value !== undefined)).toEqual([]);
  });
});
