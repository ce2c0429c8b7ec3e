import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Someone, thereWords } from '../../controllers/proof/present.ts';
import { initials } from '../../controllers/proof/readings.ts';
import { shared } from '../../styles/shared.ts';
import { ChooseEvent } from './events.ts';

/** As many as fit beside each other on a telephone. */
const SHOWN = 6;
const COLOURS = 4;

/** The same colour for the same person, whoever else is there. */
const colourOf = (id: string): number =>
  [...id.slice(-4)].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS;

/**
 * Who else is on the story: their initials, with what they do as the name of each.
 *
 * Takes the same room with nobody there: those who come move nothing.
 *
 * @fires choose - Somebody was pressed who is on a claim.
 */
@customElement('cd-who-is-here')
export class CdWhoIsHere extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
        block-size: 1.75rem;
      }
      ul {
        display: flex;
        gap: var(--space-xs);
        justify-content: end;
      }
      li {
        display: flex;
      }
      .who {
        display: inline-grid;
        place-items: center;
        min-block-size: 1.625rem;
        min-inline-size: 1.625rem;
        padding: 0 var(--space-xs);
        border: 1px solid var(--who-line);
        border-radius: 1rem;
        background: var(--who-wash);
        color: var(--who-ink);
        font-size: var(--text-xs);
        font-weight: 600;
        line-height: 1;
      }
      /* Drawn, not written: the words that are written are the ones to say to press it. */
      [data-sign]::before {
        content: attr(data-sign);
      }
      .writes {
        border-width: 2px;
      }
      .colour-0 {
        --who-ink: var(--kind-attribution-ink);
        --who-line: var(--kind-attribution);
        --who-wash: var(--kind-attribution-wash);
      }
      .colour-1 {
        --who-ink: var(--kind-source-ink);
        --who-line: var(--kind-source);
        --who-wash: var(--kind-source-wash);
      }
      .colour-2 {
        --who-ink: var(--kind-fact-ink);
        --who-line: var(--kind-fact);
        --who-wash: var(--kind-fact-wash);
      }
      .colour-3 {
        --who-ink: var(--accent);
        --who-line: var(--accent);
        --who-wash: var(--accent-wash);
      }
      .more {
        align-self: center;
        font-size: var(--text-xs);
      }
    `,
  ];

  @property({ attribute: false }) people: readonly Someone[] = [];
  /** Pages that are there as well, and whose people are not told. */
  @property({ type: Number }) more = 0;

  protected override render() {
    const { people } = this;
    if (people.length === 0) return nothing;
    const rest = people.length - SHOWN + this.more;
    return html`
      <ul role="list" aria-label="On this story now">
        ${repeat(
          people.slice(0, SHOWN),
          ({ id }) => id,
          (someone) => html`<li>${this.someone(someone)}</li>`,
        )}
        ${
          rest > 0
            ? html`<li class="more">+${rest}<span class="visually-hidden"> more: ${people.slice(SHOWN).map(thereWords).join('; ')}</span></li>`
            : nothing
        }
      </ul>
    `;
  }

  private someone(someone: Someone) {
    const { id, name, at } = someone;
    const words = thereWords(someone);
    const look = `who colour-${colourOf(id)} ${at.doing === 'reading' ? '' : 'writes'}`;
    const { claimId } = at;
    if (claimId === null)
      return html`<span class=${look} title=${words}><span aria-hidden="true" data-sign=${initials(name)}></span><span class="visually-hidden">${words}</span></span>`;
    return html`<button
      class=${look}
      type="button"
      title=${words}
      aria-label=${words}
      @click=${() => this.dispatchEvent(new ChooseEvent(claimId, true))}
    >
      <span aria-hidden="true" data-sign=${initials(name)}></span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-who-is-here': CdWhoIsHere;
  }
}
