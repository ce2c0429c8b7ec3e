import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  choicesOf,
  descriptionOf,
  type Field,
  hasInside,
  insideOf,
  notes,
  type Schema,
  type Shapes,
  typeWords,
} from '../../controllers/reference/schema.ts';
import { shared } from '../../styles/shared.ts';
import { inlineWords } from './inline-words.ts';

/** What is in a schema, as a tree whose branches open one by one: shapes may hold one another. */
@customElement('cd-schema-tree')
export class CdSchemaTree extends LitElement {
  static override styles = [
    ...shared,
    css`
      ul {
        display: grid;
        gap: var(--space-s);
        padding-inline-start: var(--space-m);
        border-inline-start: 1px solid var(--rule);
      }
      li {
        min-inline-size: 0;
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      code {
        font-family: var(--mono);
      }
      summary {
        inline-size: fit-content;
        min-block-size: var(--target);
        align-content: center;
        color: var(--accent);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) schema: Schema = {};
  @property({ attribute: false }) shapes: Shapes = new Map();
  @state() private opened: ReadonlySet<string> = new Set();

  protected override render() {
    const { fields, variants } = insideOf(this.schema, this.shapes);
    if (fields.length === 0 && variants.length === 0) return nothing;
    return html`
      <ul role="list">
        ${fields.map((field) => this.#field(field))}
        ${variants.map((variant, index) => html`<li>${this.#branch(`${index}`, `Kind ${index + 1}: ${kindWords(variant)}`, variant)}</li>`)}
      </ul>
    `;
  }

  #field({ name, required, schema }: Field): TemplateResult {
    const about = descriptionOf(schema, this.shapes);
    const choices = choicesOf(schema, this.shapes);
    const type = typeWords(schema);
    const said = [required ? '' : 'may be left out', ...notes(schema)].filter((note) => note !== '');
    return html`
      <li>
        <code>${name}</code> <span>${type}</span>
        ${said.length === 0 ? nothing : html`<span class="soft">(${said.join('; ')})</span>`}
        ${about === '' ? nothing : html`<p class="soft">${inlineWords(about)}</p>`}
        ${
          choices.length === 0 || type.includes('"')
            ? nothing
            : html`<p class="soft">${choices.map((choice, index) => html`${index === 0 ? '' : ', '}<code>${choice}</code>`)}</p>`
        }
        ${hasInside(schema, this.shapes) ? this.#branch(name, `What is in ${name}`, schema) : nothing}
      </li>
    `;
  }

  #branch(key: string, words: string, schema: Schema): TemplateResult {
    return html`
      <details @toggle=${(event: Event) => this.#onToggle(key, event)}>
        <summary>${words}</summary>
        ${
          this.opened.has(key)
            ? html`<cd-schema-tree .schema=${schema} .shapes=${this.shapes}></cd-schema-tree>`
            : nothing
        }
      </details>
    `;
  }

  #onToggle(key: string, event: Event): void {
    if (event.target instanceof HTMLDetailsElement && event.target.open)
      this.opened = new Set([...this.opened, key]);
  }
}

/** Of several objects, each is known by the field that has one value alone. */
function kindWords(schema: Schema): string {
  const [mark] = insideOf(schema, new Map()).fields.filter(({ schema: inner }) => 'const' in inner);
  return mark === undefined ? typeWords(schema) : `${mark.name} ${typeWords(mark.schema)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-schema-tree': CdSchemaTree;
  }
}
