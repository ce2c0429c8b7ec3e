/** What the bell says, in words. */

/** As the bell shows it: more than two digits tell nobody more. */
export const countWords = (unread: number): string => (unread > 99 ? '99+' : String(unread));

/** The name of the bell, with the number that it shows. */
export const bellWords = (unread: number): string =>
  unread === 0 ? 'Notifications' : `Notifications, ${countWords(unread)} unread`;
