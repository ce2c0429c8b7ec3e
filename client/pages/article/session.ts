/** What the article page knows and how it is kept in step with the server. Writes are in the files beside it. */
import type { Article } from '../../../server/contract/articles.ts';
import { Claim } from '../../../server/contract/claims.ts';
import type { Evidence } from '../../../server/contract/evidence.ts';
import type { HistoryItem } from '../../../server/contract/history.ts';
import { MAX_SOURCE_IDS, type Source } from '../../../server/contract/sources.ts';
import type { LinkOffer, Suggestion } from '../../../server/contract/suggestions.ts';
import { getArticle } from '../../api/articles.ts';
import { getClaim, listArticleClaims } from '../../api/claims.ts';
import { listComments } from '../../api/comments.ts';
import { listCitations, listEvidence } from '../../api/evidence.ts';
import { getArticleHistory, getClaimHistory } from '../../api/history.ts';
import { newId } from '../../api/http.ts';
import { type ApiProblem, asProblem, OFFLINE } from '../../api/problem.ts';
import { listSources } from '../../api/sources.ts';
import { listSuggestions } from '../../api/suggestions.ts';
import type { Tab } from '../../components/inspector/acts.ts';
import type { Aside, FormState, KeptText } from '../../components/inspector/view.ts';
import { ClaimStore } from '../../controllers/proof/claim-store.ts';
import { Drafts, type FormName } from '../../controllers/proof/drafts.ts';
import { decidedByOthers, Suggestions } from '../../controllers/proof/suggestions.ts';
import { UndoStack } from '../../controllers/proof/undo-stack.ts';
import { debounced } from '../../debounced.ts';

const NO_ASIDE: Aside = { citations: null, comments: null, history: null, problem: null };
const CALM: FormState = { busy: false, problem: null, conflict: null, upload: null };

/** Only a network that failed or a server in trouble may answer otherwise next time. */
export const mayRetry = (error: unknown): boolean => {
  const { code, status } = asProblem(error);
  return code === OFFLINE || status >= 500 || status === 429 || status === 401;
};

/** The id under which a form's request is sent, the same whenever it is sent again as it was. */
export type IdOf = (body: object) => string;

export class Session {
  article: Article | null = null;
  evidence: readonly Evidence[] = [];
  /** By evidence. */
  readonly texts = new Map<string, KeptText>();
  readonly sources = new Map<string, Source>();
  readonly store = new ClaimStore();
  readonly suggestions = new Suggestions((id) => this.drafts.get(id, 'details')?.fields ?? null);
  /** Links that would expire a verdict: made only by whoever is asked. */
  linkOffers: readonly LinkOffer[] = [];
  readonly undo = new UndoStack(mayRetry);
  readonly drafts: Drafts;

  /** The number of a newer text that arrived and is not shown yet. */
  newer: number | null = null;

  private head = 0;
  private readonly forms = new Map<string, FormState>();
  private readonly asides = new Map<string, Aside>();
  /** The version of each claim after one's own last write to it. */
  private readonly own = new Map<string, number>();
  /** The newest version of each claim that someone else made. */
  private readonly foreign = new Map<string, number>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly writing = new Map<string, number>();

  constructor(
    readonly articleId: string,
    readonly me: string,
    /** Something to draw anew. */
    readonly changed: () => void,
    /** News for whoever hears the page: it shows besides. */
    readonly say: (message: string) => void,
  ) {
    this.drafts = new Drafts(localStorage, me);
  }

  /** Why nothing happened, or what undo did: shown until the next thing is done. */
  notice: string | null = null;

  /** News that nothing else on the page shows. */
  tell(message: string): void {
    this.notice = message;
    this.say(message);
    this.changed();
  }

  /** Fetch the story with its claims. Rejects with an ApiProblem. */
  async load(signal: AbortSignal): Promise<void> {
    const [article, { items, head }] = await Promise.all([
      getArticle(this.articleId, signal),
      listArticleClaims(this.articleId, {}, signal),
    ]);
    this.article = article;
    this.head = head;
    this.takeAll(items);
    this.changed();
    void this.loadSources();
  }

  /** Fetch what is suggested. Silent where it cannot be had: the story is worked on without. */
  async loadSuggestions(): Promise<void> {
    const asked = this.asked + 1;
    this.asked = asked;
    this.looksForSuggestions = !this.suggestions.isLoaded;
    try {
      const { change } = this.suggestions;
      const { items, supported } = await listSuggestions(this.articleId);
      // A later look knows more, and a decision made meanwhile is not in this one.
      if (change !== this.suggestions.change) this.suggestionsSoon();
      else if (asked === this.asked) this.takeSuggestions(items, supported);
    } catch {
      // The next look may have them.
    }
    if (asked === this.asked) this.looksForSuggestions = false;
    this.changed();
  }
  private takeSuggestions(items: readonly Suggestion[], supported: boolean): void {
    for (const id of decidedByOthers((one) => this.suggestions.get(one), items, this.me))
      if ((this.writing.get(id) ?? 0) === 0) this.undo.overtake(id);
    this.suggestions.takeAll(items, supported);
  }
  private asked = 0;
  /** The first list of them is on its way. */
  looksForSuggestions = false;
  /** What was marked by hand is not suggested: looked at once the hands rest. */
  private readonly suggestionsSoon = debounced(() => void this.loadSuggestions(), REST);

