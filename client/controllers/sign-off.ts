/** Signing a story off: what the signer has seen, and what happened since. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Claim } from '../../server/contract/claims.ts';
import type { HistoryItem } from '../../server/contract/history.ts';
import type { SignOffState } from '../../server/contract/sign-off.ts';
import type { Suggestion } from '../../server/contract/suggestions.ts';
import { getArticle } from '../api/articles.ts';
import { listArticleClaims } from '../api/claims.ts';
import { getArticleHistory } from '../api/history.ts';
import { newKey } from '../api/http.ts';
import { ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { endSignOff, getSignOff, giveSignOff } from '../api/sign-off.ts';
import { listSuggestions } from '../api/suggestions.ts';
import { AttentionClock } from './following/attention.ts';
import { UNREAD } from './following/rows.ts';
import { stillTicked } from './sign-off-words.ts';

/** Refusals after which the page has to be looked at again: what they speak of is not on it yet. */
const MOVED: ReadonlySet<string> = new Set([
  'STALE_HEAD',
  'STALE_REVISION',
  'NOT_READY',
  'NEEDS_ACKNOWLEDGEMENT',
  'SIGNED_OFF',
  'NOT_SIGNED_OFF',
  'ONLY_CHECKER',
  'ARCHIVED',
]);

/**
 * The sign-off of one story.
 *
 * Nothing is ever signed that is not on the page: a sign-off names the head that the page shows. Where the story has
 * moved on, what is new is fetched and shown, and the signer decides again.
 */
export class SignOffController implements ReactiveController {
  state: SignOffState | null = null;
  title = '';
  claims: ReadonlyMap<string, Claim> = new Map();
  /** Those of the current text by id, where any were left open. */
  suggestions: ReadonlyMap<string, Suggestion> = new Map();
  /** What happened since the page was opened, oldest first; not what was done on it. */
  news: readonly HistoryItem[] = [];
  /** More happened than is listed. */
  moreNews = false;
  /** How many things happened that are not on the page. */
  waiting = 0;
  /** Claims and suggestions that the signer lets stand. */
  ticked: ReadonlySet<string> = new Set();
  /** Why there is nothing newer to show. */
  problem: ApiProblem | null = null;
  /** Why it was not signed, or not reopened. */
  refusal: ApiProblem | null = null;
  busy = false;

  readonly #host: ReactiveControllerHost;
  readonly #clock: AttentionClock;
  readonly #articleId: () => string;
  readonly #loaded: (title: string) => void;
  /** The last thing sent, with its key: the same sent again by hand counts once. */
  #sent = { body: '', key: '' };
  #loading = new AbortController();
  /** When what there is to decide on was put before whoever may, without their asking: of a clock that stands while nobody looks. */
  #changedAt = Number.NEGATIVE_INFINITY;

  constructor(
    host: ReactiveControllerHost,
    articleId: () => string,
    loaded: (title: string) => void = () => {},
  ) {
    this.#host = host;
    this.#clock = new AttentionClock(host);
    this.#articleId = articleId;
    this.#loaded = loaded;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focus', this.#onFocus);
    void this.load();
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.#onFocus);
    this.#loading.abort();
  }

