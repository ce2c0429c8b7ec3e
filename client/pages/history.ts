import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Revision } from '../../server/contract/articles.ts';
import type { Claim } from '../../server/contract/claims.ts';
import { EventNoun, type HistoryItem } from '../../server/contract/history.ts';
import { getArticle, getRevision } from '../api/articles.ts';
import { listArticleClaims } from '../api/claims.ts';
import {
  eraseElsewhere,
  erasePayload,
  getArticleHistory,
  getClaimHistory,
  getHistoryElsewhere,
  verifyHistory,
} from '../api/history.ts';
import { newKey } from '../api/http.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { controlValue } from '../components/form.ts';
import type { CdHistoryEvent, EraseEvent, Then } from '../components/history-event.ts';
import '../components/history-event.ts';
import '../components/history-elsewhere.ts';
import {
  type ChooseHistoryEvent,
  type EraseElsewhereEvent,
  historyName,
  type PlaceElsewhere,
} from '../components/history-elsewhere.ts';
import '../components/list-end.ts';
import type { Report } from '../components/verify-report.ts';
import '../components/verify-report.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { PageTitleEvent } from '../contexts/page-title.ts';
import { type People, peopleContext, personNamed } from '../contexts/people.ts';
import { backwards } from '../controllers/backwards.ts';
import { HistoriesElsewhereController } from '../controllers/histories-elsewhere.ts';
import { PagedController } from '../controllers/paged.ts';
import { pastWords, plainWords } from '../controllers/proof/history-words.ts';
import { shorten } from '../controllers/proof/readings.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { around, placeAt } from '../controllers/then.ts';
import { replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { filterStyles } from './filters.ts';

const NOUNS: Readonly<Record<Exclude<EventNoun, 'source' | 'person' | 'webhook'>, string>> = {
  article: 'The story',
  claim: 'Marks',
  verdict: 'Verdicts',
  review: 'Reviews',
  evidence: 'Evidence',
  citation: 'Citations',
  comment: 'Comments',
  flag: 'Flags',
  suggestion: 'Suggestions',
  file: 'Files',
  payload: 'Erasures',
};

/** What happened to a story, the latest first: who, what, before and after. */
@customElement('cd-history-page')
export class CdHistoryPage extends LitElement {
  static override styles = [
    ...shared,
    filterStyles,
    css`
      ol[aria-busy='true'] {
        opacity: 0.6;
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 5rem;
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @state() private storyTitle = '';
  @state() private claims: ReadonlyMap<string, Claim> = new Map();
  @state() private former: ReadonlyMap<number, Then | null> = new Map();
  @state() private erasing: { seq: number; problem: ApiProblem } | null = null;
  @state() private verifying: { report: Report | null; busy: boolean; problem: ApiProblem | null } = {
    report: null,
    busy: false,
    problem: null,
  };

  /** Why what was to be erased elsewhere was not. */
  @state() private notErased: (PlaceElsewhere & { problem: ApiProblem }) | null = null;

  #filter = new URLSearchParams(location.search);
  readonly #revisions = new Map<number, Promise<Revision>>();
  readonly #events = new PagedController<HistoryItem>(
    this,
    backwards((query, signal) => {
      const noun = EventNoun.options.find((one) => one === this.#filter.get('noun'));
      const filter = { noun, actorId: this.#given('person'), claimId: this.#given('claim') };
      return getArticleHistory(this.articleId, { ...query, ...filter }, signal);
    }),
  );

  readonly #elsewhere = new HistoriesElsewhereController(this, (depth, after) =>
    getHistoryElsewhere(this.articleId, { depth, after }),
  );

  constructor() {
    super();
    const isThere = () => this.#here() !== null;
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next event', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Event before', run: () => this.#step(-1) },
        w: { label: 'The words as they then were', run: () => this.#here()?.showThen(), when: isThere },
        Enter: { label: 'Open the claim in the story', run: () => this.#here()?.follow(), when: isThere },
      },
      'History',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#name();
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>History</h1>
          <p><a href="/stories/${this.articleId}"><bdi>${this.storyTitle || 'The story'}</bdi></a></p>
        </div>
        ${this.#filters()} ${this.#list()}
        <cd-list-end
          .more=${this.#events.nextCursor !== null}
          .busy=${this.#events.loadingMore}
          .problem=${this.#events.problem}
          @more=${() => this.#events.more()}
          @retry=${() => this.#events.restart()}
        ></cd-list-end>
        <cd-history-elsewhere
          .histories=${this.#elsewhere.all}
          .depth=${this.#elsewhere.depth}
          ?lacks-older=${this.#elsewhere.lacksOlder}
          .word=${pastWords}
          ?busy=${this.#elsewhere.busy}
          .problem=${this.notErased}
          ?may-erase=${this.me?.role === 'admin'}
          @erase=${(event: EraseElsewhereEvent) => void this.#eraseElsewhere(event)}
          @choose=${(event: ChooseHistoryEvent) => this.#chooseElsewhere(event.depth)}
          @older=${() => void this.#elsewhere.older()}
          @more=${() => void this.#elsewhere.more()}
        ></cd-history-elsewhere>
        ${
          this.me?.role === 'admin'
            ? html`<cd-verify-report
                .report=${this.verifying.report}
                .busy=${this.verifying.busy}
                .problem=${this.verifying.problem}
                @verify=${() => void this.#verify()}
              ></cd-verify-report>`
            : nothing
        }
      </div>
    `;
  }

  #filters(): TemplateResult {
    const people = [...this.people.values()].map(({ id, name }) => [id, name] as const);
    const claims = [...this.claims.values()].map(({ id, span }) => [id, shorten(span.quote, 60)] as const);
    return html`
      <search class="filters">
        ${this.#select('noun', 'What', Object.entries(NOUNS))}
        ${this.#select('person', 'Who', people)}
        ${this.#select('claim', 'Claim', claims)}
      </search>
    `;
  }

  #select(name: string, label: string, options: readonly (readonly [string, string])[]) {
    const chosen = this.#filter.get(name) ?? '';
    return html`
      <div class="field">
        <label for=${name}>${label}</label>
        <select id=${name} @change=${(event: Event) => this.#set(name, controlValue(event))}>
          <option value="">All</option>
          ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
        </select>
      </div>
    `;
  }

  #list(): TemplateResult {
    const { items, loading, problem } = this.#events;
    if (items.length === 0) {
      if (loading) return html`<p class="empty soft" role="status">Loading the history…</p>`;
      return problem === null ? html`<p class="empty">Nothing of this kind has happened.</p>` : html``;
    }
    return html`
      <ol role="list" aria-busy=${loading ? 'true' : 'false'}>
        ${repeat(
          items,
          ({ seq }) => seq,
          (item) => html`<li>${this.#event(item)}</li>`,
        )}
      </ol>
    `;
  }

  #event(item: HistoryItem) {
    const claim = item.claimId === null ? undefined : this.claims.get(item.claimId);
    const shown =
      claim === undefined
        ? null
        : { quote: shorten(claim.span.quote, 80), href: `/stories/${this.articleId}#claim=${claim.id}` };
    return html`
      <cd-history-event
        .item=${item}
        .claim=${shown}
        .former=${this.former.get(item.seq)}
        .word=${this.#wordNow}
        .problem=${this.erasing?.seq === item.seq ? this.erasing.problem : null}
        ?may-erase=${this.me?.role === 'admin'}
        @former=${() => void this.#showThen(item)}
        @erase=${(event: EraseEvent) => void this.#erase(item, event.reason)}
      ></cd-history-event>
    `;
  }

  /** Another function once there are other names to give: what was drawn with the ones before is drawn anew. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('claims') || changed.has('people')) this.#wordNow = (value) => this.#word(value);
  }
  #wordNow = (value: string): string => this.#word(value);

  readonly #word = (value: string): string => {
    const claim = this.claims.get(value);
    if (claim !== undefined) return `“${claim.span.quote}”`;
    return personNamed(this.people, value) ?? plainWords(value);
  };

  /** The event that has the focus. */
  #here(): CdHistoryEvent | null {
    return this.renderRoot.querySelector<CdHistoryEvent>('cd-history-event:focus-within');
  }

  #step(by: 1 | -1): void {
    const events = [...this.renderRoot.querySelectorAll<CdHistoryEvent>('cd-history-event')];
    stepTo(events, by, () => void this.#events.more());
  }

  #given(name: string): string | undefined {
    return this.#filter.get(name) || undefined;
  }

  #set(name: string, value: string): void {
    if (value === '') this.#filter.delete(name);
    else this.#filter.set(name, value);
    replaceSearch(this.#filter);
    void this.#events.restart();
  }

  /** The names that events lead to. Without them the history can be read as well. */
  async #name(): Promise<void> {
    try {
      const [{ title }, { items }] = await Promise.all([
        getArticle(this.articleId),
        listArticleClaims(this.articleId),
      ]);
      this.storyTitle = title;
      this.claims = new Map(items.map((claim) => [claim.id, claim]));
      this.dispatchEvent(new PageTitleEvent(`History: ${title}`));
    } catch {
      // The list says what is wrong.
    }
  }

  async #showThen({ claimId, seq }: HistoryItem): Promise<void> {
    if (claimId === null) return;
    try {
      const { items } = await getClaimHistory(claimId);
      const place = placeAt(items, seq);
      const text = place === null ? null : (await this.#revision(place.revision)).text;
      const found =
        place === null || text === null ? null : { revision: place.revision, ...around(text, place.span) };
      this.former = new Map([...this.former, [seq, found]]);
    } catch (thrown) {
      this.announce(asProblem(thrown).message);
    }
  }

  /** Revisions never change: each is fetched once. */
  #revision(number: number): Promise<Revision> {
    const known = this.#revisions.get(number) ?? getRevision(this.articleId, number);
    this.#revisions.set(number, known);
    known.catch(() => this.#revisions.delete(number));
    return known;
  }

  async #erase({ seq }: HistoryItem, reason: string): Promise<void> {
    try {
      const erased = await erasePayload(this.articleId, seq, reason, newKey());
      this.erasing = null;
      this.#events.update((items) => items.map((item) => (item.seq === seq ? erased : item)));
      this.announce('Erased');
    } catch (thrown) {
      this.erasing = { seq, problem: asProblem(thrown) };
    }
  }

  #chooseElsewhere(depth: number): void {
    this.#elsewhere.choose(depth);
    const chosen = this.#elsewhere.all[depth - 1];
    if (chosen !== undefined) this.announce(historyName(chosen.from));
  }

  async #eraseElsewhere({ place, reason }: EraseElsewhereEvent): Promise<void> {
    try {
      const erased = await eraseElsewhere(this.articleId, place, reason, newKey());
      this.#elsewhere.erased(place.depth, erased);
      this.notErased = null;
      void this.#events.restart();
      this.announce('Erased');
    } catch (thrown) {
      this.notErased = { ...place, problem: asProblem(thrown) };
    }
  }

  async #verify(): Promise<void> {
    this.verifying = { report: null, busy: true, problem: null };
    try {
      this.verifying = { report: await verifyHistory(), busy: false, problem: null };
    } catch (thrown) {
      this.verifying = { report: null, busy: false, problem: asProblem(thrown) };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-history-page': CdHistoryPage;
  }
}
