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
import { ApiProblem, asProblem, OFFLINE } from '../../api/problem.ts';
import { listSources } from '../../api/sources.ts';
import { listSuggestions } from '../../api/suggestions.ts';
import type { Tab } from '../../components/inspector/acts.ts';
import type { Aside, FormState, KeptText } from '../../components/inspector/view.ts';
import type { Outbox } from '../../controllers/outbox/outbox.ts';
import { ClaimStore } from '../../controllers/proof/claim-store.ts';
import { Drafts, type Fields, type FormName } from '../../controllers/proof/drafts.ts';
import { LaterChanges } from '../../controllers/proof/later-changes.ts';
import { OwnVersions } from '../../controllers/proof/own-versions.ts';
import { decidedByOthers, Suggestions } from '../../controllers/proof/suggestions.ts';
import { UndoStack } from '../../controllers/proof/undo-stack.ts';
import { debounced } from '../../debounced.ts';

import { KeptWrites } from './kept-writes.ts';

const NO_ASIDE: Aside = { citations: null, comments: null, history: null, problem: null };
const CALM: FormState = { busy: false, problem: null, conflict: null, theirs: null, upload: null };

/** Only a network that failed or a server in trouble may answer otherwise next time. */
export const mayRetry = (error: unknown): boolean => {
  const { code, status } = asProblem(error);
  return code === OFFLINE || status >= 500 || status === 429 || status === 401;
};

/** Of a comment, a citation or evidence: somebody else changed the same words. `theirs` are its fields by now. */
export class PartClash extends ApiProblem {
  constructor(readonly theirs: Fields) {
    super({ status: 409, code: 'STALE_VERSION', message: 'Somebody else changed the same while you typed.' });
  }
}

/** The id under which a form's request is sent, the same whenever it is sent again as it was. */
export type IdOf = (body: object) => string;

/** Keep what a person looks at in its place while something is drawn anew; what is given back lets go of it. */
export type Hold = () => () => void;

/** Of a change that is not the answer to a write of this page. */
type Changer = 'me' | 'others' | 'unknown';

export class Session {
  article: Article | null = null;
  evidence: readonly Evidence[] = [];
  /** By evidence. */
  readonly texts = new Map<string, KeptText>();
  /** Pages on their way from other sites, by evidence. */
  readonly pages = new Map<string, AbortController>();
  readonly sources = new Map<string, Source>();
  readonly store = new ClaimStore();
  readonly suggestions = new Suggestions((id) => this.drafts.get(id, 'details')?.fields ?? null);
  /** Links that would expire a verdict: made only by whoever is asked. */
  linkOffers: readonly LinkOffer[] = [];
  /** What happened while the page was open, one's own and others'. */
  readonly later: LaterChanges;
  readonly undo: UndoStack;
  readonly drafts: Drafts;
  /** One's own writes, and what of them is not saved yet. */
  readonly kept: KeptWrites;

  /** The number of a newer text that arrived and is not shown yet. */
  newer: number | null = null;

  /** What happened up to this event is in what was fetched. */
  head = 0;
  private readonly forms = new Map<string, FormState>();
  private readonly asides = new Map<string, Aside>();
  /** The version of each claim, and of each comment, after one's own last write to it. */
  readonly own = new OwnVersions();
  /** The newest version of each claim that someone else made, or may have made before the page knew the claim. */
  private readonly foreign = new Map<string, number>();
  /** A version that nobody else is known to have made, and no answer told: a write's whose answer is on its way or lost. */
  private readonly unsure = new Map<string, number>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly writing = new Map<string, number>();

  constructor(
    readonly articleId: string,
    readonly me: string,
    /** Something to draw anew. */
    readonly changed: () => void,
    /** News for whoever hears the page: it shows besides. */
    readonly say: (message: string) => void,
    outbox: Outbox,
  ) {
    this.drafts = new Drafts(localStorage, me);
    this.later = new LaterChanges(me);
    this.undo = new UndoStack(mayRetry, this.later);
    this.kept = new KeptWrites(this, outbox);
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
    this.later.begin(head);
    this.takeAll(items);
    this.kept.show();
    void this.loadSources();
  }

