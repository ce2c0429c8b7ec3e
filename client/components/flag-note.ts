import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Flag } from '../../server/contract/audit.ts';
import { FLAG_WORDS } from '../controllers/audit-groups.ts';
import { shared } from '../styles/shared.ts';
import { controlValue } from './form.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

/** Somebody looked at a flag and lets it be, or wants it back. */
export class FlagEvent extends Event {
  static readonly type = 'flag';
  readonly key: string;
  /** Why it is dismissed; null brings it back. */
  readonly reason: string | null;

  constructor(key: string, reason: string | null) {
    super(FlagEvent.type, { bubbles: true, composed: true });
    this.key = key;
    this.reason = reason;
  }
}

/**
 * What the program would ask about an attribution, in a sentence; dismissible with a reason.
 *
 * @fires flag - Dismissed with a reason, or brought back.
 */
@customElement('cd-flag-note')
export class CdFlagNote extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
        /* What can be done about it stays within sight of what it says. */
        max-inline-size: 46rem;
        padding: var(--space-xs) var(--space-s);
        border-inline-start: 3px solid var(--warn);
        background: var(--paper);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      :host([dismissed]) {
        border-inline-start-style: dotted;
        color: var(--ink-soft);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--space-s);
      }
      .line p {
        flex: 1 1 16rem;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-s);
        padding-block: var(--space-xs);
      }
      .field {
        flex: 1 1 14rem;
      }
    `,
  ];

  @property({ attribute: false }) flag: Flag | null = null;
  /** Who dismissed it. */
  @property() by = '';
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: ShownProblem | null = null;
  @property({ type: Boolean }) dismissing = false;
  @property() reason = '';

  @query('input') private input!: HTMLInputElement | null;

  protected override willUpdate(): void {
    this.toggleAttribute('dismissed', this.flag !== null && this.flag.dismissed !== null);
    if (this.flag?.dismissed != null) this.dismissing = false;
  }

  protected override render() {
    const { flag } = this;
    if (flag === null) return nothing;
    return html`
      <div class="line">
        <p>
          <strong>${FLAG_WORDS[flag.code]}.</strong> <span dir="auto">${flag.explanation}</span>
          ${
            flag.dismissed === null
              ? nothing
              : html`<br />Dismissed by ${this.by}: <span dir="auto">${flag.dismissed.reason}</span>`
          }
        </p>
        ${this.action(flag)}
      </div>
      <cd-problem .problem=${this.problem}></cd-problem>
      ${this.dismissing ? this.form() : nothing}
    `;
  }

  private action({ key, can }: Flag) {
    if (can.includes('restore'))
      return html`<button class="quiet" type="button" ?disabled=${this.busy}
        @click=${() => this.dispatchEvent(new FlagEvent(key, null))}>Bring back</button>`;
    if (!can.includes('dismiss') || this.dismissing) return nothing;
    return html`<button class="quiet" type="button" @click=${() => void this.open()}>Dismiss… <kbd>d</kbd></button>`;
  }

  private form() {
    return html`
      <form novalidate @submit=${this.onSubmit} @keydown=${this.onKey}>
        <div class="field">
          <label for="why">Why it can be let be</label>
          <input id="why" maxlength="2000" .value=${this.reason}
            @input=${(event: Event) => {
              this.reason = controlValue(event);
            }} />
        </div>
        <button type="submit" ?disabled=${this.busy}>Dismiss</button>
        <button class="quiet" type="button" @click=${() => this.close()}>Cancel</button>
      </form>
    `;
  }

  get mayDismiss(): boolean {
    return this.flag?.can.includes('dismiss') === true && !this.busy;
  }

  /** A reason that was typed and not sent is in it. */
  get isInHand(): boolean {
    return this.dismissing || this.busy;
  }

  /** Open the form that dismisses it. */
  async open(): Promise<void> {
    this.dismissing = true;
    await this.updateComplete;
    this.input?.focus();
  }

  /** What was typed stays. */
  private close(): void {
    this.dismissing = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    if (this.flag !== null && !this.busy) this.dispatchEvent(new FlagEvent(this.flag.key, this.reason));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-flag-note': CdFlagNote;
  }
}