  /** Fetch where the story stands; what happened since the last look is shown as news. @returns what went wrong, or null */
  async load(): Promise<ApiProblem | null> {
    this.#loading.abort();
    const loading = new AbortController();
    this.#loading = loading;
    try {
      const state = await getSignOff(this.#articleId(), loading.signal);
      await this.#take(state, this.state?.head ?? state.head, loading.signal);
      this.problem = null;
    } catch (thrown) {
      if (isAbort(thrown)) return null;
      this.problem = asProblem(thrown);
    }
    this.#host.requestUpdate();
    return this.problem;
  }

  /**
   * Something may have happened. Where there is nothing for this person to sign, it is shown, as where a sign-off ended;
   * else it is told of, and shown once they ask for it: what they sign, and what they ticked, is not changed under their
   * hands.
   *
   * @returns what went wrong, or null
   */
  async look(): Promise<ApiProblem | null> {
    const { state, busy } = this;
    if (busy) return null;
    if (state === null || !state.can.includes('sign_off')) {
      const problem = await this.load();
      const isNews = state !== null && this.state !== null && this.state.head > state.head;
      if (isNews) this.#changedAt = this.#clock.now;
      return problem;
    }
    try {
      const { head } = await getArticleHistory(this.#articleId(), { limit: 1 });
      if (this.state === state) this.waiting = Math.max(0, head - state.head);
    } catch (thrown) {
      const problem = asProblem(thrown);
      // Such as a story that this person may not see any more.
      return isRefused(problem) ? this.load() : problem;
    } finally {
      this.#host.requestUpdate();
    }
    return null;
  }

  /** Show it, where whoever decides has not seen all. True where they have to look first. */
  async #hasToLook(): Promise<boolean> {
    if (this.waiting === 0 && this.#clock.now - this.#changedAt >= UNREAD) return false;
    this.refusal = new ApiProblem({ status: 409, code: 'STALE_HEAD', message: LOOK_FIRST });
    await this.load();
    return true;
  }

  tick(ids: readonly string[], on: boolean): void {
    const ticked = new Set(this.ticked);
    for (const id of ids)
      if (on) ticked.add(id);
      else ticked.delete(id);
    this.ticked = ticked;
    this.#host.requestUpdate();
  }

  /** True where all that has to be let stand by name is. */
  get isAcknowledged(): boolean {
    if (this.state === null) return false;
    return [...claimsOf(this.state), ...this.state.openSuggestions].every((id) => this.ticked.has(id));
  }

  /** Sign what the page shows. True where it was done. */
  async sign(): Promise<boolean> {
    const { state } = this;
    if (state === null || (await this.#hasToLook())) return false;
    const { revision, sha256, head } = state;
    const acknowledge = claimsOf(state).filter((id) => this.ticked.has(id));
    const acknowledgeSuggestions = state.openSuggestions.filter((id) => this.ticked.has(id));
    const body = { revision, sha256, head, acknowledge, acknowledgeSuggestions };
    return this.#send(body, (key) => giveSignOff(this.#articleId(), body, key));
  }

  /** Reopen the story. True where it was done. */
  async reopen(reason: string): Promise<boolean> {
    if (await this.#hasToLook()) return false;
    return this.#send({ reason }, (key) => endSignOff(this.#articleId(), reason, key));
  }

  async #send(body: object, ask: (key: string) => Promise<SignOffState>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refusal = null;
    this.#host.requestUpdate();
    const written = JSON.stringify(body);
    if (this.#sent.body !== written) this.#sent = { body: written, key: newKey() };
    try {
      const state = await ask(this.#sent.key);
      this.#sent = { body: '', key: '' };
      this.ticked = new Set();
      this.news = [];
      this.moreNews = false;
      await this.#take(state, state.head);
      return true;
    } catch (thrown) {
      this.refusal = asProblem(thrown);
      if (MOVED.has(this.refusal.code)) await this.load();
      return false;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /**
   * Claims and suggestions are fetched after the state: what a sign-off names is never newer than what is shown beside it.
   *
   * @param seen the head that the page showed before
   */
  async #take(state: SignOffState, seen: number, signal?: AbortSignal): Promise<void> {
    const id = this.#articleId();
    const [{ items }, { title }, suggestions, news] = await Promise.all([
      listArticleClaims(id, {}, signal),
      getArticle(id, signal),
      hasLeftOpen(state) ? listSuggestions(id, signal).then((list) => list.items) : [],
      state.head === seen ? null : getArticleHistory(id, { after: seen }, signal),
    ]);
    if (signal?.aborted) return;
    if (news !== null) {
      const fresh = news.items.filter(({ seq }) => seq <= state.head);
      this.news = [...this.news, ...fresh];
      this.moreNews ||= (fresh.at(-1)?.seq ?? state.head) < state.head;
      this.ticked = this.moreNews ? new Set() : stillTicked(this.ticked, fresh);
    }
    this.state = state;
    this.waiting = 0;
    this.claims = new Map(items.map((claim) => [claim.id, claim]));
    this.suggestions = new Map(suggestions.map((suggestion) => [suggestion.id, suggestion]));
    this.title = title;
    this.#loaded(title);
  }

  readonly #onFocus = (): void => void this.look();
}

/** Where whoever reopens has not seen all. */
const LOOK_FIRST = 'Something happened in this story since you looked. It is listed above.';

const isRefused = ({ status }: ApiProblem): boolean => status >= 400 && status < 500;

const claimsOf = ({ toAcknowledge }: SignOffState): string[] => toAcknowledge.map(({ claimId }) => claimId);

/** Suggestions wait to be let stand, or were. */
const hasLeftOpen = ({ openSuggestions, signOff }: SignOffState): boolean =>
  openSuggestions.length > 0 || (signOff?.acknowledgedSuggestions.length ?? 0) > 0;