  /** Learn what happened that has not been told yet. Silent where the server cannot be reached. */
  async catchUp(): Promise<void> {
    try {
      const { items } = await getArticleHistory(this.articleId, { after: this.later.head });
      this.later.take(items);
    } catch {
      // Whose change it was is then not said.
    }
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
  readonly suggestionsSoon = debounced(() => void this.loadSuggestions(), REST);

  /** Look whether anything happened since, and fetch it. Silent where the server cannot be reached. */
  async refresh(): Promise<void> {
    if (this.article === null) return;
    try {
      const { head } = await getArticleHistory(this.articleId, { after: this.head, limit: 1 });
      if (head === this.head) return;
      if (!this.isNewer(await getArticle(this.articleId))) await this.reloadAll();
    } catch {
      // What is shown stays; the next write tells what is wrong.
    }
  }

  /** Another text under the reader's eyes would be a surprise: it is told, and loaded when they say so. */
  isNewer({ revision }: Article): boolean {
    if (revision.number === this.article?.revision.number) return false;
    if (this.newer !== revision.number) {
      this.newer = revision.number;
      this.say(`Text ${revision.number} of this story has arrived.`);
      this.changed();
    }
    return true;
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

  /** Take in a claim that was not answered to a write of this page; `by` is whose change it is known to be. */
  takeForeign(claim: Claim, by: Changer = 'unknown'): void {
    const { id, version } = claim;
    const isNew = this.store.get(id) === null;
    const newer = this.store.put(claim);
    // What was begun before the page was loaded anew was not begun on what stands there now.
    if (isNew && !this.own.has(id)) this.foreign.set(id, version);
    // While one's own write is on its way, a newer version is most likely that write's.
    if (by === 'me' || (by === 'unknown' && (this.writing.get(id) ?? 0) > 0)) {
      if (newer) this.unsure.set(id, version);
      return;
    }
    const isKnownNow =
      by === 'others' && this.unsure.get(id) === version && version > (this.own.get(id) ?? 0);
    if (!newer && !isKnownNow) return;
    this.foreign.set(id, version);
    this.changedAt.set(id, performance.now());
    this.undo.overtake(id);
  }
  private readonly changedAt = new Map<string, number>();

  /** True where what somebody else made of it up to `version` is known as theirs. */
  knowsForeign(claimId: string, version: number): boolean {
    return (this.foreign.get(claimId) ?? 0) >= version;
  }

  /** Somebody else changed it so short ago that nobody can have read it: no key decides on it. */
  isJustChanged(claimId: string): boolean {
    return performance.now() - (this.changedAt.get(claimId) ?? Number.NEGATIVE_INFINITY) < UNREAD;
  }

  /** The version to send with a write that undoes or repeats one's own. */
  ownVersion(claimId: string): number {
    return this.own.get(claimId) ?? this.store.get(claimId)?.version ?? 1;
  }

  /**
   * The version to send with what was begun at `base`: the newest, unless someone else made a change since.
   *
   * A version that may be one's own write's whose answer was lost is not built on: sent again as it was, that write is
   * known again, and not done twice.
   */
  versionSince(claimId: string, base: number): number {
    if ((this.foreign.get(claimId) ?? 0) > base) return base;
    const answered = Math.max(base, this.own.get(claimId) ?? 0);
    if ((this.unsure.get(claimId) ?? 0) > answered) return answered;
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
      else this.takeForeign(claim, 'others');
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
   * Save a form: its draft is done with when the server took it, and kept with the reason when it did not. What was
   * typed while it was on its way stays in any case.
   *
   * Where someone else was first, the present state is shown beside the draft.
   */
  submit(claimId: string, form: FormName, write: (idOf: IdOf) => Promise<unknown>): Promise<boolean> {
    return this.undo.during(this.save(claimId, form, write), claimId);
  }

  private async save(
    claimId: string,
    form: FormName,
    write: (idOf: IdOf) => Promise<unknown>,
  ): Promise<boolean> {
    if (this.form(claimId, form).busy) return false;
    this.setForm(claimId, form, { busy: true, problem: null, conflict: null, theirs: null });
    const sent = this.drafts.get(claimId, form)?.fields ?? {};
    try {
      const idOf: IdOf = (body) => this.drafts.idFor(claimId, form, body, newId);
      await this.queue(claimId, () => write(idOf));
      this.drafts.saved(claimId, form, sent);
      this.setForm(claimId, form, CALM);
      return true;
    } catch (thrown) {
      const problem = asProblem(thrown);
      const conflict = this.conflictIn(problem);
      const theirs = thrown instanceof PartClash ? thrown.theirs : null;
      this.setForm(claimId, form, { busy: false, problem, conflict, theirs });
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

  /** Who else changed a claim last while the page was open, by what it was told; by claim. */
  readonly changers = new Map<string, string>();

  /** A comment or a citation that someone else changed: what is shown is what saving again would replace. */
  async reloadAside(claimId: string): Promise<void> {
    const { citations, comments } = this.aside(claimId);
    if (citations !== null) await this.loadCitations(claimId);
    if (comments !== null) await this.loadComments(claimId);
  }

  aside(claimId: string): Aside {
    return this.kept.over(claimId, this.asides.get(claimId) ?? NO_ASIDE);
  }

  /** What the tabs show as the server gave it. */
  fetched(claimId: string): Aside {
    return this.asides.get(claimId) ?? NO_ASIDE;
  }

  /** Take in what one's own write did to what the tabs show. */
  setAside(claimId: string, part: Partial<Aside>): void {
    this.outdate();
    this.putAside(claimId, part);
  }
  private asideWrites = 0;

  /** An answer that is on its way does not know of one's own write: it is asked for once more. */
  outdate(): void {
    this.asideWrites += 1;
  }

  private putAside(claimId: string, part: Partial<Aside>): void {
    this.asides.set(claimId, { ...(this.asides.get(claimId) ?? NO_ASIDE), ...part });
    this.changed();
  }

  /** Fetch what a tab shows of a claim. */
  async loadAside(claimId: string, tab: Tab): Promise<void> {
    if (tab === 'evidence') await this.loadCitations(claimId);
    if (tab === 'talk') await this.loadComments(claimId);
    if (tab === 'history') await this.loadHistory(claimId);
  }

  async loadCitations(claimId: string, hold?: Hold): Promise<void> {
    await this.fill(
      claimId,
      hold,
      () => Promise.all([listCitations(claimId), listEvidence(this.articleId)]),
      ([citations, evidence]) => {
        this.evidence = evidence.items;
        return { citations: citations.items };
      },
    );
  }

  loadComments(claimId: string, hold?: Hold): Promise<void> {
    return this.fill(
      claimId,
      hold,
      () => listComments(claimId),
      ({ items }) => ({ comments: items }),
    );
  }

  loadHistory(claimId: string, hold?: Hold): Promise<void> {
    const fetch = async () => {
      const items: HistoryItem[] = [];
      for (;;) {
        const page = await getClaimHistory(claimId, { after: items.at(-1)?.seq ?? 0 });
        items.push(...page.items);
        if (page.items.length < PAGE) return items;
      }
    };
    return this.fill(claimId, hold, fetch, (history) => ({ history }));
  }

  /** What was written while the answer was on its way may not be in it: it is asked for once more. */
  private async fill<T>(
    claimId: string,
    hold: Hold = () => () => {},
    fetch: () => Promise<T>,
    take: (answer: T) => Partial<Aside>,
  ): Promise<void> {
    try {
      for (;;) {
        const writes = this.asideWrites;
        const answer = await fetch();
        if (writes !== this.asideWrites) continue;
        const release = hold();
        this.putAside(claimId, { ...take(answer), problem: null });
        release();
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
  async loadSources(): Promise<void> {
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

/** Milliseconds in which people see that something changed, and what. */
const UNREAD = 1_500;
/** Milliseconds without a mark. */
const REST = 800;
/** As many events as one answer holds. */
const PAGE = 200;
