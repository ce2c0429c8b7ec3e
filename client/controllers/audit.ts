/** The audit of one story: what is known of it, and what becomes of its flags. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Claim } from '../../server/contract/claims.ts';
import { getArticle } from '../api/articles.ts';
import { dismissFlag, getAudit, restoreFlag } from '../api/audit.ts';
import { listArticleClaims } from '../api/claims.ts';
import { newKey } from '../api/http.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';

export type Audit = Awaited<ReturnType<typeof getAudit>>;

/** Fetches the audit when the host appears, and again when its window is looked at: others work on the story too. */
export class AuditController implements ReactiveController {
  audit: Audit | null = null;
  /** Every claim of the story, by id. */
  claims: ReadonlyMap<string, Claim> = new Map();
  title = '';
  /** Why there is nothing newer to show. */
  problem: ApiProblem | null = null;
  /** The flag that is being dismissed or brought back, and what went wrong with it. */
  flagging: { readonly key: string; readonly problem: ApiProblem | null } | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #articleId: () => string;
  readonly #loaded: (audit: Audit, title: string) => void;
  #loading = new AbortController();

  /** @param loaded told of each audit that was fetched */
  constructor(
    host: ReactiveControllerHost,
    articleId: () => string,
    loaded: (audit: Audit, title: string) => void,
  ) {
    this.#host = host;
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

  async load(): Promise<void> {
    this.#loading.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const [id, { signal }] = [this.#articleId(), loading];
    try {
      const [audit, { items }, { title }] = await Promise.all([
        getAudit(id, signal),
        listArticleClaims(id, {}, signal),
        getArticle(id, signal),
      ]);
      if (signal.aborted) return;
      this.audit = audit;
      this.claims = new Map(items.map((claim) => [claim.id, claim]));
      this.title = title;
      this.problem = null;
      this.#loaded(audit, title);
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
    this.#host.requestUpdate();
  }

  /** Dismiss a flag with a reason; without one bring it back. True where it was done. */
  async flag(key: string, reason: string | null): Promise<boolean> {
    const id = this.#articleId();
    this.flagging = { key, problem: null };
    this.#host.requestUpdate();
    try {
      const flag = await (reason === null
        ? restoreFlag(id, key, newKey())
        : dismissFlag(id, key, reason, newKey()));
      if (this.audit !== null)
        this.audit = { ...this.audit, flags: this.audit.flags.map((one) => (one.key === key ? flag : one)) };
      this.flagging = null;
      return true;
    } catch (thrown) {
      this.flagging = { key, problem: asProblem(thrown) };
      return false;
    } finally {
      this.#host.requestUpdate();
    }
  }

  readonly #onFocus = (): void => void this.load();
}
