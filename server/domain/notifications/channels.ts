/** By which ways a person is told of something. */
import { DEFAULT_WAYS, type NotificationReason, Way } from '../../contract/notifications.ts';

/**
 * How a person is told for one reason: as they have set it; as it is for whoever has set nothing where they have not, or
 * where what is stored says nothing of it, because the reason came after they had set the others.
 *
 * @param stored what was set, as it was stored; null for nothing
 */
export function wayFor(stored: unknown, reason: NotificationReason): Way {
  const set = typeof stored === 'object' && stored !== null ? Reflect.get(stored, reason) : undefined;
  const way = Way.safeParse(set);
  return way.success ? way.data : DEFAULT_WAYS[reason];
}

/** What is put down for somebody: null for nothing, where they want to be told neither way. */
export function channelsOf(stored: unknown, reason: NotificationReason): Way | null {
  const way = wayFor(stored, reason);
  return way.app || way.mail !== 'none' ? way : null;
}