  /** Look whether anything happened since, and fetch it. Silent where the server cannot be reached. */
  async refresh(): Promise<void> {
    if (this.article === null) return;
    try {
      const { head } = await getArticleHistory(this.articleId, { after: this.head, limit: 1 });
      if (head === this.head) return;
      const { revision } = await getArticle(this.articleId);
      // Another text under the reader's eyes would be a surprise: it is told, and loaded when they say so.
      if (revision.number === this.article.revision.number) await this.reloadAll();
      else if (this.newer !== revision.number) {
        this.newer = revision.number;
        this.say(`Text ${revision.number} of this story has arrived.`);
        this.changed();
      }
    } catch {
      // What is shown stays; the next write tells what is wrong.
    }
  }

  /** Fetch the story and its claims anew. Rejects with an ApiProblem. */
  async reloadAll(): Promise<void> {
    const [article, claims] = await Promise.all([
      getArticle(this.articleId),
      listArticleClaims(this.articleId),
    ]);
    this.article = article;
    this.newer = null;
    this.head = claims.head;
    this.takeAll(claims.items);
    this.changed();
    void this.loadSources();
    void this.loadSuggestions();
  }

  /** Take in what one's own write answered. */
  take(claim: Claim): Claim {
    if (this.suggestions.isLoaded && !isPlacedAlike(this.store.get(claim.id), claim)) this.suggestionsSoon();
    this.store.put(claim);
    this.own.set(claim.id, claim.version);
    this.changed();
    return claim;
  }

  /** Take in what someone else may have changed. */
  takeForeign(claim: Claim, certain = false): void {
    const newer = this.store.put(claim);
    // While one's own write is on its way, a newer version is most likely that write's.
    if (!newer || (!certain && (this.writing.get(claim.id) ?? 0) > 0)) return;
    this.foreign.set(claim.id, claim.version);
    this.undo.overtake(claim.id);
  }

  /** The version to send with a write that undoes or repeats one's own. */
  ownVersion(claimId: string): number {
    return this.own.get(claimId) ?? this.store.get(claimId)?.version ?? 1;
  }

  /** The version to send with what was begun at `base`: the newest, unless someone else made a change since. */
  versionSince(claimId: string, base: number): number {
    if ((this.foreign.get(claimId) ?? 0) > base) return base;
    return this.store.get(claimId)?.version ?? base;
  }

  /** One write at a time for each claim, so that each knows the version that the one before left. */
  queue<T>(claimId: string, write: () => Promise<T>): Promise<T> {
    const before = this.queues.get(claimId) ?? Promise.resolve();
    this.writing.set(claimId, (this.writing.get(claimId) ?? 0) + 1);
    const after = before
      .catch(() => null)
      .then(write)
      .finally(() => this.writing.set(claimId, (this.writing.get(claimId) ?? 1) - 1));
    this.queues.set(
      claimId,
      after.catch(() => null),
    );
    return after;
  }

  /**
   * The claim anew, after a change to something that belongs to it.
   *
   * `bumps` is by how much that change raised the claim's version: what goes beyond was someone else's.
   */
  async reload(claimId: string, bumps: number): Promise<void> {
    const known = this.store.get(claimId)?.version ?? 0;
    try {
      const claim = await getClaim(claimId);
      if (claim.version <= known + bumps) this.take(claim);
      else this.takeForeign(claim, true);
      this.changed();
    } catch {
      // Its counts stay as they were until the next look.
    }
  }

  /** What one's own write to an attribution did to the claims it speaks for: their reviews may be open again. */
  async reloadSaidBy(attributionId: string): Promise<void> {
    const linked = this.store.all.filter(({ attributionIds }) => attributionIds.includes(attributionId));
    await Promise.all(linked.map(({ id }) => this.reload(id, 1)));
  }

  form(claimId: string, form: FormName): FormState {
    return this.forms.get(`${claimId} ${form}`) ?? CALM;
  }

  setForm(claimId: string, form: FormName, state: Partial<FormState>): void {
    this.forms.set(`${claimId} ${form}`, { ...this.form(claimId, form), ...state });
    this.changed();
  }

  /**
   * Save a form: its draft is cleared when the server took it, and kept with the reason when it did not.
   *
   * Where someone else was first, the present state is shown beside the draft.
   */
  submit(claimId: string, form: FormName, write: (idOf: IdOf) => Promise<unknown>): Promise<boolean> {
    return this.undo.during(this.save(claimId, form, write));
  }

