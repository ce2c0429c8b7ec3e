/** What one is told of. */
import type { BodyInput, QueryInput } from '../../server/contract/endpoint.ts';
import * as contract from '../../server/contract/notifications.ts';
import { call } from './http.ts';

export const listNotifications = (
  query: QueryInput<typeof contract.ListNotifications>,
  signal?: AbortSignal,
) => call(contract.ListNotifications, { query, signal });
export const markRead = (ids: readonly string[]) => call(contract.MarkRead, { body: { ids: [...ids] } });
/** All that was there when a list was answered: `seen` of that answer. */
export const markAllRead = (seen: string) => call(contract.MarkRead, { body: { seen } });
export const markUnread = (ids: readonly string[]) => call(contract.MarkUnread, { body: { ids: [...ids] } });

export const getNotificationSettings = (signal?: AbortSignal) =>
  call(contract.GetNotificationSettings, { signal });
export const setNotificationSettings = (body: BodyInput<typeof contract.SetNotificationSettings>) =>
  call(contract.SetNotificationSettings, { body });
