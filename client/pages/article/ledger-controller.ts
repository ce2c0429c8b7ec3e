/** The ledger of the story, fetched when its claims have changed and there is a moment. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Ledger } from '../../../server/contract/figures.ts';
import { getFigures } from '../../api/figures.ts';
import { type ApiProblem, asProblem, isAbort } from '../../api/problem.ts';
import type { ProofView } from './proof-view.ts';

interface Host extends ReactiveControllerHost {
  readonly view: ProofView | null;
}

/** Milliseconds after a change: while it is looked at; and while only the number of its problems is shown. */
const SOON = 250;
const LATER = 2500;

export class LedgerController implements ReactiveController {
  ledger: Ledger | null = null;
  problem: ApiProblem | null = null;

  private asked: string | null = null;
  private wasOpen = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private loading: AbortController | null = null;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.loading?.abort();
  }

  /** Whatever was drawn: look whether the claims are others than those that were last asked about. */
  hostUpdated(): void {
    const { view } = this.host;
    if (view === null) return;
    const opens = view.ledger && !this.wasOpen;
    this.wasOpen = view.ledger;
    const { articleId, store } = view.session;
    const wanted = `${articleId} ${view.revision} ${store.change}`;
    if (wanted === this.asked && !(opens && (this.timer !== undefined || this.problem !== null))) return;
    this.asked = wanted;
    clearTimeout(this.timer);
    const pause = !view.ledger ? LATER : this.ledger === null || opens ? 0 : SOON;
    this.timer = setTimeout(() => void this.load(), pause);
  }

  async load(): Promise<void> {
    const articleId = this.host.view?.session.articleId;
    this.timer = undefined;
    if (articleId === undefined) return;
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.problem = null;
    try {
      this.ledger = await getFigures(articleId, loading.signal);
    } catch (thrown) {
      if (isAbort(thrown)) return;
      this.problem = asProblem(thrown);
    }
    this.host.requestUpdate();
  }
}
