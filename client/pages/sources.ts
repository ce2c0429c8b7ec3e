import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Source } from '../../server/contract/sources.ts';
import { newId } from '../api/http.ts';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import { createSource, editSource, listSources } from '../api/sources.ts';
import '../components/dialog.ts';
import { controlValue } from '../components/form.ts';
import '../components/list-end.ts';
import '../components/source-form.ts';
import type { CdSourceForm, SaveSourceEvent, SourceValues } from '../components/source-form.ts';
import { type Announce, announcerContext } from '../contexts/announcer.ts';
import { type Me, meContext } from '../contexts/me.ts';
import { PagedController } from '../controllers/paged.ts';
import { ShortcutsController } from '../controllers/shortcuts.ts';
import { debounced } from '../debounced.ts';
import { replaceSearch } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { SOURCE_KIND_WORDS } from '../words.ts';
import { filterStyles } from './filters.ts';

/** The source register: one entry for each real source, with the names it goes by. */
@customElement('cd-sources-page')
export class CdSourcesPage extends LitElement {
  static override styles = [
    ...shared,
    filterStyles,
    css`
      tbody th {
        font-family: var(--serif);
        font-size: 1.0625rem;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
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
        thead {
          display: none;
        }
        table,
        tbody,
        tr,
        th,
        td {
          display: block;
        }
        tr {
          padding-block: var(--space-s);
          border-block-end: 1px solid var(--rule);
        }
        tbody th,
        td {
          padding: var(--space-2xs) 0;
          border: 0;
        }
        td .button.quiet {
          padding-inline-start: 0;
        }
      }
    `,
  ];

  @consume({ context: meContext, subscribe: true }) @state() private me: Me | null = null;
  @consume({ context: announcerContext }) private announce: Announce = () => {};

  /** The entry in the dialog: null closed, 'new', or one to change. */
  @state() private editing: Source | 'new' | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private busy = false;

  @query('input[type=search]') private search!: HTMLInputElement;
  @query('cd-source-form') private form!: CdSourceForm | null;

  #words = new URLSearchParams(location.search).get('q') ?? '';
  #newId = newId();
  readonly #sources = new PagedController<Source>(this, (cursor, signal) =>
    listSources({ q: this.#words, cursor }, signal),
  );
  readonly #restartSoon = debounced(() => this.#restart(), 200);

  constructor() {
    super();
    new ShortcutsController(
      this,
      {
        '/': { label: 'Search', run: () => this.search.focus() },
        n: { label: 'Add a source', run: () => this.#open('new'), when: () => this.#mayEdit() },
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
              ? html`<button class="primary" type="button" @click=${() => this.#open('new')}>Add a source</button>`
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
        ${this.#dialog()}
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
          <span dir="auto">${source.name}</span>
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
                ? html`<button type="button" @click=${() => this.#open(source)}>
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
              ? html`<button type="button" @click=${() => this.#open('new')}>Add it</button>`
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

  #dialog(): TemplateResult {
    const { editing } = this;
    return html`
      <cd-dialog
        heading=${editing === 'new' ? 'Add a source' : 'Change a source'}
        .open=${editing !== null}
        @close=${this.#close}
      >
        ${
          editing === null
            ? nothing
            : html`<cd-source-form
                .source=${editing === 'new' ? null : editing}
                .suggestion=${this.#words}
                .problem=${this.problem}
                .busy=${this.busy}
                @save=${this.#onSave}
                @cancel=${this.#close}
              ></cd-source-form>`
        }
      </cd-dialog>
    `;
  }

  #mayEdit = () => this.me?.can.includes('edit_sources') ?? false;

  #open(source: Source | 'new'): void {
    this.problem = null;
    this.editing = source;
  }

  readonly #close = (): void => {
    this.editing = null;
  };

  #onWords(event: Event): void {
    this.#words = controlValue(event).trim();
    this.#restartSoon();
  }

  #restart(): void {
    replaceSearch(new URLSearchParams(this.#words === '' ? [] : [['q', this.#words]]));
    void this.#sources.restart();
  }

  readonly #onSave = async ({ values }: SaveSourceEvent): Promise<void> => {
    const { editing } = this;
    if (editing === null) return;
    this.busy = true;
    this.problem = null;
    try {
      const saved = await this.#save(editing, values);
      this.form?.saved();
      this.#show(saved);
      this.editing = null;
      this.announce(`${saved.name} saved`);
    } catch (thrown) {
      this.#fail(asProblem(thrown));
    } finally {
      this.busy = false;
    }
  };

  #save(editing: Source | 'new', values: SourceValues): Promise<Source> {
    if (editing === 'new') return createSource({ id: this.#newId, ...values });
    return editSource(editing.id, { version: editing.version, ...values });
  }

  #show(saved: Source): void {
    this.#newId = newId();
    this.#sources.update((items) =>
      items.some(({ id }) => id === saved.id)
        ? items.map((item) => (item.id === saved.id ? saved : item))
        : [saved, ...items],
    );
  }

  /** After somebody else's change the list shows theirs, the form still mine: saving again replaces theirs. */
  #fail(problem: ApiProblem): void {
    this.problem = problem;
    const current = Source.safeParse(problem.current);
    if (!current.success) return;
    this.#sources.update((items) => items.map((item) => (item.id === current.data.id ? current.data : item)));
    this.editing = current.data;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-sources-page': CdSourcesPage;
  }
}
