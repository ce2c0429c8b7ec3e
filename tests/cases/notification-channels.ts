/** By which ways a person is told: what was stored, why they are told, and how. */
import type { NotificationReason, Way } from '../../server/contract/notifications.ts';

interface Case {
  readonly stored: unknown;
  readonly reason: NotificationReason;
  readonly way: Way;
  /** False where nothing is put down at all. */
  readonly told?: boolean;
}

const set = (way: unknown) => ({ mention: way, reply: { app: false, mail: 'none' } });

export const channelCases: Readonly<Record<string, Case>> = {
  'nothing set, what waits for somebody': {
    ...{ stored: null, reason: 'mention', way: { app: true, mail: 'at_once' } },
  },
  'nothing set, a claim to check': {
    ...{ stored: null, reason: 'assignment', way: { app: true, mail: 'at_once' } },
  },
  'nothing set, a returned verdict': {
    ...{ stored: null, reason: 'return', way: { app: true, mail: 'at_once' } },
  },
  'nothing set, an answer': { stored: null, reason: 'reply', way: { app: true, mail: 'daily' } },
  'nothing set, a new thread': { stored: null, reason: 'comment', way: { app: true, mail: 'daily' } },
  'nothing set, a verdict that ended': { stored: null, reason: 'expired', way: { app: true, mail: 'daily' } },
  'the bell alone': {
    ...{ stored: set({ app: true, mail: 'none' }), reason: 'mention', way: { app: true, mail: 'none' } },
  },
  'e-mail alone': {
    ...{
      stored: set({ app: false, mail: 'at_once' }),
      reason: 'mention',
      way: { app: false, mail: 'at_once' },
    },
  },
  'the summary alone': {
    ...{ stored: set({ app: false, mail: 'daily' }), reason: 'mention', way: { app: false, mail: 'daily' } },
  },
  'neither way': {
    ...{ stored: set(null), reason: 'reply', way: { app: false, mail: 'none' }, told: false },
  },
  'a reason that came after the others were set': {
    ...{ stored: set({ app: false, mail: 'none' }), reason: 'expired', way: { app: true, mail: 'daily' } },
  },
  'a way that nobody knows': {
    ...{ stored: set({ app: true, mail: 'weekly' }), reason: 'mention', way: { app: true, mail: 'at_once' } },
  },
  'something else altogether': { stored: 'no', reason: 'mention', way: { app: true, mail: 'at_once' } },
};
