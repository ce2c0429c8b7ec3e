import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { BlockRole, type StoryPart } from '../../server/contract/articles.ts';
import { shared } from '../styles/shared.ts';
import { PART_ROLE_WORDS } from '../words.ts';
import { controlValue } from './form.ts';

type PartRole = StoryPart['role'];
const ROLES: readonly PartRole[] = [...BlockRole.options, 'furniture'];

/** Sent when the editor says what a part is. */
export class PartRoleEvent extends Event {
  static readonly type = 'part-role';
  readonly part: number;
  readonly role: PartRole;
  constructor(part: number, role: PartRole) {
    super(PartRoleEvent.type, { bubbles: true, composed: true });
    this.part = part;
    this.role = role;
  }
}

/** Sent when the editor takes a border between two sentences away, or puts one in. */
export class BorderEvent extends Event {
  static readonly type = 'border';
  readonly part: number;
  /** UTF-16 code units from the part's start. */
  readonly offset: number;
  readonly kind: 'join' | 'split';
  constructor(part: number, offset: number, kind: 'join' | 'split') {
    super(BorderEvent.type, { bubbles: true, composed: true });
    this.part = part;
    this.offset = offset;
    this.kind = kind;
  }
}

/** UTF-16 code units from the part's start, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * One part of a pasted story as it was understood: its role, its sentences with their borders.
 *
 * A border is a button that takes it away. While splitting, every word is one that begins a sentence; arrows
 * move between the words.
 *
 * @fires part-role - The part is something else.
 * @fires border - A border is taken away or put in.
 */
