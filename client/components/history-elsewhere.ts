import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AnswerOf } from '../../server/contract/endpoint.ts';
import type { GetHistoryElsewhere, PastEvent, StoryIntegrity } from '../../server/contract/stories.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted } from '../words.ts';
import { controlValue } from './form.ts';
import { EraseEvent } from './history-event.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

export type From = NonNullable<AnswerOf<typeof GetHistoryElsewhere>['from']>;

const FOUND: Readonly<Record<StoryIntegrity, string>> = {
  signed_here: 'It is whole, and this server signed it when it left.',
  whole: 'It is whole. Who signed it cannot be told here: only the Claimdesk that it came from can.',
  altered: 'It is not as it was when it left: the story, or what its history says, was altered on the way.',
};

/** Somebody wants what an event from elsewhere says to be gone. */
export class EraseElsewhereEvent extends EraseEvent {
  readonly seq: number;

  constructor(seq: number, reason: string) {
    super(reason);
    this.seq = seq;
  }
}

/**
 * The history that a story brought along from another Claimdesk. None of it is this one's.
 *
 * @fires more - Further events are wanted.
 * @fires erase - What an event says should be erased, with a reason.
 */
@customElement('cd-history-elsewhere')
export class CdHistoryElsewhere extends LitElement {
  static override styles = [
    ...shared,
    css`
      .panel {
        display: grid;
        gap: var(--space-m);
        margin-block-start: var(--space-xl);
      }
      code {
        font-family: var(--mono);
        font-size: var(--text-xs);
        overflow-wrap: anywhere;
      }
      ol {
        padding: 0;
        list-style: none;
      }
      li {
        padding-block: var(--space-xs);
        border-block-end: 1px solid var(--rule);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-s);
      }
    `,
  ];

  @property({ attribute: false }) from: From | null = null;
  @property({ attribute: false }) items: readonly PastEvent[] = [];
  /** What a type of event is called. */
  @property({ attribute: false }) word: (type: string) => string = (type) => type;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean, attribute: 'may-erase' }) mayErase = false;
  /** Why what was to be erased was not. */
  @property({ attribute: false }) problem: ShownProblem | null = null;

  /** The event that is to be erased. */
  @state() private erasing: number | null = null;
  @state() private reason = '';

  @query('input') private input!: HTMLInputElement | null;

  protected override render() {
    const { from, items } = this;
    if (from === null) return nothing;
    const isAltered = from.integrity === 'altered';
    return html`
      <section class="panel" aria-labelledby="elsewhere">
        <h2 id="elsewhere">History from elsewhere</h2>
        <p>
          Exported ${fullTime(from.generatedAt)} by <bdi>${from.generatedBy.name}</bdi>, brought in
          ${fullTime(from.importedAt)}${from.importedBy === null ? nothing : html` by <bdi>${from.importedBy.name}</bdi>`}. What happened before is told here as the file
          tells it; it is no part of the history above, and this server cannot vouch for it.
        </p>
        <p class=${isAltered ? 'notice' : 'soft'}>${FOUND[from.integrity]}</p>
        ${
          from.headHash === null
            ? nothing
            : html`<p class="soft">
                ${counted(from.head, 'event')}; the last link is <code>${from.headHash}</code>. Whoever it came from can look
                for it in their history.
              </p>`
        }
        <ol role="list" aria-busy=${this.busy ? 'true' : 'false'}>
          ${items.map(
            ({ seq, actor, type, at, data }) => html`
              <li>
                <strong><bdi>${actor}</bdi></strong> ${this.word(type)}
                <time class="soft" datetime=${at}>${fullTime(at)}</time>
                ${data === null ? html`<p class="soft">What this said was erased for legal reasons.</p>` : this.erasure(seq)}
              </li>
            `,
          )}
        </ol>
        ${
          items.length < from.head && items.length > 0
            ? html`<div class="actions">
                <button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => this.dispatchEvent(new Event('more'))}>
                  Show more
                </button>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  private erasure(seq: number) {
    if (!this.mayErase) return nothing;
    if (this.erasing !== seq)
      return html`<button class="quiet" type="button" @click=${() => void this.open(seq)}>Erase what it says…</button>`;
    return html`
      <form novalidate @submit=${(event: Event) => {
        event.preventDefault();
        this.dispatchEvent(new EraseElsewhereEvent(seq, this.reason));
      }}>
        <div class="field">
          <label for="why">Legal reason; it stays in the history</label>
          <input id="why" maxlength="2000" .value=${this.reason}
            @input=${(event: Event) => {
              this.reason = controlValue(event);
            }} />
        </div>
        <button class="danger" type="submit">Erase for good</button>
        <button class="quiet" type="button" @click=${() => {
          this.erasing = null;
        }}>Cancel</button>
      </form>
      <cd-problem .problem=${this.problem}></cd-problem>
    `;
  }

  private async open(seq: number): Promise<void> {
    this.erasing = seq;
    this.reason = '';
    await this.updateComplete;
    this.input?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-history-elsewhere': CdHistoryElsewhere;
  }
}
