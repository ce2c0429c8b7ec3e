/** Who has a say about addresses that are told what happens, and whose eyes they are told through. */
import type { DeliveryState, WebhookAction } from '../../contract/webhooks.ts';

/** What can be done with an address; that only admins may is asked before. */
export const webhookActions = ({ withdrawn }: { readonly withdrawn: boolean }): WebhookAction[] =>
  withdrawn ? ['restore'] : ['edit', 'rotate', 'test', 'withdraw'];

/**
 * Whether an edit makes its author the owner, through whose eyes the address is told: everyone who says where messages go,
 * or that they go on, else an admin could read a restricted story by having another's messages sent to themselves. Stopping
 * tells nobody anything.
 */
export const takesOver = (edit: {
  readonly url?: unknown;
  readonly types?: unknown;
  readonly active?: boolean | undefined;
}): boolean => edit.url !== undefined || edit.types !== undefined || edit.active === true;

interface HookState {
  readonly active: boolean;
  /** Its owner is an admin who has access. */
  readonly owned: boolean;
  readonly withdrawn: boolean;
}

/** What was sent, or is given up, can be sent again; what waits for its next try need not wait. */
export const mayRedeliver = (state: DeliveryState, hook: HookState): boolean =>
  state !== 'pending' && hook.active && hook.owned && !hook.withdrawn;