  private async save(
    claimId: string,
    form: FormName,
    write: (idOf: IdOf) => Promise<unknown>,
  ): Promise<boolean> {
    if (this.form(claimId, form).busy) return false;
    this.setForm(claimId, form, { busy: true, problem: null, conflict: null });
    try {
      const idOf: IdOf = (body) => this.drafts.idFor(claimId, form, body, newId);
      await this.queue(claimId, () => write(idOf));
      this.drafts.clear(claimId, form);
      this.setForm(claimId, form, CALM);
      return true;
    } catch (thrown) {
      const problem = asProblem(thrown);
      const conflict = this.conflictIn(problem);
      this.setForm(claimId, form, { busy: false, problem, conflict });
      if (problem.code === 'STALE_VERSION' && conflict === null) void this.reloadAside(claimId);
      if (problem.code === 'SIGNED_OFF') void this.refresh();
      return false;
    }
  }

  /** The present state that a stale write was answered with, taken in. */
  conflictIn(problem: ApiProblem): Claim | null {
    if (problem.code !== 'STALE_VERSION') return null;
    const current = Claim.safeParse(problem.current);
    if (!current.success) return null;
    this.foreign.set(current.data.id, current.data.version);
    this.undo.overtake(current.data.id);
    this.store.put(current.data);
    this.changed();
    return current.data;
  }

  /** A comment or a citation that someone else changed: what is shown is what saving again would replace. */
  private async reloadAside(claimId: string): Promise<void> {
    const { citations, comments } = this.aside(claimId);
    if (citations !== null) await this.loadCitations(claimId);
    if (comments !== null) await this.loadComments(claimId);
  }

  aside(claimId: string): Aside {
    return this.asides.get(claimId) ?? NO_ASIDE;
  }

  /** Take in what one's own write did to what the tabs show. */
  setAside(claimId: string, part: Partial<Aside>): void {
    this.asideWrites += 1;
    this.putAside(claimId, part);
  }
  private asideWrites = 0;

  private putAside(claimId: string, part: Partial<Aside>): void {
    this.asides.set(claimId, { ...this.aside(claimId), ...part });
    this.changed();
  }

  /** Fetch what a tab shows of a claim. */
  async loadAside(claimId: string, tab: Tab): Promise<void> {
    if (tab === 'evidence') await this.loadCitations(claimId);
    if (tab === 'talk') await this.loadComments(claimId);
    if (tab === 'history') await this.loadHistory(claimId);
  }

  async loadCitations(claimId: string): Promise<void> {
    await this.fill(
      claimId,
      () => Promise.all([listCitations(claimId), listEvidence(this.articleId)]),
      ([citations, evidence]) => {
        this.evidence = evidence.items;
        return { citations: citations.items };
      },
    );
  }

  loadComments(claimId: string): Promise<void> {
    return this.fill(
      claimId,
      () => listComments(claimId),
      ({ items }) => ({ comments: items }),
    );
  }

  loadHistory(claimId: string): Promise<void> {
    const fetch = async () => {
      const items: HistoryItem[] = [];
      for (;;) {
        const page = await getClaimHistory(claimId, { after: items.at(-1)?.seq ?? 0 });
        items.push(...page.items);
        if (page.items.length < PAGE) return items;
      }
    };
    return this.fill(claimId, fetch, (history) => ({ history }));
  }

  /** What was written while the answer was on its way may not be in it: it is asked for once more. */
  private async fill<T>(
    claimId: string,
    fetch: () => Promise<T>,
    take: (answer: T) => Partial<Aside>,
  ): Promise<void> {
    try {
      for (;;) {
        const writes = this.asideWrites;
        const answer = await fetch();
        if (writes !== this.asideWrites) continue;
        this.putAside(claimId, { ...take(answer), problem: null });
        return;
      }
    } catch (thrown) {
      this.putAside(claimId, { problem: asProblem(thrown) });
    }
  }

  private takeAll(claims: readonly Claim[]): void {
    for (const claim of claims) this.takeForeign(claim);
  }

  /** The register's entries that this story's claims point at: each fetched once, many in one answer. */
  private async loadSources(): Promise<void> {
    const ids = new Set(
      this.store.all.flatMap((claim) => {
        if (claim.kind === 'source') return [claim.details.sourceId];
        if (claim.kind !== 'attribution') return [];
        return [claim.details.sourceId, ...claim.details.via.map(({ sourceId }) => sourceId)];
      }),
    );
    const missing = [...ids].filter((id) => id !== null && !this.sources.has(id));
    try {
      for (let at = 0; at < missing.length; at += MAX_SOURCE_IDS) {
        const { items } = await listSources({ ids: missing.slice(at, at + MAX_SOURCE_IDS).join(',') });
        for (const source of items) this.sources.set(source.id, source);
      }
    } catch {
      // They are then shown as sources without their names.
    }
    this.changed();
  }
}

/** Whether a claim hides the suggestions that it hid before. */
const isPlacedAlike = (before: Claim | null, after: Claim): boolean =>
  before !== null &&
  before.kind === after.kind &&
  before.span.start === after.span.start &&
  before.span.end === after.span.end &&
  (before.status === 'withdrawn') === (after.status === 'withdrawn');

/** Milliseconds without a mark. */
const REST = 800;
/** As many events as one answer holds. */
const PAGE = 200;
