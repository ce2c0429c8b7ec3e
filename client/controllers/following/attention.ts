/** How long somebody may have looked at a page: while its window is another one's, or hidden, nobody does. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Attention {
  /** Milliseconds of looking, up to the last time that somebody came or went. */
  readonly looked: number;
  /** When they came, of a clock that only rises; null while they are away. */
  readonly since: number | null;
}

export const UNATTENDED: Attention = { looked: 0, since: null };

/** Somebody came or went, as far as that is new. */
export function turned(attention: Attention, isHere: boolean, now: number): Attention {
  if (isHere === (attention.since !== null)) return attention;
  return isHere ? { ...attention, since: now } : { looked: lookedFor(attention, now), since: null };
}

/** Milliseconds of looking until now. */
export const lookedFor = ({ looked, since }: Attention, now: number): number =>
  looked + (since === null ? 0 : now - since);

/** A clock that stands still while nobody looks at the host's window. */
export class AttentionClock implements ReactiveController {
  private attention = UNATTENDED;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of TURNS) window.addEventListener(type, this.turn);
    document.addEventListener('visibilitychange', this.turn);
    this.turn();
  }

  hostDisconnected(): void {
    for (const type of TURNS) window.removeEventListener(type, this.turn);
    document.removeEventListener('visibilitychange', this.turn);
    this.attention = turned(this.attention, false, performance.now());
  }

  /** Milliseconds of a clock that only rises. */
  get now(): number {
    this.turn();
    return lookedFor(this.attention, performance.now());
  }

  private readonly turn = (): void => {
    this.attention = turned(this.attention, isLookedAt(), performance.now());
  };
}

const TURNS = ['focus', 'blur'] as const;

/** Whether somebody may look at this window: it has the system's focus and is not hidden. */
export const isLookedAt = (): boolean => document.hasFocus() && !document.hidden;
