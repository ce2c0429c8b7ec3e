import { consume } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Claim } from '../../server/contract/claims.ts';
import type { Span } from '../../server/contract/common.ts';
import type { HistoryItem } from '../../server/contract/history.ts';
import type { RevisionChanges } from '../../server/contract/revisions.ts';
import { getArticle, listRevisions } from '../api/articles.ts';
import { listArticleClaims } from '../api/claims.ts';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { getChanges } from '../api/revisions.ts';
import { CdChangeCard } from '../components/change-card.ts';
import type { PointInTextsEvent } from '../components/compare/compared-texts.ts';
import '../components/changes-line.ts';
import '../components/problem.ts';
import { pieceStyles } from '../components/pieces.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { textOfChange } from '../controllers/changes/which-text.ts';
import { FollowedRows, lostByShowing } from '../controllers/following/followed-rows.ts';
import { alike } from '../controllers/following/rows.ts';
import { lookFirst, TEXT_FIRST } from '../controllers/following/words.ts';
import { MediaController } from '../controllers/media.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { StoryEvents } from '../controllers/story-events.ts';
import type { Mode } from '../highlight/compared-texts.ts';
import { navigate } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted } from '../words.ts';
import { Comparing } from './changes/comparing.ts';
import {
  bar,
  type ComparisonPage,
  comparisonStyles,
  nameOf,
  type RevisionList,
  texts,
} from './changes/comparison.ts';
import { keysOf } from './changes/keys.ts';
import { type GroupName, type Groups, groupsOf, type ListPage, list, STEP } from './changes/list.ts';
import { Writes } from './changes/writes.ts';

/** What a card says that others may change. */
interface ChangeRow {
  readonly claim: Claim;
  readonly offered: Span | null;
}

/** Of the claims that have to do with a text: what it did to them, or what one before it did and nobody answered. */
function rowsOf(changes: RevisionChanges, claims: readonly Claim[]): ReadonlyMap<string, ChangeRow> {
  const listed = new Set(changes.claims.map(({ id }) => id));
  const offers = new Map(changes.offered.map(({ id, span }) => [id, span]));
  return new Map(
    claims
      .filter(({ id, status }) => listed.has(id) || status === 'orphaned')
      .map((claim) => [claim.id, { claim, offered: offers.get(claim.id) ?? null }]),
  );
}

const claimIn = (hash: string): string | null => /^#claim=([0-9a-f-]{36})$/i.exec(hash)?.[1] ?? null;

/** What became of a story's claims when a newer text took the place of the one before: in a list, and in both texts. */
@customElement('cd-changes-page')
export class CdChangesPage extends LitElement implements ListPage, ComparisonPage {
  static override styles = [
    ...shared,
    pieceStyles,
    comparisonStyles,
    css`
      section,
      ol {
        display: grid;
        gap: var(--space-m);
      }
      .field {
        max-inline-size: 22rem;
      }
      section {
        margin-block-end: var(--space-xl);
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 8rem;
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private headline = '';
  language = 'en';
  /** The newest first. */
  @state() texts: RevisionList = [];
  @state() private changes: RevisionChanges | null = null;
  /** As they are shown. */
  claims: ReadonlyMap<string, Claim> = new Map();
  offers: ReadonlyMap<string, Span> = new Map();
  /** As they were when the list was laid out: no claim goes to another group by itself. */
  @state() private laid: ReadonlyMap<string, Claim> = new Map();
  /** Somebody put in a text that is newer than the newest of those. */
  @state() private isOutdated = false;
  @state() private asked: { readonly id: string; readonly words: string } | null = null;
  @consume({ context: meContext, subscribe: true }) private me: Me | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() limits: Readonly<Record<GroupName, number>> = STEP;
  /** Where there is no room for both. */
  @state() private chosenView: 'list' | 'texts' = 'list';

  readonly comparing = new Comparing(this);
  readonly writes = new Writes(this);
  readonly #roomForColumns = new MediaController(this, '(min-width: 52rem)');
  readonly #roomForBoth = new MediaController(this, '(min-width: 66rem)');
  readonly #roomForAll = new MediaController(this, '(min-width: 82rem)');
  readonly #rows = new FollowedRows<ChangeRow>(this, { version: ({ claim }) => claim.version, alike });
  #loading: AbortController | null = null;
  /** Why what others did could not be fetched. */
  #missed: ApiProblem | null = null;
  /** The claim that the address names. */
  #named = claimIn(location.hash);

  constructor() {
    super();
    new StoryEvents(
      this,
      () => this.articleId,
      (items) => this.#follow(items),
    );
    new ShortcutsController(
      this,
      {
        ...keysOf(this),
        s: { label: 'Show what others changed', run: () => void this.#show(), when: () => this.#waiting > 0 },
      },
      'Changes',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    void this.#load(null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    this.#loading?.abort();
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>What became of the claims: <bdi>${this.headline || 'the story'}</bdi></h1>
          <div class="actions"><a href="/stories/${this.articleId}">The story</a></div>
        </div>
        <cd-problem .problem=${this.problem}>
          <button type="button" @click=${() => this.loadAgain()}>Try again</button>
        </cd-problem>
        ${this.#content()}
        <cd-changes-line .count=${this.#waiting} @show=${() => void this.#show()}></cd-changes-line>
      </div>
    `;
  }

