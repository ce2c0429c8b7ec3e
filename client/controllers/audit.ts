/** The audit of one story: what is known of it, and what becomes of its flags. */
import type { LitElement, ReactiveController } from 'lit';
import type { AuditedAttribution, Flag } from '../../server/contract/audit.ts';
import type { Claim } from '../../server/contract/claims.ts';
import { getArticle } from '../api/articles.ts';
import { dismissFlag, getAudit, restoreFlag } from '../api/audit.ts';
import { listArticleClaims } from '../api/claims.ts';
import { newKey } from '../api/http.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { type AuditRow, rowsOf } from './audit-rows.ts';
import { FollowedRows } from './following/followed-rows.ts';
import { alike } from './following/rows.ts';

export type Audit = Awaited<ReturnType<typeof getAudit>>;

/**
 * Fetches the audit when the host appears, and again when it is told to or its window is looked at: others work on the
 * story too. What they did is put into the rows that nobody has in hand; rows come, go and move once they are asked to.
 */
export class AuditController implements ReactiveController {
  /** As it is laid out. What the rows say by now is in `rows`. */
  audit: Audit | null = null;
  title = '';
  /** Why there is nothing newer to show. */
  problem: ApiProblem | null = null;
  /** The flag that is being dismissed or brought back, and what went wrong with it. */
  flagging: { readonly key: string; readonly problem: ApiProblem | null } | null = null;
  readonly rows: FollowedRows<AuditRow>;

  readonly #host: LitElement;
  readonly #articleId: () => string;
  readonly #loaded: (items: readonly AuditedAttribution[], title: string) => void;
  #latest: Audit | null = null;
  #loading = new AbortController();

  /**
   * @param loaded told of the audit when it is laid out first
   * @param renewed told of the claims whose rows say something newer
   */
  constructor(
    host: LitElement,
    articleId: () => string,
    loaded: (items: readonly AuditedAttribution[], title: string) => void,
    renewed: (claimIds: readonly string[]) => void,
  ) {
    this.#host = host;
    this.#articleId = articleId;
    this.#loaded = loaded;
    this.rows = new FollowedRows<AuditRow>(
      host,
      { version: ({ item }) => item?.claim.version ?? 0, alike },
      renewed,
    );
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

  /** @returns what went wrong; null where nothing did, or something newer is being fetched */
  async load(): Promise<ApiProblem | null> {
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
      if (signal.aborted) return null;
      this.title = title;
      this.problem = null;
      this.#take(audit, items);
    } catch (thrown) {
      if (isAbort(thrown)) return null;
      this.problem = asProblem(thrown);
    }
    this.#host.requestUpdate();
    return this.problem;
  }

  /** Lay out what is known by now. */
  show(): void {
    if (this.#latest === null) return;
    const kept = new Map(this.audit?.items.map((item) => [item.claim.id, item]));
    const known = new Set(this.#latest.items.map(({ claim }) => claim.id));
    const ids = this.rows.show();
    // What is in hand stays, although it is no longer among those of the story.
    const stay = ids.flatMap((id) => (known.has(id) ? [] : (kept.get(id) ?? [])));
    this.audit = { ...this.#latest, items: [...this.#latest.items, ...stay] };
    this.#host.requestUpdate();
  }

  #take(audit: Audit, claims: readonly Claim[]): void {
    const fresh = rowsOf(audit, claims);
    const isFirst = this.audit === null;
    this.#latest = audit;
    if (isFirst) {
      this.audit = audit;
      this.rows.add(fresh);
      this.#loaded(audit.items, this.title);
      return;
    }
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const left = new Map<string, AuditRow | null>();
    for (const id of this.rows.ids) {
      const shown = this.rows.value(id);
      if (fresh.has(id) || shown === null) continue;
      const claim = byId.get(id);
      const item = shown.item === null || claim === undefined ? shown.item : { ...shown.item, claim };
      left.set(id, { ...shown, item, flags: [] });
    }
    this.rows.take(fresh, left);
    // Nothing is in anybody's hand where nothing is.
    if (this.rows.ids.length === 0) this.show();
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
      const flags = (all: readonly Flag[]) => all.map((one) => (one.key === key ? flag : one));
      const flagged = this.rows.ids.filter((row) =>
        this.rows.value(row)?.flags.some((one) => one.key === key),
      );
      for (const row of flagged) this.rows.put(row, (value) => ({ ...value, flags: flags(value.flags) }));
      if (this.audit !== null) this.audit = { ...this.audit, flags: flags(this.audit.flags) };
      if (this.#latest !== null) this.#latest = { ...this.#latest, flags: flags(this.#latest.flags) };
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
