import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Line, Waiting } from '../controllers/outbox/line.ts';
import { mayGoAgain, unsavedWords } from '../controllers/outbox/words.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import './dialog.ts';

/** What the person wants done with one write that was not taken, or with all that wait. */
export class UnsavedEvent extends Event {
  static readonly type = 'unsaved';
  constructor(
    readonly act: 'try-now' | 'again' | 'throw-away' | 'look',
    readonly item: Waiting | null = null,
  ) {
    super(UnsavedEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * What is not saved yet, in a line; pressed, one by one, with what was typed.
 *
 * @fires unsaved - Try now, send one again, throw one away, look at it.
 */
@customElement('cd-unsaved')
export class CdUnsaved extends LitElement {
  static override styles = [
    ...shared,
    css`
      /* Over the page and not in it: what comes and goes by itself must not push words away from under the hand. */
      .line {
        position: fixed;
        inset-block-end: var(--space-m);
        inset-inline-start: clamp(var(--space-m), 2.5vw, var(--space-xl));
        z-index: 7;
        display: flex;
        align-items: center;
        gap: var(--space-m);
        max-inline-size: min(44rem, calc(100vw - 2 * var(--space-m)));
        font-size: var(--text-s);
        box-shadow: var(--shadow);
      }
      .line button {
        flex: none;
      }
      .short {
        display: none;
      }
      /* There a sheet is below, with its Save: what is said has its place in the header. */
      @media (max-width: 1099px) {
        .line {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
        .line button {
          display: none;
        }
        .short {
          display: block;
          padding-inline: var(--space-s);
          border-color: var(--accent);
          background: var(--accent-wash);
          white-space: nowrap;
        }
        .short.wrong {
          border-color: var(--danger);
          background: var(--danger-wash);
        }
      }
      ol {
        display: grid;
        gap: var(--space-l);
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--space-xs);
        overflow-wrap: anywhere;
      }
      .typed {
        padding-inline-start: var(--space-m);
        border-inline-start: 2px solid var(--rule-strong);
        white-space: pre-wrap;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) items: Line = [];
  /** False where the browser loses them when the page is closed. */
  @property({ type: Boolean }) lasts = true;
  /** How many this page cannot read. */
  @property({ type: Number }) unread = 0;
  /** Somebody else is signed in. */
  @property({ type: Boolean, attribute: 'someone-elses' }) isSomeoneElses = false;
  /** Nobody is signed in. */
  @property({ type: Boolean, attribute: 'signed-out' }) isSignedOut = false;

  @state() private isOpen = false;
  /** The one that is about to be thrown away. */
  @state() private going: string | null = null;
  /** What the open list shows: nothing leaves it, or moves under the hand, because something was saved meanwhile. */
  private listed: Line = [];
  /** What was thrown away in it: the line lets go of it a moment later. */
  private readonly thrown = new Set<string>();

  protected override willUpdate(): void {
    if (!this.isOpen) {
      this.listed = [];
      this.thrown.clear();
      return;
    }
    const now = new Map(this.items.map((item) => [item.entry.id, item]));
    const stay = this.listed.map((item) => now.get(item.entry.id) ?? item);
    const known = new Set(stay.map(({ entry }) => entry.id));
    const all = [...stay, ...this.items.filter(({ entry }) => !known.has(entry.id))];
    this.listed = all.filter(({ entry }) => !this.thrown.has(entry.id));
  }

  protected override render() {
    const { items, lasts, unread, isSomeoneElses, isSignedOut } = this;
    const words = unsavedWords({ items, lasts, unread, isSomeoneElses, isSignedOut });
    return html`
      <div role="status">${words === null ? nothing : this.line(words)}</div>
      ${words === null ? nothing : this.short()}
      <cd-dialog heading="Not saved yet" .open=${this.isOpen} @close=${this.close}>
        ${this.isOpen ? this.list(words) : nothing}
      </cd-dialog>
    `;
  }

  private line(words: string) {
    const { length } = this.items;
    return html`
      <div class="line notice ${this.refused > 0 ? 'wrong' : ''}">
        <p>${words}</p>
        ${
          length === 0
            ? nothing
            : html`
                <button type="button" @click=${this.open}>${length === 1 ? 'Show it' : 'Show them'}</button>
                <button type="button" @click=${() => this.tell('try-now')}>Try now</button>
              `
        }
      </div>
    `;
  }

  private short() {
    const { refused } = this;
    const { length } = this.items;
    return html`
      <button type="button" class="short ${refused > 0 ? 'wrong' : ''}" @click=${this.open}>
        ${refused > 0 ? `${refused} not taken` : length > 0 ? `${length} not saved` : 'Not saved'}
      </button>
    `;
  }

  private get refused(): number {
    return this.items.filter(({ state: one }) => one === 'refused').length;
  }

  private list(words: string | null) {
    return html`
      ${words === null ? nothing : html`<p>${words}</p>`}
      <ol>
        ${repeat(
          this.listed,
          ({ entry }) => entry.id,
          (item) => this.item(item),
        )}
      </ol>
      ${
        this.items.length === 0
          ? html`<p>Everything is saved.</p>`
          : html`<button type="button" @click=${() => this.tell('try-now')}>Try now</button>`
      }
    `;
  }

  private item(item: Waiting) {
    const { entry, refused, state: now } = item;
    const typed = Object.values(entry.form?.fields ?? {}).filter((value) => value.trim() !== '');
    return html`
      <li>
        <p dir="auto"><strong>${entry.label}</strong></p>
        <p class="soft small"><time datetime=${entry.at}>${fullTime(entry.at)}</time></p>
        ${typed.map((value) => html`<p class="typed small" dir="auto">${value}</p>`)}
        ${
          now === 'refused' && this.items.includes(item)
            ? html`<p class="wrong">Not saved: ${refused?.message}</p>${this.ways(item)}`
            : html`<p class="small">${this.standing(item)}</p>`
        }
      </li>
    `;
  }

  private standing(item: Waiting): string {
    if (!this.items.includes(item)) return 'Saved, or settled in another window.';
    return item.state === 'sending' ? 'Saving…' : 'Waits to be saved.';
  }

  private ways(item: Waiting): TemplateResult {
    const { entry } = item;
    if (this.going === entry.id)
      return html`
        <p>What you see here is then gone for good: ${entry.label}.</p>
        <div class="actions">
          <button type="button" class="danger" @click=${() => this.tell('throw-away', item)}>Throw it away</button>
          <button type="button" @click=${() => this.ask(null)}>Keep it</button>
        </div>
      `;
    return html`
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.look(item)}>
          ${entry.form === null ? 'Look at the claim' : 'Look, and give it again'}
        </button>
        ${
          mayGoAgain(item)
            ? html`<button type="button" @click=${() => this.tell('again', item)}>Send it on what is there now</button>`
            : nothing
        }
        <button type="button" @click=${() => this.ask(entry.id)}>Throw away…</button>
      </div>
    `;
  }

  private tell(act: UnsavedEvent['act'], item: Waiting | null = null): void {
    this.going = null;
    if (act === 'throw-away' && item !== null) this.thrown.add(item.entry.id);
    this.dispatchEvent(new UnsavedEvent(act, item));
  }

  private look(item: Waiting): void {
    this.isOpen = false;
    this.tell('look', item);
  }

  private ask(id: string | null): void {
    this.going = id;
  }

  private readonly open = (): void => {
    this.isOpen = true;
  };
  private readonly close = (): void => {
    this.isOpen = false;
    this.going = null;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-unsaved': CdUnsaved;
  }
}