  #content(): TemplateResult {
    const { changes, groups } = this;
    if (changes === null)
      return this.problem === null ? html`<p class="empty soft" role="status">Loading changes…</p>` : html``;
    if (changes.revision === 1)
      return html`<div class="empty">
        <p>This story has one text.</p>
        <p class="soft">What a newer text does to its claims will stand here.</p>
      </div>`;
    return html`
      <div class="lead">
        ${this.#choice(changes.revision)}
        <p>
          ${counted(groups.again.length - groups.overdue, 'claim')} changed, ${groups.gone.length} gone,
          ${groups.kept.length + groups.overdue} as
          before${groups.overdue === 0 ? '' : `, ${groups.overdue} of them to be checked again since an earlier text`}.
        </p>
      </div>
      ${bar(this)} ${this.#stage()}
    `;
  }

  #stage(): TemplateResult {
    const { view } = this;
    const cards = () => html`<div class="list" @focusin=${this.#onCard}>${list(this, this.groups)}</div>`;
    const both = () =>
      html`<div class="texts"><h2 class="visually-hidden">Both texts</h2>${texts(this)}</div>`;
    if (view === null) return html`<div class="both">${both()} ${cards()}</div>`;
    return view === 'list' ? cards() : both();
  }

  #choice(revision: number) {
    const newer = this.texts.filter(({ number }) => number > 1);
    return html`<div class="field">
      <label class="label" for="text">From the text before to</label>
      <select id="text" @change=${this.#onChoose}>
        ${newer.map(
          ({ number, createdAt }) =>
            html`<option value=${number} ?selected=${number === revision}>Text ${number}, ${fullTime(createdAt)}</option>`,
        )}
      </select>
    </div>`;
  }

  get mode(): Mode {
    return this.maySide ? this.comparing.wanted : 'inline';
  }

  get maySide(): boolean {
    return this.#roomForColumns.matches;
  }

  get view(): 'list' | 'texts' | null {
    const room = this.mode === 'side' ? this.#roomForAll : this.#roomForBoth;
    return room.matches ? null : this.chosenView;
  }

  get seesTexts(): boolean {
    return this.view !== 'list' && this.comparing.compared !== null;
  }

  get maySwitch(): boolean {
    return this.view !== null && (this.changes?.revision ?? 1) > 1;
  }

  get chosen(): ReadonlySet<string> {
    return new Set(this.comparing.chosen.map(({ id }) => id));
  }

  get showInTexts(): ((id: string) => void) | null {
    return this.view === null ? null : (id) => this.toTexts(id);
  }

  get names(): { older: string; newer: string } {
    const newer = this.changes?.revision ?? 1;
    return { older: nameOf(newer - 1, this.texts), newer: nameOf(newer, this.texts) };
  }

  readonly #onHash = (): void => {
    this.#named = claimIn(location.hash);
    if (this.#named !== null) void this.#load(null);
  };

  /**
   * @param number null for the text that changed the claim which the address names, else for the newest. The address
   *   leads to a claim once: whoever looks further is not called back to it.
   * @param keepsTexts nobody asked for a newer text: one that came in is still told of, and not among those to choose
   */
  async #load(number: number | null, { keepsTexts = false } = {}): Promise<void> {
    const named = this.#named;
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const { signal } = loading;
    this.problem = null;
    try {
      const [article, texts, claims] = await Promise.all([
        getArticle(this.articleId, signal),
        listRevisions(this.articleId, signal),
        listArticleClaims(this.articleId, {}, signal),
      ]);
      const claim = claims.items.find(({ id }) => id === named);
      const wanted = number ?? (claim === undefined ? null : textOfChange(claim, texts.items));
      const changes = await getChanges(this.articleId, wanted ?? article.revision.number, signal);
      this.#named = null;
      this.headline = article.title;
      this.language = article.language;
      this.isOutdated = keepsTexts && this.#isNewer(texts.items);
      if (!this.isOutdated) this.texts = texts.items;
      this.laid = new Map(claims.items.map((claim) => [claim.id, claim]));
      const rows = rowsOf(changes, claims.items);
      if (this.changes?.revision === changes.revision) {
        this.#rows.take(rows);
        this.#rows.show();
      } else this.#rows.begin(rows);
      if (this.changes?.revision !== changes.revision) {
        this.comparing.clear();
        this.limits = STEP;
      }
      this.changes = changes;
      this.dispatchEvent(new PageTitleEvent(`Changes: ${article.title}`));
      if (named !== null) void this.#toCard(named);
      if (changes.revision > 1) {
        const kindOf = (id: string) => this.laid.get(id)?.kind ?? null;
        await this.comparing.load(this.articleId, article.revision, changes, kindOf, signal);
        if (named !== null && this.comparing.show(named)) void this.#toRow({ focused: false });
        else if (claim !== undefined && this.comparing.showMarked(claim)) this.#toMarked();
      }
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  protected override willUpdate(): void {
    const rows = this.#rows.ids.flatMap((id): [string, ChangeRow][] => {
      const row = this.#rows.value(id);
      return row === null ? [] : [[id, row]];
    });
    this.claims = new Map([...this.laid, ...rows.map(([id, { claim }]): [string, Claim] => [id, claim])]);
    this.offers = new Map(
      rows.flatMap(([id, { offered }]): [string, Span][] => (offered === null ? [] : [[id, offered]])),
    );
  }

  /** What others did since. What the person looks at, and where each claim stands, stays as it is. */
  async #follow(items: readonly HistoryItem[]): Promise<ApiProblem | null> {
    this.#rows.heard(items, this.me?.id ?? null);
    const { revision } = this;
    if (revision === null) {
      await this.#load(null);
      return this.problem;
    }
    try {
      const [texts, claims, changes] = await Promise.all([
        listRevisions(this.articleId),
        listArticleClaims(this.articleId, {}),
        getChanges(this.articleId, revision),
      ]);
      if (this.revision !== revision) return null;
      this.isOutdated = this.#isNewer(texts.items);
      if (this.problem === this.#missed) this.problem = null;
      this.#rows.take(rowsOf(changes, claims.items));
      return null;
    } catch (thrown) {
      const problem = asProblem(thrown);
      this.fail(problem);
      this.#missed = problem;
      return problem;
    }
  }

  /** Whether somebody put in a text since those were listed. */
  #isNewer(texts: RevisionList): boolean {
    const [known, newest] = [this.texts[0], texts[0]];
    return known !== undefined && newest !== undefined && newest.number > known.number;
  }

  get #waiting(): number {
    return this.#rows.waiting + (this.isOutdated ? 1 : 0);
  }

  async #show(): Promise<void> {
    const toNewest = this.isOutdated && this.revision === this.texts[0]?.number;
    const isLost = lostByShowing(this);
    await this.#load(toNewest ? null : this.revision);
    // Another text is another list: its first claim is where to go on.
    const [first] = toNewest && isLost ? await this.drawnCards() : [];
    first?.focus();
  }

  asks(id: string): string | null {
    return this.asked?.id === id ? this.asked.words : null;
  }

  news(id: string): string | null {
    return this.#rows.news(id);
  }

  hasToLook(id: string): boolean {
    const isToBeRead = this.#rows.isToBeRead(id);
    this.asked = isToBeRead ? { id, words: lookFirst(this.#rows.changer(id)) } : null;
    return isToBeRead;
  }

  hasToSeeText(id: string): boolean {
    if (this.isOutdated) this.asked = { id, words: TEXT_FIRST };
    return this.isOutdated;
  }

  put(claim: Claim): void {
    this.#rows.put(claim.id, (row) => ({ ...row, claim }));
  }

  loadAgain(): void {
    void this.reload();
  }

  readonly #onChoose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) void this.#load(Number(event.target.value));
  };

  showMore(group: GroupName): void {
    this.limits = { ...this.limits, [group]: this.limits[group] + STEP[group] };
  }

  private get groups(): Groups {
    const isNewest = this.changes?.revision === this.texts[0]?.number;
    const { confirmed } = this.writes;
    return groupsOf(this.changes?.claims ?? [], this.laid, { isNewest, confirmed });
  }

  get revision(): number | null {
    return this.changes?.revision ?? null;
  }

  reload(): Promise<void> {
    return this.#load(this.revision, { keepsTexts: true });
  }

  say(words: string): void {
    this.announce(words);
  }

  fail(problem: ApiProblem): void {
    this.problem = problem;
  }

  async drawnCards(): Promise<readonly CdChangeCard[]> {
    await this.updateComplete;
    const cards = [...this.renderRoot.querySelectorAll('cd-change-card')];
    await Promise.all(cards.map(({ updateComplete }) => updateComplete));
    return cards;
  }

  get card(): CdChangeCard | null {
    return this.renderRoot.querySelector<CdChangeCard>('cd-change-card:focus-within');
  }

  stepList(by: 1 | -1): void {
    stepTo([...this.renderRoot.querySelectorAll('cd-change-card')], by);
  }

  /** The card that the address names, drawn however far down it is. */
  async #toCard(id: string): Promise<void> {
    for (const name of ['again', 'gone', 'kept'] as const) {
      const index = this.groups[name].findIndex((change) => change.id === id);
      if (index >= this.limits[name]) this.limits = { ...this.limits, [name]: index + 1 };
    }
    await this.updateComplete;
    const card = this.renderRoot.querySelector<CdChangeCard>(`cd-change-card[data-claim="${id}"]`);
    if (card === null) return;
    await card.updateComplete;
    card.scrollIntoView({ block: 'center' });
    card.focus();
  }

  /** A claim that the older text did not have is in no list: it is looked at where it stands. */
  #toMarked(): void {
    if (this.view !== null) this.chosenView = 'texts';
    this.announce(this.comparing.spoken);
    void this.#toRow({ focused: true });
  }

  get looksAt(): string | null {
    const card = this.card?.dataset.claim;
    if (card !== undefined) return card;
    const isInTexts = this.renderRoot.querySelector('cd-compared-texts:focus-within') !== null;
    return isInTexts ? (this.comparing.chosen[0]?.id ?? null) : null;
  }

  open(id: string): void {
    navigate(`/stories/${this.articleId}#claim=${id}`);
  }

  /** To the next change of the texts, or the one before. */
  step(by: 1 | -1): void {
    if (!this.comparing.step(by)) {
      this.announce(by === 1 ? 'No change further on.' : 'No change before this.');
      return;
    }
    this.announce(this.comparing.spoken);
    void this.#toRow({ focused: true });
  }

  setMode(mode: Mode): void {
    this.comparing.setMode(mode);
    this.announce(mode === 'side' ? 'Side by side' : 'In one column');
    void this.#toRow({ focused: false });
  }

  setView(view: 'list' | 'texts'): void {
    this.chosenView = view;
    this.announce(view === 'list' ? 'List' : 'Both texts');
    void this.#toRow({ focused: false });
  }

  pointed({ row, place }: PointInTextsEvent): void {
    this.comparing.point(row, place);
    void this.#toRow({ focused: false });
  }

  /** A card that has the focus shows where it is in the texts. */
  readonly #onCard = (event: FocusEvent): void => {
    const card = event.composedPath().find((node) => node instanceof CdChangeCard);
    const id = card?.dataset.claim;
    if (id === undefined || this.view !== null || !this.comparing.show(id)) return;
    void this.#toRow({ focused: false });
  };

  /** To where a claim was and is, with the focus there. */
  toTexts(id: string): void {
    if (!this.comparing.show(id)) {
      this.announce('It is in neither of these texts.');
      return;
    }
    if (this.view !== null) this.chosenView = 'texts';
    this.announce(this.comparing.spoken);
    void this.#toRow({ focused: true });
  }

  /** Bring what the person is at into view, in the texts and in the list. */
  async #toRow({ focused }: { focused: boolean }): Promise<void> {
    await this.updateComplete;
    const shown = this.renderRoot.querySelector('cd-compared-texts');
    await shown?.updateComplete;
    const { row } = this.comparing;
    if (row !== null) shown?.goTo(row, { focused });
    const [first] = this.comparing.chosen;
    if (first === undefined || this.view !== null) return;
    this.renderRoot
      .querySelector(`cd-change-card[data-claim="${first.id}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-changes-page': CdChangesPage;
  }
}
