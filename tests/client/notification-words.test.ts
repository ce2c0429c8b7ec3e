import { describe, expect, test } from 'vitest';
import { bellWords } from '../../client/components/notification-words.ts';
import { didWords, placeOf } from '../../server/contract/notification-words.ts';

const story = { id: 's', title: 'Ferry sinks' };
const claim = { id: 'c', quote: '41 people' };

describe('a notification in words', () => {
  test('says how many verdicts a newer text ended, where it is more than one', () => {
    expect(didWords({ reason: 'expired', count: 1 })).toBe('changed what your verdict was about');
    expect(didWords({ reason: 'expired', count: 12 })).toBe('changed what 12 of your verdicts were about');
    expect(didWords({ reason: 'return', count: 1 })).toBe('returned your verdict');
  });

  test('leads to the comment, else to the claim, else to the story', () => {
    expect(placeOf({ story, claim, comment: { id: 'k' } })).toBe('/stories/s#claim=c&comment=k');
    expect(placeOf({ story, claim, comment: null })).toBe('/stories/s#claim=c');
    expect(placeOf({ story, claim: null, comment: null })).toBe('/stories/s');
  });

  test('the bell is called after the number that it shows', () => {
    expect([0, 3, 99, 100].map(bellWords)).toEqual([
      'Notifications',
      'Notifications, 3 unread',
      'Notifications, 99 unread',
      'Notifications, 99+ unread',
    ]);
  });
});
