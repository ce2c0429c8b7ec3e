/** What people are told of, for tests. */
import { ListNotifications, type Notification } from '../../server/contract/notifications.ts';
import { answer } from './contract.ts';
import type { Person } from './desk.ts';

export const listOf = async (as: Person, query = '') =>
  answer(ListNotifications, await as.get(`/api/notifications${query}`));

/** The newest first. */
export const toldTo = async (as: Person): Promise<readonly Notification[]> => (await listOf(as)).items;

export const reasonsOf = async (as: Person): Promise<string[]> =>
  (await toldTo(as)).map(({ reason }) => reason);
