import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Answer, Medium, Operation, Parameter } from '../../controllers/reference/read.ts';
import {
  choicesOf,
  descriptionOf,
  notes,
  type Shapes,
  typeWords,
} from '../../controllers/reference/schema.ts';
import { shared } from '../../styles/shared.ts';
import { inlineWords } from './inline-words.ts';
import './schema-tree.ts';

/** One verb on one path: a line, and under it, once it is open, what it takes and answers. */
@customElement('cd-api-operation')
export class CdApiOperation extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        border-block-end: 1px solid var(--rule);
      }
      summary {
        display: grid;
        grid-template-columns: 4.5rem minmax(0, 1fr);
        column-gap: var(--space-s);
        align-items: baseline;
        padding-block: var(--space-s);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      summary:hover {
        background: var(--paper-sunk);
      }
      .codes summary {
        display: list-item;
        min-block-size: var(--target);
        padding-block: var(--space-2xs);
        color: var(--accent);
        font-size: var(--text-s);
        list-style-position: inside;
      }
      .method {
        color: var(--accent);
        font: 600 var(--text-s) var(--mono);
      }
      .summary {
        grid-column: 2;
      }
      code {
        font-family: var(--mono);
        font-size: var(--text-s);
      }
      .body {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-m);
        padding-block: var(--space-s) var(--space-l);
        padding-inline-start: var(--space-m);
      }
      section {
        display: grid;
        gap: var(--space-s);
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-s);
        font-size: var(--text-s);
      }
      dd {
        padding-inline-start: var(--space-m);
      }
      @media (max-width: 40rem) {
        .body {
          padding-inline-start: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) operation: Operation | null = null;
  @property({ attribute: false }) shapes: Shapes = new Map();
  @property({ type: Boolean, reflect: true }) open = false;

  protected override render() {
    if (this.operation === null) return nothing;
    const { method, path, summary } = this.operation;
    return html`
      <details .open=${this.open} @toggle=${this.#onToggle}>
        <summary>
          <span class="method">${method}</span> <code>${path}</code>
          <span class="summary">${inlineWords(summary)}</span>
        </summary>
        ${this.open ? this.#body(this.operation) : nothing}
      </details>
    `;
  }

  #body({ opens, parameters, body, answers, refusals }: Operation): TemplateResult {
    return html`
      <div class="body">
        <p class="small">${opensWords(opens)}</p>
        ${parameters.length === 0 ? nothing : this.#parameters(parameters)}
        ${
          body === null
            ? nothing
            : html`<section>
                <h3>It takes${body.required ? '' : ', where there is something to say'}</h3>
                ${body.media.map((medium) => this.#medium(medium))}
              </section>`
        }
        <section>
          <h3>It answers</h3>
          ${answers.map((answer) => this.#answer(answer))}
        </section>
        <section>
          <h3>It may refuse</h3>
          <details class="codes">
            <summary>The codes of the whole API by their status: not each of them comes here</summary>
            <dl>
              ${refusals.map(
                ({ statuses, words }) =>
                  html`<dt><code>${statuses.join(', ')}</code></dt>
                    ${words.map((one) => html`<dd class="soft">${inlineWords(one)}</dd>`)}`,
              )}
            </dl>
          </details>
        </section>
      </div>
    `;
  }

  #parameters(parameters: readonly Parameter[]): TemplateResult {
    return html`
      <section>
        <h3>Parameters</h3>
        <dl>
          ${parameters.map(({ name, in: place, required, schema, description }) => {
            const said = [PLACES[place] ?? place, required ? 'needed' : '', ...notes(schema)].filter(Boolean);
            const about = description === '' ? descriptionOf(schema, this.shapes) : description;
            const choices = choicesOf(schema, this.shapes);
            return html`
              <dt><code>${name}</code> ${typeWords(schema)} <span class="soft">(${said.join('; ')})</span></dt>
              ${about === '' ? nothing : html`<dd class="soft">${inlineWords(about)}</dd>`}
              ${choices.length === 0 ? nothing : html`<dd class="soft">${choices.join(', ')}</dd>`}
            `;
          })}
        </dl>
      </section>
    `;
  }

  #answer({ statuses, words, media }: Answer): TemplateResult {
    return html`
      ${statuses.map((status, index) => html`<p class="small"><code>${status}</code> ${words[index] ?? ''}</p>`)}
      ${media.map((medium) => this.#medium(medium))}
    `;
  }

  #medium({ type, schema }: Medium): TemplateResult {
    if (schema === null) return html`<p class="small"><code>${type}</code></p>`;
    return html`
      <p class="small"><code>${type}</code> ${typeWords(schema)}</p>
      <cd-schema-tree .schema=${schema} .shapes=${this.shapes}></cd-schema-tree>
    `;
  }

  readonly #onToggle = (event: Event): void => {
    if (event.target instanceof HTMLDetailsElement) this.open = event.target.open;
  };
}

const PLACES: Readonly<Record<string, string>> = {
  path: 'in the path',
  query: 'in the query',
  header: 'a header',
};

function opensWords(opens: Operation['opens']): TemplateResult {
  if (opens.by === 'token')
    return html`For people who are signed in, and tokens with the scope <code>${opens.scope}</code>.`;
  return opens.by === 'anyone'
    ? html`Nobody has to be signed in.`
    : html`A person has to be signed in: no token opens it.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-api-operation': CdApiOperation;
  }
}
