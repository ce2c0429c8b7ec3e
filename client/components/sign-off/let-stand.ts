import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { shared } from '../../styles/shared.ts';
import { controlChecked } from '../form.ts';

/** Something that is not settled and goes out with the story all the same, if the signer names it. */
export interface Unsettled {
  readonly id: string;
  /** What it is, in a word: "Disputed". */
  readonly what: string;
  /** Its words in the story. */
  readonly quote: string;
  /** Why it is what it is, and who said so. */
  readonly reason: string;
  readonly by: string;
  readonly href: string;
}

/** One of them was named, or is not any more; of suggestions also several. */
export class LetStandEvent extends Event {
  static readonly type = 'let-stand';

  constructor(
    readonly ids: readonly string[],
    readonly on: boolean,
  ) {
    super(LetStandEvent.type);
  }
}

/**
 * What the signer lets stand, each claim by name: there is no box that ticks them all.
 *
 * @fires let-stand - One was ticked or unticked.
 */
@customElement('cd-let-stand')
export class CdLetStand extends LitElement {
  static override styles = [
    ...shared,
    css`
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--space-m);
        align-items: start;
        padding-block: var(--space-s);
        border-block-end: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }
      input {
        margin-block-start: 0.3rem;
      }
      label {
        font-size: var(--text-m);
        font-weight: 400;
      }
      label q {
        font-family: var(--serif);
        font-size: 1.0625rem;
      }
      .why {
        grid-column: 2;
        font-size: var(--text-s);
      }
      .why a {
        display: inline-block;
        min-block-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly Unsettled[] = [];
  @property({ attribute: false }) ticked: ReadonlySet<string> = new Set();
  /** Only whoever signs ticks. */
  @property({ type: Boolean, attribute: 'may-tick' }) mayTick = false;

  protected override render() {
    return html`<ul role="list">
      ${repeat(
        this.items,
        ({ id }) => id,
        (item) => this.item(item),
      )}
    </ul>`;
  }

  private item({ id, what, quote, reason, by, href }: Unsettled) {
    return html`
      <li>
        <input
          type="checkbox"
          id=${id}
          .checked=${this.ticked.has(id)}
          ?disabled=${!this.mayTick}
          @change=${(event: Event) => this.dispatchEvent(new LetStandEvent([id], controlChecked(event)))}
        />
        <label for=${id}><strong>${what}:</strong> <q dir="auto">${quote}</q></label>
        <p class="why soft">
          ${reason === '' ? nothing : html`<span dir="auto">${reason}</span> (${by})`} <a href=${href}>In the story</a>
        </p>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-let-stand': CdLetStand;
  }
}
