import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Source } from '../../server/contract/sources.ts';
import { listSources } from '../api/sources.ts';
import { controlValue } from '../components/form.ts';
import '../components/list-end.ts';
import type { CdSourceDialog } from '../components/source-dialog.ts';
import '../components/source-dialog.ts';
import { type SaveSourceEvent, sourceDraft } from '../components/source-form.ts';
import { confidentialTag, tagStyles } from '../components/tags.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { type People, peopleContext } from '../contexts/people.ts';
import { PagedController } from '../controllers/paged.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { SourceEditingController } from '../controllers/source-editing.ts';
import { debounced } from '../debounced.ts';
import { replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { stackedTable } from '../styles/stacked.ts';
import { SOURCE_KIND_WORDS } from '../words.ts';
import { filterStyles } from './filters.ts';

/** The source register: one entry for each real source, with the names it goes by. */
@customElement('cd-sources-page')
export class CdSourcesPage extends LitElement {
  static override styles = [
    ...shared,
    filterStyles,
    tagStyles,
    stackedTable,
    css`
      td p {
        max-inline-size: 28rem;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      th .soft {
        font-family: var(--sans);
        font-size: var(--text-s);
        font-weight: 400;
      }
      @media (max-width: 40rem) {
        td .button.quiet {
          padding-inline-start: 0;
        }
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: peopleContext, subscribe: true }) @state() private people: People = new Map();
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  @query('input[type=search]') private search!: HTMLInputElement;
  @query('cd-source-dialog') private dialog!: CdSourceDialog | null;

  #words = new URLSearchParams(location.search).get('q') ?? '';
  readonly #editing = new SourceEditingController(this, (source) => this.#show(source));
  readonly #sources = new PagedController<Source>(this, async (cursor, signal) => {
    const page = await listSources({ q: this.#words, cursor }, signal);
    // A draft from before it was made confidential may hold what is now to be kept.
    for (const { id, confidential } of page.items) if (confidential) sourceDraft(id).dropOfAll();
    return page;
  });
  readonly #restartSoon = debounced(() => this.#restart(), 200);

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        '/': { label: 'Search', run: () => this.search.focus() },
        n: { label: 'Add a source', run: () => this.#editing.open('new'), when: () => this.#mayEdit() },
      },
      'Sources',
    );
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>Sources</h1>
          ${
            this.#mayEdit()
              ? html`<button class="primary" type="button" @click=${() => this.#editing.open('new')}>Add a source</button>`
              : nothing
          }
        </div>
        <search class="filters">
          <div class="field grow">
            <label for="q">Find by any name</label>
            <input id="q" type="search" maxlength="200" value=${this.#words} @input=${this.#onWords} />
          </div>
        </search>
        <section aria-label="Register">
          ${this.#list()}
          <cd-list-end
            .more=${this.#sources.nextCursor !== null}
            .busy=${this.#sources.loadingMore}
            .problem=${this.#sources.problem}
            @more=${() => this.#sources.more()}
            @retry=${() => this.#sources.restart()}
          ></cd-list-end>
        </section>
        ${this.#form()}
      </div>
    `;
  }

  #list(): TemplateResult {
    const { items, loading, problem } = this.#sources;
    if (items.length === 0) {
      if (loading) return html`<p class="empty soft" role="status">Loading the register…</p>`;
      return problem === null ? this.#empty() : html``;
    }
    return html`
      <table aria-busy=${loading ? 'true' : 'false'}>
        <caption class="visually-hidden">Sources</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Note</th>
            <th scope="col"><span class="visually-hidden">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            items,
            (source) => source.id,
            (source) => this.#row(source),
          )}
        </tbody>
      </table>
    `;
  }

  #row(source: Source): TemplateResult {
    return html`
      <tr>
        <th scope="row">
          <a href="/sources/${source.id}"><bdi>${source.name}</bdi></a> ${confidentialTag(source)}
          ${source.aliases.length === 0 ? nothing : html`<p class="soft" dir="auto">also ${source.aliases.join(', ')}</p>`}
        </th>
        <td>${SOURCE_KIND_WORDS[source.kind]}</td>
        <td>${source.note === null ? nothing : html`<p dir="auto">${source.note}</p>`}</td>
        <td>
          <div class="actions">
            <a class="button quiet" href="/claims?sourceId=${source.id}">
              Claims<span class="visually-hidden"> of ${source.name}</span>
            </a>
            ${
              source.can.includes('edit')
                ? html`<button type="button" @click=${() => this.#editing.open(source)}>
                    Change<span class="visually-hidden"> ${source.name}</span>
                  </button>`
                : nothing
            }
          </div>
        </td>
      </tr>
    `;
  }

  #empty(): TemplateResult {
    if (this.#words !== '')
      return html`
        <div class="empty">
          <p>No source goes by “${this.#words}”.</p>
          ${
            this.#mayEdit()
              ? html`<button type="button" @click=${() => this.#editing.open('new')}>Add it</button>`
              : nothing
          }
        </div>
      `;
    return html`
      <div class="empty">
        <p>The register is empty.</p>
        <p class="soft">Add the people, bodies and media that your stories quote, so that attributions can name them.</p>
      </div>
    `;
  }

  #form(): TemplateResult {
    return html`
      <cd-source-dialog
        .subject=${this.#editing.subject}
        .people=${this.people}
        .meId=${this.me?.id ?? ''}
        .suggestion=${this.#words}
        .problem=${this.#editing.problem}
        .busy=${this.#editing.busy}
        @save=${(event: SaveSourceEvent) => void this.#save(event)}
        @close=${() => this.#editing.close()}
      ></cd-source-dialog>
    `;
  }

  #mayEdit = () => this.me?.can.includes('edit_sources') ?? false;

  #onWords(event: Event): void {
    this.#words = controlValue(event).trim();
    this.#restartSoon();
  }

  #restart(): void {
    replaceSearch(new URLSearchParams(this.#words === '' ? [] : [['q', this.#words]]));
    void this.#sources.restart();
  }

  async #save({ values }: SaveSourceEvent): Promise<void> {
    const saved = await this.#editing.save(values);
    if (saved === null) return;
    this.dialog?.saved();
    this.#editing.close();
    this.announce(`${saved.name} saved`);
    // The words looked for may be the name that is now kept: they go from the address as well.
    if (saved.confidential && this.#words !== '') {
      this.#words = '';
      this.search.value = '';
      this.#restart();
    }
  }

  #show(saved: Source): void {
    this.#sources.update((items) =>
      items.some(({ id }) => id === saved.id)
        ? items.map((item) => (item.id === saved.id ? saved : item))
        : [saved, ...items],
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-sources-page': CdSourcesPage;
  }
}
