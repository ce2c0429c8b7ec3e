import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { HistoryItem } from '../../server/contract/history.ts';
import { historyLine } from '../controllers/proof/history-words.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { controlValue } from './form.ts';
import { HISTORY_LABELS } from './inspector/words.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** The words of a claim as they stood in the text at that moment. */
export interface Then {
  readonly revision: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Somebody wants what an event says to be gone. */
export class EraseEvent extends Event {
  static readonly type = 'erase';
  readonly reason: string;

  constructor(reason: string) {
    super(EraseEvent.type);
    this.reason = reason;
  }
}

/**
 * One event of a story's history: who, when, what, and from what to what.
 *
 * @fires former - The words as they then were are wanted.
 * @fires erase - What it says should be erased, with a reason.
 */
@customElement('cd-history-event')
export class CdHistoryEvent extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        grid-template-columns: 11rem minmax(0, 1fr);
        gap: var(--space-2xs) var(--space-l);
        padding-block: var(--space-s);
        border-block-end: 1px solid var(--rule);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      .when {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
      }
      .what {
        display: grid;
        gap: var(--space-2xs);
        justify-items: start;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--space-s);
      }
      dt,
      del {
        color: var(--ink-soft);
      }
      ins {
        text-decoration: none;
      }
      .then {
        max-inline-size: 46rem;
        font-family: var(--serif);
        font-size: 1rem;
        white-space: pre-line;
      }
      mark {
        color: var(--ink);
        background: var(--accent-wash);
        border-block-end: 2px solid var(--accent);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-s);
      }
      @media (max-width: 40rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) item: HistoryItem | null = null;
  /** The claim's words of today, and where they lead; null for an event of the story itself. */
  @property({ attribute: false }) claim: { readonly quote: string; readonly href: string } | null = null;
  /** Undefined until it is wanted; null where history does not say. */
  @property({ attribute: false }) former: Then | null | undefined = undefined;
  /** An id as the name of whom or what it means. */
  @property({ attribute: false }) word: (value: string) => string = (value) => value;
  @property({ type: Boolean, attribute: 'may-erase' }) mayErase = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) erasing = false;
  @property() reason = '';

  @query('input') private input!: HTMLInputElement | null;
  @query('.deed') private deed!: HTMLElement | null;
  @query('.deed a') private link!: HTMLAnchorElement | null;

  /** Focus what was done: from there the keys act. */
  override focus(): void {
    this.deed?.focus();
  }

  /** Ask for the words as they then were, once. */
  showThen(): void {
    if (this.item?.claimId != null && this.former === undefined) this.dispatchEvent(new Event('former'));
  }

  /** Go to the claim. */
  follow(): void {
    this.link?.click();
  }

  protected override render() {
    const { item } = this;
    if (item === null) return nothing;
    const { who, what, changes } = historyLine(item, HISTORY_LABELS, this.word);
    return html`
      <p class="when">
        <time datetime=${item.at}>${fullTime(item.at)}</time><br />
        <span title="Link ${item.hash}">No. ${item.seq}</span>
      </p>
      <div class="what">
        <p class="deed" tabindex="-1">
          <strong>${who}</strong> ${what}${
            this.claim === null
              ? nothing
              : html`: <a href=${this.claim.href}><bdi>${this.claim.quote}</bdi></a>`
          }
        </p>
        ${item.erased ? html`<p class="soft">What this said was erased for legal reasons.</p>` : nothing}
        ${
          changes.length === 0
            ? nothing
            : html`<dl>
                ${changes.map(
                  ({ label, before, after }) => html`
                    <dt>${label}</dt>
                    <dd>
                      ${before === null ? nothing : html`<del dir="auto">${before}</del>`}
                      ${before !== null && after !== null ? ' → ' : nothing}
                      ${after === null ? nothing : html`<ins dir="auto">${after}</ins>`}
                    </dd>
                  `,
                )}
              </dl>`
        }
        ${this.words(item)} ${this.erasure(item)}
      </div>
    `;
  }

  private words({ claimId }: HistoryItem) {
    if (claimId === null) return nothing;
    if (this.former === undefined)
      return html`<button class="quiet" type="button" @click=${() => this.dispatchEvent(new Event('former'))}>
        The words as they then were
      </button>`;
    if (this.former === null) return html`<p class="soft">History no longer says where the words were.</p>`;
    const { revision, before, words, after } = this.former;
    return html`<p class="soft">In revision ${revision}:</p>
      <p class="then" dir="auto">${before}<mark>${words}</mark>${after}</p>`;
  }

  private erasure({ type, erased }: HistoryItem) {
    if (!this.mayErase || erased || type.startsWith('payload.') || type.endsWith('.erased')) return nothing;
    if (!this.erasing)
      return html`<button class="quiet" type="button" @click=${() => void this.open()}>Erase what it says…</button>`;
    return html`
      <form novalidate @submit=${this.onErase}>
        <div class="field">
          <label for="why">Legal reason; it stays in the history</label>
          <input id="why" maxlength="2000" .value=${this.reason}
            @input=${(event: Event) => {
              this.reason = controlValue(event);
            }} />
        </div>
        <button class="danger" type="submit">Erase for good</button>
        <button class="quiet" type="button" @click=${() => {
          this.erasing = false;
        }}>Cancel</button>
      </form>
      <cd-problem .problem=${this.problem}></cd-problem>
    `;
  }

  private async open(): Promise<void> {
    this.erasing = true;
    await this.updateComplete;
    this.input?.focus();
  }

  private onErase(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new EraseEvent(this.reason));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-history-event': CdHistoryEvent;
  }
}
