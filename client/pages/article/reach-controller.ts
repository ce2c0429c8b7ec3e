/** Where the chosen claim went: asked when it has been chosen for a moment, and again when it has changed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClaimReach } from '../../../server/contract/radar.ts';
import { getReach } from '../../api/radar.ts';
import type { ProofView } from './proof-view.ts';

interface Host extends ReactiveControllerHost {
  readonly view: ProofView | null;
}

/** Milliseconds: whoever goes through claims by key asks nothing on the way. */
const PAUSE = 400;

export class ReachController implements ReactiveController {
  private asked = '';
  private found: ClaimReach | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private loading: AbortController | null = null;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.loading?.abort();
  }

  /** Of this claim; null until it is known. */
  of(claimId: string): ClaimReach | null {
    return this.found?.claimId === claimId ? this.found : null;
  }

  hostUpdated(): void {
    const claim = this.host.view?.chosen ?? null;
    const wanted = claim === null ? '' : `${claim.id} ${claim.version}`;
    if (wanted === this.asked) return;
    this.asked = wanted;
    clearTimeout(this.timer);
    this.loading?.abort();
    if (claim !== null) this.timer = setTimeout(() => void this.load(claim.id), PAUSE);
  }

  private async load(claimId: string): Promise<void> {
    const loading = new AbortController();
    this.loading = loading;
    try {
      this.found = await getReach(claimId, loading.signal);
      this.host.requestUpdate();
    } catch {
      // A line that is beside the work: where it cannot be had, there is none.
    }
  }
}
