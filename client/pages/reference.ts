import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type ApiProblem, asProblem, isAbort } from '../api/problem.ts';
import { getReference } from '../api/reference.ts';
import { controlValue } from '../components/form.ts';
import '../components/problem.ts';
import { inlineWords } from '../components/reference/inline-words.ts';
import '../components/reference/formats.ts';
import '../components/reference/operation.ts';
import { type ApiReference, type Group, matching, readReference } from '../controllers/reference/read.ts';
import { shared } from '../styles/shared.ts';

/** The API, read from its OpenAPI document. An address that ends in `#createClaim` opens that operation. */
@customElement('cd-reference-page')
export class CdReferencePage extends LitElement {
  static override styles = [
    ...shared,
    css`
      .about {
        display: grid;
        gap: var(--space-s);
        max-inline-size: 46rem;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-s);
      }
      h2 {
        padding-block-start: var(--space-l);
      }
      code {
        font-family: var(--mono);
        font-size: 0.92em;
        overflow-wrap: anywhere;
      }
      search {
        max-inline-size: 30rem;
      }
    `,
  ];

  @state() private reference: ApiReference | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private typed = '';
  /** The operation that the address names. */
  @state() private named = decodeURIComponent(location.hash.slice(1));
  private loading: AbortController | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    this.loading?.abort();
  }

  protected override render() {
    return html`
      <div class="page">
        <div class="page-head">
          <h1>The API</h1>
          <p><a href="/api/openapi.json">The same as an OpenAPI document</a></p>
        </div>
        ${
          this.problem === null
            ? nothing
            : html`<cd-problem .problem=${this.problem}>
                <button type="button" @click=${() => void this.load()}>Try again</button>
              </cd-problem>`
        }
        ${this.reference === null ? nothing : this.#whole(this.reference)}
      </div>
    `;
  }

  #whole(reference: ApiReference): TemplateResult {
    const groups = matching(reference.groups, this.typed);
    return html`
      <div class="about">${reference.about.map((words) => html`<p>${inlineWords(words)}</p>`)}</div>
      <search>
        <div class="field">
          <label for="words">Find by words or path</label>
          <input id="words" type="search" autocomplete="off" .value=${this.typed} @input=${this.#onInput} />
        </div>
      </search>
      ${
        this.typed === ''
          ? html`<section id="formats" aria-labelledby="formats-title">
              <h2 id="formats-title">Formats in and out</h2>
              <cd-format-list></cd-format-list>
            </section>`
          : nothing
      }
      ${groups.length === 0 ? html`<p>Nothing of the API has these words.</p>` : nothing}
      ${repeat(
        groups,
        ({ name }) => name,
        (group, index) => this.#group(group, index, reference),
      )}
    `;
  }

  #group({ name, operations }: Group, index: number, { shapes }: ApiReference): TemplateResult {
    return html`
      <section aria-labelledby="group-${index}">
        <h2 id="group-${index}">${name}</h2>
        <div>
          ${repeat(
            operations,
            ({ id }) => id,
            (operation) => html`
              <cd-api-operation
                id=${operation.id}
                .operation=${operation}
                .shapes=${shapes}
                ?open=${operation.id === this.named}
              ></cd-api-operation>
            `,
          )}
        </div>
      </section>
    `;
  }

  private async load(): Promise<void> {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.problem = null;
    try {
      this.reference = readReference(await getReference(loading.signal));
      await this.#goToNamed();
    } catch (thrown) {
      if (!isAbort(thrown)) this.problem = asProblem(thrown);
    }
  }

  async #goToNamed(): Promise<void> {
    await this.updateComplete;
    if (this.named !== '') this.renderRoot.querySelector(`#${CSS.escape(this.named)}`)?.scrollIntoView();
  }

  readonly #onHash = (): void => {
    this.named = decodeURIComponent(location.hash.slice(1));
    void this.#goToNamed();
  };

  readonly #onInput = (event: Event): void => {
    this.typed = controlValue(event);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-reference-page': CdReferencePage;
  }
}
