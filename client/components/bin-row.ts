import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BinItem } from '../../server/contract/bin.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { addressOfBinned, BIN_KIND_WORDS, nameOfBinned } from './bin-words.ts';

/** Asks for one thing to be brought back. */
export class RestoreEvent extends Event {
  static readonly type = 'restore-binned';
  constructor(readonly item: BinItem) {
    super(RestoreEvent.type, { bubbles: true, composed: true });
  }
}

/** Asks for one thing to be erased for good. */
export class EraseBinnedEvent extends Event {
  static readonly type = 'erase-binned';
  constructor(readonly item: BinItem) {
    super(EraseBinnedEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * One thing that was withdrawn: what it is, where it stood, who took it back and why.
 *
 * @fires restore-binned - The person wants it back.
 * @fires erase-binned - The person wants it gone.
 */
@customElement('cd-bin-row')
export class CdBinRow extends LitElement {
  static override styles = [
    ...shared,
    css`
      article {
        display: grid;
        grid-template-columns: 6rem minmax(0, 1fr) auto;
        gap: var(--space-xs) var(--space-m);
        align-items: start;
        padding-block: var(--space-m);
        border-block-start: 1px solid var(--rule);
        overflow-wrap: anywhere;
      }
      .words {
        font-family: var(--serif);
        white-space: pre-line;
      }
      .none {
        font-style: italic;
      }
      @media (max-width: 40rem) {
        article {
          grid-template-columns: minmax(0, 1fr);
        }
        .actions {
          justify-self: start;
        }
      }
    `,
  ];

  @property({ attribute: false }) item: BinItem | null = null;
  @property({ type: Boolean }) busy = false;

  protected override render() {
    const { item } = this;
    if (item === null) return nothing;
    const { kind, words, article, withdrawn, can } = item;
    const { at, by, reason } = withdrawn;
    return html`
      <article>
        <p class="soft small">${BIN_KIND_WORDS[kind]}</p>
        <div>
          ${
            words === ''
              ? html`<p class="none soft">The words are kept from everyone but who wrote them.</p>`
              : html`<p class="words" dir="auto">${words}</p>`
          }
          <p class="soft small">
            ${kind === 'story' ? nothing : html`in <a href=${addressOfBinned(item)}><bdi>${article.title}</bdi></a> · `}withdrawn
            ${by === null ? nothing : html`by <bdi>${by.name}</bdi>,`} <time datetime=${at}>${fullTime(at)}</time>
          </p>
          ${reason === null ? nothing : html`<p class="small" dir="auto">${reason}</p>`}
        </div>
        <div class="actions">
          ${
            can.includes('restore')
              ? html`<button type="button" aria-label="Restore: ${nameOfBinned(item)}" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#onRestore}>Restore</button>`
              : nothing
          }
          ${
            can.includes('erase')
              ? html`<button class="quiet" type="button" aria-label="Erase for good: ${nameOfBinned(item)}" aria-haspopup="dialog" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#onErase}>Erase for good…</button>`
              : nothing
          }
        </div>
      </article>
    `;
  }

  /** For who goes through the list by keys. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button, a')?.focus();
  }

  readonly #onRestore = (): void => {
    if (this.item !== null && !this.busy) this.dispatchEvent(new RestoreEvent(this.item));
  };

  readonly #onErase = (): void => {
    if (this.item !== null && !this.busy) this.dispatchEvent(new EraseBinnedEvent(this.item));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-bin-row': CdBinRow;
  }
}
