import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyOf } from '../../controllers/proof/key-map.ts';
import { KIND_WORDS, KINDS } from '../../controllers/proof/readings.ts';
import { base, buttons } from '../../styles/shared.ts';
import { CommandEvent } from './events.ts';
import { kindStyles } from './kind-styles.ts';

/**
 * The four kinds, beside the words just selected.
 *
 * @fires command - A kind was chosen.
 */
@customElement('cd-mark-toolbar')
export class CdMarkToolbar extends LitElement {
  static override styles = [
    base,
    buttons,
    kindStyles,
    css`
      [role='toolbar'] {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2xs);
        inline-size: max-content;
        max-inline-size: calc(100vw - 1rem);
        padding: var(--space-xs);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper-raised);
        box-shadow: var(--shadow);
      }
      button {
        padding-inline: var(--space-s);
        border-color: transparent;
        color: var(--kind-ink);
      }
      button:hover {
        background: var(--kind-wash);
      }
      kbd {
        border-color: var(--kind-line);
        background: var(--kind-wash);
        color: var(--kind-ink);
      }
    `,
  ];

  protected override render() {
    return html`
      <div role="toolbar" aria-label="Mark the selected words as" @pointerdown=${this.keepSelection}>
        ${KINDS.map(
          (kind) => html`
            <button
              type="button"
              class="kind-${kind}"
              @click=${() => this.dispatchEvent(new CommandEvent(`mark-${kind}`))}
            >
              <kbd>${keyOf(`mark-${kind}`)}</kbd> ${KIND_WORDS[kind]}
            </button>
          `,
        )}
      </div>
    `;
  }

  /** A press must not take the focus, and with a finger not the selection. */
  private keepSelection(event: Event): void {
    event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-mark-toolbar': CdMarkToolbar;
  }
}
