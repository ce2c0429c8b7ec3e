/** One browser has one session: what a window does to it is told to the others. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const CHANNEL = 'claimdesk.session';

export class SessionElsewhere implements ReactiveController {
  private channel: BroadcastChannel | null = null;

  /** @param changed told when somebody signed in or out in another window of this browser */
  constructor(
    host: ReactiveControllerHost,
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.channel = new BroadcastChannel(CHANNEL);
    this.channel.onmessage = () => this.changed();
  }

  hostDisconnected(): void {
    this.channel?.close();
    this.channel = null;
  }

  /** Somebody signed in or out in this window. */
  tell(): void {
    this.channel?.postMessage(null);
  }
}
