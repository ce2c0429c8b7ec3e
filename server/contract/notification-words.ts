/** What a notification says in words, on pages and in e-mail. */
import type { Notification, NotificationReason } from './notifications.ts';

/** What somebody did, after their name. */
export function didWords({ reason, count }: Pick<Notification, 'reason' | 'count'>): string {
  if (reason === 'expired' && count > 1) return `changed what ${count} of your verdicts were about`;
  return DID[reason];
}

const DID: Readonly<Record<NotificationReason, string>> = {
  mention: 'mentioned you',
  assignment: 'gave you a claim to check',
  return: 'returned your verdict',
  reply: 'answered in a thread that you write in',
  comment: 'commented on a claim of yours',
  expired: 'changed what your verdict was about',
};

/** Where it is seen, from the root of Claimdesk: the claim, with the comment where there is one. */
export function placeOf({
  story,
  claim,
  comment,
}: {
  readonly story: { readonly id: string };
  readonly claim: { readonly id: string } | null;
  readonly comment: { readonly id: string } | null;
}): string {
  const path = `/stories/${story.id}`;
  if (claim === null) return path;
  return `${path}#claim=${claim.id}${comment === null ? '' : `&comment=${comment.id}`}`;
}
