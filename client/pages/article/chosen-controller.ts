/** Something about the chosen claim: asked when it has been chosen for a moment, and again when it has changed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Claim } from '../../../server/contract/claims.ts';
import type { ProofView } from './proof-view.ts';

interface Host extends ReactiveControllerHost {
  readonly view: ProofView | null;
}

interface Asking<Found> {
  /** Milliseconds: whoever goes through claims by key asks nothing on the way. */
  readonly pause: number;
  /** Whether there is anything to ask of this claim. */
  readonly concerns: (claim: Claim) => boolean;
  readonly fetch: (claimId: string, signal: AbortSignal) => Promise<Found>;
}

export class ChosenController<Found extends { readonly claimId: string }> implements ReactiveController {
  private asked = '';
  private found: Found | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private loading: AbortController | null = null;

  constructor(
    private readonly host: Host,
    private readonly asking: Asking<Found>,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.loading?.abort();
  }

  /** Of this claim; null until it is known. */
  of(claimId: string): Found | null {
    return this.found?.claimId === claimId ? this.found : null;
  }

  hostUpdated(): void {
    const chosen = this.host.view?.chosen ?? null;
    const claim = chosen !== null && this.asking.concerns(chosen) ? chosen : null;
    const wanted = claim === null ? '' : `${claim.id} ${claim.version}`;
    if (wanted === this.asked) return;
    this.asked = wanted;
    clearTimeout(this.timer);
    this.loading?.abort();
    if (claim !== null) this.timer = setTimeout(() => void this.load(claim.id), this.asking.pause);
  }

  private async load(claimId: string): Promise<void> {
    const loading = new AbortController();
    this.loading = loading;
    try {
      this.found = await this.asking.fetch(claimId, loading.signal);
      this.host.requestUpdate();
    } catch {
      // A line that is beside the work: where it cannot be had, there is none.
    }
  }
}