@customElement('cd-story-part')
export class CdStoryPart extends LitElement {
  static override styles = [
    ...shared,
    css`
      :host {
        display: grid;
        grid-template-columns: 12rem minmax(0, 1fr);
        gap: var(--space-2xs) var(--space-l);
        align-items: start;
        padding-block: var(--space-s);
        border-block-end: 1px solid var(--rule);
      }
      .controls {
        display: grid;
        grid-template-columns: 7.25rem auto;
        justify-content: start;
        gap: var(--space-2xs);
      }
      select {
        border-color: var(--rule);
        font-size: var(--text-s);
      }
      .controls button {
        padding-inline: var(--space-s);
      }
      .words {
        max-inline-size: var(--measure);
        font-family: var(--serif);
        font-size: 1.0625rem;
        line-height: 1.6;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      .headline {
        font-size: var(--text-xl);
        font-weight: 600;
        line-height: 1.25;
      }
      .standfirst {
        font-style: italic;
      }
      .heading {
        font-weight: 700;
      }
      .byline,
      .dateline,
      .caption {
        font-family: var(--sans);
        font-size: var(--text-s);
      }
      .quote {
        padding-inline-start: var(--space-l);
        border-inline-start: 2px solid var(--rule-strong);
      }
      .furniture {
        font-family: var(--sans);
        font-size: var(--text-s);
        color: var(--ink-soft);
        text-decoration: line-through;
      }
      button.border {
        display: inline-flex;
        min-block-size: 1.5rem;
        min-inline-size: 1.5rem;
        margin: -0.15rem 0.1rem;
        padding: 0;
        border-color: transparent;
        background: none;
        color: var(--accent);
        font-family: var(--sans);
        font-size: 1rem;
        font-weight: 700;
        vertical-align: baseline;
      }
      button.border:hover,
      button.border:focus-visible {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      .word {
        border-inline-start: 2px solid transparent;
        cursor: pointer;
      }
      .word:hover,
      .word:focus-visible {
        border-inline-start-color: var(--accent);
        background: var(--accent-wash);
      }
      @media (max-width: 40rem) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        select {
          inline-size: auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) storyPart: StoryPart | null = null;
  /** Its number among the parts, from 0. */
  @property({ type: Number }) number = 0;
  @property({ attribute: false }) sentences: readonly Stretch[] = [];
  @property() override lang = '';

  @state() private splitting = false;

  protected override render() {
    const part = this.storyPart;
    if (part === null) return nothing;
    return html`
      <div class="controls">
        <select aria-label="Part ${this.number + 1} is" @change=${this.#onRole}>
          ${ROLES.map((role) => html`<option value=${role} .selected=${role === part.role}>${PART_ROLE_WORDS[role]}</option>`)}
        </select>
        ${
          part.block === null
            ? html`<button class="quiet" type="button" @click=${() => this.#send('paragraph')}>
                Restore<span class="visually-hidden"> part ${this.number + 1}</span>
              </button>`
            : html`<button
                class="quiet"
                type="button"
                aria-pressed=${this.splitting ? 'true' : 'false'}
                @click=${this.#toggleSplitting}
              >
                Split<span class="visually-hidden"> a sentence of part ${this.number + 1}</span>
              </button>`
        }
      </div>
      <div>
        ${this.splitting ? html`<p class="hint" role="status">Choose the word that begins a sentence. Esc when done.</p>` : nothing}
        <div class="words ${part.role}" dir="auto" lang=${this.lang} @keydown=${this.#onKey}>${part.block === null ? html`<s>${part.text}</s>` : this.#sentences(part.text)}</div>
      </div>
    `;
  }

  #sentences(text: string) {
    return this.sentences.map(({ start, end }, index) => {
      const before = this.sentences[index - 1];
      const gap = before === undefined ? '' : text.slice(before.end, start);
      return html`${gap}${index === 0 ? nothing : this.#border(start)}<span
          >${this.splitting ? this.#words(text, start, end) : text.slice(start, end)}</span
        >`;
    });
  }

  #border(offset: number): TemplateResult {
    return html`<button
      class="border"
      type="button"
      title="A sentence begins here. Press to join it to the one before"
      aria-label="Join these two sentences"
      @click=${() => this.dispatchEvent(new BorderEvent(this.number, offset, 'join'))}
    >|</button>`;
  }

  #words(text: string, start: number, end: number) {
    const words = [...text.slice(start, end).matchAll(/\S+\s*/g)];
    return words.map((word, index) => {
      const offset = start + word.index;
      if (index === 0) return word[0];
      return html`<span
        class="word"
        role="button"
        tabindex=${this.#isFirstWord(start, index) ? '0' : '-1'}
        data-offset=${offset}
        aria-label="Begin a sentence at ${word[0].trim()}"
        @click=${() => this.#split(offset)}
        >${word[0]}</span
      >`;
    });
  }

  /** One tab stop for each part: the arrows do the rest. */
  #isFirstWord(sentenceStart: number, index: number): boolean {
    return index === 1 && sentenceStart === this.sentences[0]?.start;
  }

  readonly #toggleSplitting = async (): Promise<void> => {
    this.splitting = !this.splitting;
    await this.updateComplete;
    if (this.splitting) this.#focusWord(0);
  };

  #focusWord(index: number): void {
    this.renderRoot.querySelectorAll<HTMLElement>('.word')[index]?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.splitting) return;
    const words = [...this.renderRoot.querySelectorAll<HTMLElement>('.word')];
    const at = words.findIndex((word) => word.matches(':focus'));
    const focused = words[at];
    const step = this.#steps()[event.key];
    if (step !== undefined) this.#focusWord(Math.min(words.length - 1, Math.max(0, at + step)));
    else if (event.key === 'Escape') void this.#endSplitting();
    else if ((event.key === 'Enter' || event.key === ' ') && focused)
      this.#split(Number(focused.dataset.offset));
    else return;
    event.preventDefault();
  }

  #steps(): Readonly<Record<string, number>> {
    const forward = this.matches(':dir(rtl)') ? -1 : 1;
    return { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 10, ArrowUp: -10 };
  }

  async #endSplitting(): Promise<void> {
    this.splitting = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  #split(offset: number): void {
    this.dispatchEvent(new BorderEvent(this.number, offset, 'split'));
    void this.#endSplitting();
  }

  #onRole(event: Event): void {
    const chosen = ROLES.find((role) => role === controlValue(event));
    if (chosen !== undefined) this.#send(chosen);
  }

  #send(role: PartRole): void {
    this.dispatchEvent(new PartRoleEvent(this.number, role));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-story-part': CdStoryPart;
  }
}
