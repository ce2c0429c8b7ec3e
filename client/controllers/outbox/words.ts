/** What is said of writes that are not saved yet. */
import { counted } from '../../words.ts';
import { isOnSight } from './entry.ts';
import type { Line, Waiting } from './line.ts';
import { onNow } from './on-present.ts';

export interface Unsaved {
  readonly items: Line;
  readonly lasts: boolean;
  readonly unread: number;
  readonly isSomeoneElses: boolean;
  readonly isSignedOut: boolean;
}

/** The line at the head of every page; null where there is nothing to say. */
export function unsavedWords({ items, lasts, unread, isSomeoneElses, isSignedOut }: Unsaved): string | null {
  const parts: string[] = [];
  const refused = items.filter(({ state }) => state === 'refused').length;
  const left = items.length - refused;
  if (refused > 0)
    parts.push(
      `${counted(refused, 'change was', 'changes were')} not taken and ${refused === 1 ? 'needs' : 'need'} you to look again.`,
    );
  if (left > 0) {
    const isSending = items.some(({ state }) => state === 'sending');
    const why = isSomeoneElses
      ? 'somebody else is signed in here'
      : isSending
        ? 'saving…'
        : isSignedOut
          ? `sign in again to save ${left === 1 ? 'it' : 'them'}`
          : refused > 0
            ? 'they wait for that, or for Claimdesk'
            : 'Claimdesk cannot be reached';
    parts.push(
      `${counted(left, 'change is', 'changes are')} not saved yet: ${why}${isSending && !isSomeoneElses ? '' : '.'}`,
    );
  }
  if (unread > 0)
    parts.push(
      `${counted(unread, 'change', 'changes')} from another version of Claimdesk cannot be read here and stay kept.`,
    );
  if (!lasts && items.length > 0)
    parts.push('This browser keeps nothing: leave the page open, or they are lost.');
  return parts.length === 0 ? null : parts.join(' ');
}

/** Asked of whoever signs out with `count` changes that are not saved yet. */
export function leavingWords({ count, lasts }: { count: number; lasts: boolean }): string {
  const many = count !== 1;
  const words = `${counted(count, 'change is', 'changes are')} not saved yet.`;
  return lasts
    ? `${words} Nobody else sees ${many ? 'them' : 'it'}: this browser keeps ${many ? 'them' : 'it'}, and saves ${many ? 'them' : 'it'} when you sign in here again.`
    : `${words} This browser keeps nothing: signing out loses ${many ? 'them' : 'it'}.`;
}

/** Whether what was refused may be sent on what is there now. What was said on sight is said again by its author alone. */
export const mayGoAgain = ({ entry, refused }: Waiting): boolean =>
  !isOnSight(entry) && onNow(entry, refused) !== null;
