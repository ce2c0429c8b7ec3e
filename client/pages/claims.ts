import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { ClaimKind, ClaimStatus, type ListedClaim, VerdictValue } from '../../server/contract/claims.ts';
import { listClaims } from '../api/claims.ts';
import { exportLinks } from '../api/exports.ts';
import { getSource } from '../api/sources.ts';
import '../components/claim-row.ts';
import '../components/export-menu.ts';
import { controlValue } from '../components/form.ts';
import '../components/list-end.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { nameOf, type People, peopleContext } from '../contexts/people.ts';
import { ClockController } from '../controllers/clock.ts';
import { PagedController } from '../controllers/paged.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { stepTo } from '../controllers/step.ts';
import { debounced } from '../debounced.ts';
import { replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { KIND_WORDS, listed, STATUS_WORDS, VERDICT_WORDS } from '../words.ts';
import {
  type ClaimsFilter,
  type FILTER_NAMES,
  readClaimsFilter,
  writeClaimsFilter,
} from './claims-filter.ts';
import { filterStyles } from './filters.ts';

/** Search over the claims of all stories, and the same claims to take away. */
@customElement('cd-claims-page')
export class CdClaimsPage extends LitElement {
  static override styles = [
    ...shared,
    filterStyles,
    css`
      ol[aria-busy='true'] {
        opacity: 0.6;
      }
      li {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 6.5rem;
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};
  /** The name of the source that the list is filtered by. */
  @state() private sourceName = '';

  @query('input[type=search]') private search!: HTMLInputElement;

  readonly #clock = new ClockController(this, 60_000);
  #filter: ClaimsFilter = readClaimsFilter(new URLSearchParams(location.search));
  readonly #claims = new PagedController<ListedClaim>(this, async (cursor, signal) => {
    const page = await listClaims({ ...this.#filter, cursor }, signal);
    const before = cursor === undefined ? 0 : this.#claims.items.length;
    this.announce(listed(before + page.items.length, page.nextCursor !== null, 'claim'));
    return page;
  });
  readonly #restartSoon = debounced(() => this.#restart(), 250);

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        '/': { label: 'Search', run: () => this.search.focus() },
        j: { label: 'Next claim', run: () => this.#step(1) },
        k: { label: 'Claim before', run: () => this.#step(-1) },
      },
      'Claims',
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#nameSource();
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Claims</h1>
          <div class="actions">
            <a href="/radar">Radar</a>
            <cd-export-menu .links=${exportLinks(this.#filter)} .note=${this.#exportNote()}></cd-export-menu>
          </div>
        </div>
        ${this.#filters()}
        <section aria-label="Claims">
          ${this.#list()}
          <cd-list-end
            .more=${this.#claims.nextCursor !== null}
            .busy=${this.#claims.loadingMore}
            .problem=${this.#claims.problem}
            @more=${() => this.#claims.more()}
            @retry=${() => this.#claims.restart()}
          ></cd-list-end>
        </section>
      </div>
    `;
  }

  #filters(): TemplateResult {
    const people = [...this.people.values()].filter(({ id, active }) => active && id !== this.me?.id);
    return html`
      <search class="filters">
        <div class="field grow">
          <label for="q">Words of a claim or its sentence</label>
          <input id="q" type="search" maxlength="200" value=${this.#filter.q ?? ''} @input=${this.#onWords} />
        </div>
        ${this.#select(
          'kind',
          'Kind',
          ClaimKind.options.map((kind) => [kind, KIND_WORDS[kind]]),
        )}
        ${this.#select(
          'status',
          'Status',
          ClaimStatus.options.map((status) => [status, STATUS_WORDS[status]]),
        )}
        ${this.#select(
          'verdict',
          'Verdict',
          VerdictValue.options.map((value) => [value, VERDICT_WORDS[value]]),
        )}
        ${this.#select('assignee', 'Assigned to', [['me', 'Me'], ...people.map(({ id, name }): Option => [id, name])])}
        ${this.#day('from', 'Marked from')} ${this.#day('to', 'Marked to')}
        ${
          this.#filter.sourceId === undefined
            ? nothing
            : html`<button type="button" @click=${() => this.#set('sourceId', undefined)}>
                Source: ${this.sourceName || 'one source'} <span aria-hidden="true">✕</span><span class="visually-hidden">, remove</span>
              </button>`
        }
        ${
          this.#filter.articleId === undefined
            ? nothing
            : html`<button type="button" @click=${() => this.#set('articleId', undefined)}>
                One story <span aria-hidden="true">✕</span><span class="visually-hidden">, remove</span>
              </button>`
        }
      </search>
    `;
  }

  #select(
    name: 'kind' | 'status' | 'verdict' | 'assignee',
    label: string,
    options: readonly Option[],
  ): TemplateResult {
    const chosen = this.#filter[name] ?? '';
    return html`
      <div class="field">
        <label for=${name}>${label}</label>
        <select id=${name} .value=${live(chosen)} @change=${(event: Event) => this.#set(name, controlValue(event))}>
          <option value="">Any</option>
          ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
        </select>
      </div>
    `;
  }

  #day(name: 'from' | 'to', label: string): TemplateResult {
    return html`
      <div class="field">
        <label for=${name}>${label}</label>
        <input id=${name} type="date" .value=${live(this.#filter[name] ?? '')}
          @change=${(event: Event) => this.#set(name, controlValue(event))} />
      </div>
    `;
  }

  #list(): TemplateResult {
    const { items, loading, problem, nextCursor } = this.#claims;
    if (items.length === 0) {
      if (loading) return html`<p class="empty soft" role="status">Loading claims…</p>`;
      return problem === null ? this.#empty() : html``;
    }
    return html`
      <p class="listed">${listed(items.length, nextCursor !== null, 'claim')} · newest first</p>
      <ol role="list" aria-busy=${loading ? 'true' : 'false'}>
        ${repeat(
          items,
          (claim) => claim.id,
          (claim) => html`
            <li>
              <cd-claim-row
                .claim=${claim}
                .assignee=${claim.assigneeId === null ? '' : nameOf(this.people, claim.assigneeId)}
                .verdictBy=${nameOf(this.people, claim.verdict?.by ?? null)}
                .now=${this.#clock.now}
              ></cd-claim-row>
            </li>
          `,
        )}
      </ol>
    `;
  }

  #empty(): TemplateResult {
    if (writeClaimsFilter(this.#filter).size > 0)
      return html`
        <div class="empty">
          <p>No claim fits these filters.</p>
          <button type="button" @click=${this.#clear}>Show all claims</button>
        </div>
      `;
    return html`
      <div class="empty">
        <p>Nothing has been marked yet.</p>
        <p class="soft">Open a story from the <a href="/">desk</a> and mark what has to be checked.</p>
      </div>
    `;
  }

  #exportNote(): string {
    const { status, verdict } = this.#filter;
    if (status === undefined && verdict === undefined) return 'The verified claims among these';
    return 'All claims that fit these filters';
  }

  async #nameSource(): Promise<void> {
    const { sourceId } = this.#filter;
    if (sourceId === undefined) return;
    try {
      this.sourceName = (await getSource(sourceId)).name;
    } catch {
      // The filter works without its name.
    }
  }

  #step(by: 1 | -1): void {
    stepTo([...this.renderRoot.querySelectorAll('cd-claim-row')], by, () => void this.#claims.more());
  }

  #onWords(event: Event): void {
    this.#filter = { ...this.#filter, q: controlValue(event).trim() || undefined };
    this.#restartSoon();
  }

  #set(name: (typeof FILTER_NAMES)[number], value: string | undefined): void {
    this.#filter = readClaimsFilter(writeClaimsFilter({ ...this.#filter, [name]: value || undefined }));
    this.#restart();
  }

  readonly #clear = (): void => {
    this.#filter = {};
    this.search.value = '';
    this.#restart();
    this.search.focus();
  };

  #restart(): void {
    replaceSearch(writeClaimsFilter(this.#filter));
    void this.#claims.restart();
  }
}

type Option = readonly [value: string, words: string];

declare global {
  interface HTMLElementTagNameMap {
    'cd-claims-page': CdClaimsPage;
  }
}
