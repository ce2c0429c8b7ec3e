import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { ArticleStatus, type ArticleSummary } from '../../server/contract/articles.ts';
import { afterPaint } from '../after-paint.ts';
import { listArticles } from '../api/articles.ts';
import { exportLinks } from '../api/exports.ts';
import '../components/export-menu.ts';
import { controlChecked, controlValue } from '../components/form.ts';
import '../components/list-end.ts';
import '../components/story-row.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { nameOf, type People, peopleContext } from '../contexts/people.ts';
import { ClockController } from '../controllers/clock.ts';
import { PagedController } from '../controllers/paged.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { debounced } from '../debounced.ts';
import { navigate, replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { ARTICLE_STATUS_WORDS, headlineOf, listed, repeatedHeadlines } from '../words.ts';
import { filterStyles } from './filters.ts';

/** The stories of the newsroom and what is left to do on each, soonest deadline first. */
@customElement('cd-desk-page')
export class CdDeskPage extends LitElement {
  static override styles = [
    ...shared,
    filterStyles,
    css`
      ol[aria-busy='true'] {
        opacity: 0.6;
      }
      .foot {
        margin-block-start: var(--space-l);
        font-size: var(--text-s);
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 5.5rem;
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @query('input[type=search]') private search!: HTMLInputElement;

  readonly #clock = new ClockController(this, 30_000);
  readonly #filter = readFilter(new URLSearchParams(location.search));
  readonly #stories = new PagedController<ArticleSummary>(this, async (cursor, signal) => {
    const { q, status, mine } = this.#filter;
    const page = await listArticles({ q, status, mine: mine ? 'true' : undefined, cursor }, signal);
    const before = cursor === undefined ? 0 : this.#stories.items.length;
    this.announce(listed(before + page.items.length, page.nextCursor !== null, 'story', 'stories'));
    return page;
  });
  readonly #restartSoon = debounced(() => this.#restart(), 250);

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        'j|ArrowDown': { label: 'Next story', run: () => this.#step(1) },
        'k|ArrowUp': { label: 'Story before', run: () => this.#step(-1) },
        Enter: { label: 'Open the story', run: () => this.#step(1), when: () => this.#current() === -1 },
        n: { label: 'Bring in a story', run: () => navigate('/stories/new'), when: () => this.#mayCreate() },
        '/': { label: 'Search', run: () => this.search.focus() },
      },
      'Desk',
    );
  }

  /** From the desk people open stories: the code of that page is fetched while they look for one. */
  protected override firstUpdated(): void {
    afterPaint(() => import('./article/article-page.ts').catch(() => {}));
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Desk</h1>
          <div class="actions">
            <cd-export-menu .links=${exportLinks(this.#exported())} .note=${this.#exportNote()}></cd-export-menu>
            ${this.#mayCreate() ? html`<a class="button primary" href="/stories/new">Bring in a story</a>` : nothing}
          </div>
        </div>
        ${this.#filters()}
        <section aria-label="Stories">
          ${this.#list()}
          <cd-list-end
            .more=${this.#stories.nextCursor !== null}
            .busy=${this.#stories.loadingMore}
            .problem=${this.#stories.problem}
            @more=${() => this.#stories.more()}
            @retry=${() => this.#stories.restart()}
          ></cd-list-end>
        </section>
        <p class="foot"><a href="/bin">The bin</a> <span class="soft">holds what was withdrawn: stories, claims, evidence and comments.</span></p>
      </div>
    `;
  }

  #filters(): TemplateResult {
    return html`
      <search class="filters">
        <div class="field grow">
          <label for="q">Find a story</label>
          <input id="q" type="search" maxlength="200" value=${this.#filter.q ?? ''} @input=${this.#onWords}
            @keydown=${this.#onSearchKey} />
        </div>
        <div class="field">
          <label for="status">State</label>
          <select id="status" .value=${live(this.#filter.status ?? '')} @change=${this.#onStatus}>
            <option value="">All but archived</option>
            ${ArticleStatus.options.map(
              (status) =>
                html`<option value=${status} ?selected=${this.#filter.status === status}>${ARTICLE_STATUS_WORDS[status]}</option>`,
            )}
          </select>
        </div>
        <label class="check">
          <input type="checkbox" .checked=${this.#filter.mine} @change=${this.#onMine} />
          Mine
        </label>
      </search>
    `;
  }

  #list(): TemplateResult {
    const { items, loading, problem, nextCursor } = this.#stories;
    if (items.length === 0) {
      if (loading) return html`<p class="empty soft" role="status">Loading the desk…</p>`;
      return problem === null ? this.#empty() : html``;
    }
    const repeated = repeatedHeadlines(items.map(({ title }) => title));
    return html`
      <p class="listed">${listed(items.length, nextCursor !== null, 'story', 'stories')} · soonest deadline first</p>
      <ol role="list" aria-busy=${loading ? 'true' : 'false'}>
        ${repeat(
          items,
          (article) => article.id,
          (article) => html`
            <li>
              <cd-story-row
                .article=${article}
                .author=${article.createdBy === this.me?.id ? 'you' : nameOf(this.people, article.createdBy)}
                .now=${this.#clock.now}
                .repeated=${repeated.has(headlineOf(article.title))}
              ></cd-story-row>
            </li>
          `,
        )}
      </ol>
    `;
  }

  #empty(): TemplateResult {
    if (this.#isFiltered())
      return html`
        <div class="empty">
          <p>No story fits these filters.</p>
          <button type="button" @click=${this.#clear}>Show all stories</button>
        </div>
      `;
    return html`
      <div class="empty">
        <p>No stories yet.</p>
        ${
          this.#mayCreate()
            ? html`<p class="soft">Paste a story or drop a text file, then mark what has to be checked in it.</p>
                <a class="button primary" href="/stories/new">Bring in a story</a>`
            : html`<p class="soft">They appear here as soon as someone brings one in.</p>`
        }
      </div>
    `;
  }

  #mayCreate = () => this.me?.can.includes('create_article') ?? false;
  #isFiltered = () => this.#filter.mine || this.#filter.q !== undefined || this.#filter.status !== undefined;

  #exported() {
    const { q, status, mine } = this.#filter;
    const articleStatus = status ?? 'not_archived';
    return { articleQ: q, articleStatus, articleMine: mine ? 'true' : undefined } as const;
  }

  #exportNote(): string {
    return this.#isFiltered()
      ? 'Verified claims of the stories that fit these filters'
      : 'Verified claims of all stories but the archived';
  }

  #rows = () => [...this.renderRoot.querySelectorAll('cd-story-row')];
  #current = () => this.#rows().findIndex((row) => row.matches(':focus-within'));

  #step(by: 1 | -1): void {
    stepTo(this.#rows(), by, () => void this.#stories.more());
  }

  #onWords(event: Event): void {
    const words = controlValue(event).trim();
    this.#filter.q = words === '' ? undefined : words;
    this.#restartSoon();
  }

  #onSearchKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') this.#step(1);
    else if (event.key === 'Enter') this.#restart();
    else return;
    event.preventDefault();
  }

  #onStatus(event: Event): void {
    const status = ArticleStatus.safeParse(controlValue(event));
    this.#filter.status = status.success ? status.data : undefined;
    this.#restart();
  }

  #onMine(event: Event): void {
    this.#filter.mine = controlChecked(event);
    this.#restart();
  }

  readonly #clear = (): void => {
    Object.assign(this.#filter, { q: undefined, status: undefined, mine: false });
    this.search.value = '';
    this.#restart();
    this.search.focus();
  };

  #restart(): void {
    const { q, status, mine } = this.#filter;
    const search = new URLSearchParams();
    if (q !== undefined) search.set('q', q);
    if (status !== undefined) search.set('status', status);
    if (mine) search.set('mine', 'true');
    replaceSearch(search);
    void this.#stories.restart();
  }
}

interface Filter {
  q: string | undefined;
  status: ArticleStatus | undefined;
  mine: boolean;
}

/** The filters live in the address, so that a reload and a shared link show the same desk. */
function readFilter(search: URLSearchParams): Filter {
  const status = ArticleStatus.safeParse(search.get('status'));
  return {
    q: search.get('q') ?? undefined,
    status: status.success ? status.data : undefined,
    mine: search.get('mine') === 'true',
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-desk-page': CdDeskPage;
  }
}
