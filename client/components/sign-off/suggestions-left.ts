import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Suggestion } from '../../../server/contract/suggestions.ts';
import { percent } from '../../controllers/proof/suggestions.ts';
import { shared } from '../../styles/shared.ts';
import { counted, KIND_WORDS } from '../../words.ts';
import { controlChecked } from '../form.ts';
import { LetStandEvent } from './let-stand.ts';

/** A suggestion on which nobody decided; its words are null where it was found no longer as they were asked for. */
export interface LeftOpen {
  readonly id: string;
  readonly suggestion: Suggestion | null;
}

/**
 * The suggestions that go out undecided. The program proposed them, nobody vouches for any: they may be ticked together,
 * which a person's verdicts may not.
 *
 * @fires let-stand - One was ticked or unticked, or all of them.
 */
@customElement('cd-suggestions-left')
export class CdSuggestionsLeft extends LitElement {
  static override styles = [
    ...shared,
    css`
      section {
        display: grid;
        gap: var(--space-s);
      }
      .all {
        display: flex;
        align-items: center;
        gap: var(--space-m);
        min-block-size: var(--target);
        font-weight: 600;
      }
      .all label {
        font-size: var(--text-m);
      }
      .all .count {
        margin-inline-start: auto;
        font-weight: 400;
      }
      /* Dozens of them: what is signed stays near. */
      ul {
        max-block-size: 26rem;
        overflow-y: auto;
        padding-inline-start: var(--space-m);
        border-inline-start: 3px dashed var(--rule-strong);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0 var(--space-m);
        align-items: start;
        padding-block: var(--space-xs);
        border-block-end: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }
      li input {
        margin-block-start: 0.3rem;
      }
      li label {
        font-size: var(--text-s);
        font-weight: 400;
      }
      q {
        font-family: var(--serif);
        font-size: 1.0625rem;
      }
      li a {
        min-block-size: 1.5rem;
        font-size: var(--text-s);
      }
      .why {
        grid-column: 2 / -1;
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: 'article-id' }) articleId = '';
  /** In the order of the text. */
  @property({ attribute: false }) items: readonly LeftOpen[] = [];
  @property({ attribute: false }) ticked: ReadonlySet<string> = new Set();
  /** Only whoever signs ticks. */
  @property({ type: Boolean, attribute: 'may-tick' }) mayTick = false;

  protected override render() {
    const { items } = this;
    if (items.length === 0) return nothing;
    return html`
      <section aria-labelledby="left">
        <h3 id="left">${counted(items.length, 'suggestion')} left open</h3>
        <p class="soft small">
          The program proposed to mark these; nobody accepted or dismissed them.
          <a href="/stories/${this.articleId}#suggestions">Decide on them</a>
        </p>
        ${items.length === 1 ? nothing : this.all()}
        <ul role="list">
          ${repeat(
            items,
            ({ id }) => id,
            (item) => this.item(item),
          )}
        </ul>
      </section>
    `;
  }

  private all() {
    const { length } = this.items;
    const count = this.items.filter(({ id }) => this.ticked.has(id)).length;
    return html`
      <div class="all">
        <input
          type="checkbox"
          id="all"
          .checked=${count === length}
          .indeterminate=${count > 0 && count < length}
          ?disabled=${!this.mayTick}
          @change=${(event: Event) =>
            this.tick(
              this.items.map(({ id }) => id),
              event,
            )}
        />
        <label for="all">Let all ${length} stand</label>
        <span class="count small soft numeral">${count} of ${length} ticked</span>
      </div>
    `;
  }

  private item({ id, suggestion }: LeftOpen) {
    return html`
      <li>
        <input
          type="checkbox"
          id=${id}
          .checked=${this.ticked.has(id)}
          ?disabled=${!this.mayTick}
          @change=${(event: Event) => this.tick([id], event)}
        />
        <label id="words-${id}" for=${id}>${
          suggestion === null
            ? html`<strong>Found no longer</strong>`
            : html`<strong>${KIND_WORDS[suggestion.kind]}:</strong> <q dir="auto">${suggestion.span.quote}</q>`
        }</label>
        <a href="/stories/${this.articleId}#suggestion=${id}" aria-describedby="words-${id}">In the story</a>
        ${
          suggestion === null
            ? nothing
            : html`<p class="why soft">${percent(suggestion.confidence)} sure: ${suggestion.why}</p>`
        }
      </li>
    `;
  }

  private tick(ids: readonly string[], event: Event): void {
    this.dispatchEvent(new LetStandEvent(ids, controlChecked(event)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-suggestions-left': CdSuggestionsLeft;
  }
}
