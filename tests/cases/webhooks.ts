/** What events are told as, and when a message that was not taken is sent again: one row for each case. */
import type { EventType } from '../../server/contract/history.ts';
import type { MessageType, WebhookType } from '../../server/contract/webhooks.ts';

interface Announced {
  readonly type: EventType;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly expected: WebhookType | null;
}
export const announcedCases: Readonly<Record<string, Announced>> = {
  'a story that is brought in': { type: 'article.created', expected: 'story.created' },
  'a story from another Claimdesk': { type: 'article.imported', expected: 'story.created' },
  'a sign-off': { type: 'article.signed_off', expected: 'story.signed_off' },
  'the end of one': { type: 'article.reopened', expected: null },
  'a newer text by itself': { type: 'article.revised', expected: null },
  'a review that passes': { type: 'review.passed', expected: 'claim.verified' },
  'a claim that is brought back': { type: 'claim.restored', expected: 'claim.verified' },
  'a review that returns': { type: 'review.returned', expected: 'claim.returned' },
  'a review that is reopened': { type: 'review.reopened', expected: null },
  'an edit that expires a verdict': {
    type: 'claim.edited',
    data: { expired: ['details'] },
    expected: 'claim.expired',
  },
  'an edit that expires none': { type: 'claim.edited', data: { after: { summary: 'x' } }, expected: null },
  'a newer text that expires a verdict': {
    type: 'claim.replaced',
    data: { change: 'reworded', expired: ['text'] },
    expected: 'claim.expired',
  },
  'a newer text on a claim without one': {
    type: 'claim.replaced',
    data: { change: 'reworded' },
    expected: null,
  },
  'a verdict': { type: 'verdict.given', expected: null },
  'a mark': { type: 'claim.marked', expected: null },
};

interface Wait {
  readonly type?: MessageType;
  readonly tries: number;
  readonly chance?: number;
  readonly asked?: number;
  /** Seconds; null for no further try. */
  readonly expected: number | null;
}
const HOUR = 3600;
export const waitCases: Readonly<Record<string, Wait>> = {
  'soon after the first try': { tries: 1, expected: 5 },
  'minutes after the second': { tries: 2, expected: 300 },
  'half an hour after the third': { tries: 3, expected: 1800 },
  'a day after the ninth': { tries: 9, expected: 24 * HOUR },
  'not after the tenth': { tries: 10, expected: null },
  'somewhat later by chance': { tries: 2, chance: 0.5, expected: 330 },
  'a fifth later at most': { tries: 2, chance: 1, expected: 360 },
  'as late as the receiver asks': { tries: 1, asked: 120, expected: 120 },
  'no sooner because it asks': { tries: 3, asked: 10, expected: 1800 },
  'a day at most': { tries: 1, asked: 30 * 24 * HOUR, expected: 24 * HOUR },
  'no further try because it asks': { tries: 10, asked: 60, expected: null },
  'a test once': { type: 'webhook.test', tries: 1, asked: 60, expected: null },
};

interface Stop {
  readonly status: number | null;
  /** Hours since the first failure. */
  readonly hours: number;
  readonly expected: 'gone' | 'failing' | null;
}
export const stopCases: Readonly<Record<string, Stop>> = {
  'not at the first failure': { status: 500, hours: 0, expected: null },
  'not after two days': { status: null, hours: 71.9, expected: null },
  'after three days': { status: null, hours: 72, expected: 'failing' },
  'at once where it says that it is gone': { status: 410, hours: 0, expected: 'gone' },
  'as gone also after days': { status: 410, hours: 99, expected: 'gone' },
  'not where it is not found': { status: 404, hours: 0, expected: null },
};

export const askedCases: Readonly<
  Record<string, { readonly header?: string; readonly expected: number | null }>
> = {
  'no header': { expected: null },
  seconds: { header: '120', expected: 120 },
  'seconds with blanks': { header: ' 5 ', expected: 5 },
  none: { header: '0', expected: 0 },
  'a date': { header: 'Wed, 21 Oct 2026 07:28:00 GMT', expected: null },
  'a fraction': { header: '1.5', expected: null },
  'less than nothing': { header: '-1', expected: null },
  'a number without end': { header: '9'.repeat(400), expected: null },
};
