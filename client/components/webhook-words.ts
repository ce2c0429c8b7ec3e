/** Webhooks in a newsroom's words. */
import type {
  Delivery,
  DeliveryError,
  DeliveryState,
  MessageType,
  Webhook,
} from '../../server/contract/webhooks.ts';
import { fullTime } from '../times.ts';

export const TYPE_WORDS: Readonly<Record<MessageType, string>> = {
  'story.created': 'A story was brought in',
  'story.signed_off': 'A story was signed off',
  'claim.verified': 'A claim was verified',
  'claim.returned': 'A claim was returned',
  'claim.expired': 'A verdict expired',
  'webhook.test': 'A test',
};

export const STATE_WORDS: Readonly<Record<DeliveryState, string>> = {
  pending: 'To be sent',
  delivered: 'Taken',
  failed: 'Not taken yet',
  dead: 'Given up',
};

const ERROR_WORDS: Readonly<Record<Exclude<DeliveryError, 'answer'>, string>> = {
  answer_broken: 'the answer could not be read',
  too_slow: 'no answer within 15 seconds',
  unreachable: 'no connection',
  unknown_name: 'nobody has this name',
  certificate: 'its certificate is not trusted',
  address: 'nothing is sent to such an address',
  private: 'it leads into a network that is not public',
  erased: 'what it tells was erased',
  not_for_owner: 'the story is not for the address’s owner',
  secret: 'the secret cannot be read: SOURCE_KEY is another one',
};

/** What came of the last try: "answered 503"; null before the first. */
export function outcomeWords({ status, error, state }: Delivery): string | null {
  if (status !== null && (error === 'answer' || error === null)) {
    const moved = status >= 300 && status < 400 ? ': redirects are not followed' : '';
    return `answered ${status}${moved}`;
  }
  if (error === null || error === 'answer') return state === 'pending' ? null : 'not known';
  return ERROR_WORDS[error];
}

/** Whether anything is sent, and why not. */
export function hookWords(hook: Webhook): string {
  if (hook.withdrawn) return 'Withdrawn';
  switch (hook.stopped) {
    case 'gone':
      return 'Stopped by itself: it answered that it is gone for good';
    case 'failing':
      return 'Stopped by itself: it took nothing for three days';
    case 'owner':
      return 'Stopped: its owner is no admin any more. Let it go on to take it over';
    default:
      break;
  }
  if (!hook.active) return 'Stopped';
  return hook.failingSince === null ? 'Works' : `Takes nothing since ${fullTime(hook.failingSince)}`;
}
