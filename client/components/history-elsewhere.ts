import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { StoryIntegrity } from '../../server/contract/stories.ts';
import type { From, HistoryElsewhere } from '../controllers/histories-elsewhere.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../times.ts';
import { counted } from '../words.ts';
import { controlValue } from './form.ts';
import { EraseEvent } from './history-event.ts';
import './problem.ts';
import type { ShownProblem } from './problem.ts';

const FOUND: Readonly<Record<StoryIntegrity, string>> = {
  signed_here: 'It is whole, and this server signed it when it left.',
  whole: 'It is whole. Who signed it cannot be told here: only the Claimdesk that it came from can.',
  altered: 'It is not as it was when it left: the story, or what its history says, was altered on the way.',
};

/** Of one that came with another: not looked into here, but there, where the story was brought in then. */
const FOUND_THERE: Readonly<Record<StoryIntegrity, string>> = {
  signed_here:
    'The file says that it was found whole where it was then brought in, and had been signed there.',
  whole: 'The file says that it was found whole where it was then brought in.',
  altered: 'The file says that it was found altered where it was then brought in.',
};

/** One event of one of the histories. */
export interface PlaceElsewhere {
  /** Whose history: 1 for the newest. */
  readonly depth: number;
  readonly seq: number;
}

/** Somebody wants what an event from elsewhere says to be gone. */
export class EraseElsewhereEvent extends EraseEvent {
  readonly place: PlaceElsewhere;

  constructor(place: PlaceElsewhere, reason: string) {
    super(reason);
    this.place = place;
  }
}

/** The history of another newsroom is wanted. */
export class ChooseHistoryEvent extends Event {
  readonly depth: number;

  constructor(depth: number) {
    super('choose');
    this.depth = depth;
  }
}

/** A newsroom has no name here: it is told by who sent the story on, and when. The name keeps its own direction. */
export const historyName = ({ generatedAt, generatedBy, head }: From): string =>
  `${fullTime(generatedAt)}, \u2068${generatedBy.name}\u2069: ${counted(head, 'event')}`;

const isSame = (a: PlaceElsewhere, b: PlaceElsewhere): boolean => a.depth === b.depth && a.seq === b.seq;

/**
 * The histories that a story brought along from other Claimdesks, one at a time. None of it is this one's.
 *
 * @fires choose - The history of another newsroom is wanted.
 * @fires more - Further events are wanted.
 * @fires older - Histories that are not here are wanted once more.
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
      select {
        max-inline-size: 100%;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-s);
      }
    `,
  ];

  /** The newest first. */
  @property({ attribute: false }) histories: readonly HistoryElsewhere[] = [];
  /** Which of them is shown: 1 for the newest. */
  @property({ attribute: false }) depth = 1;
  /** There is an older one, which is not here. */
  @property({ type: Boolean, attribute: 'lacks-older' }) lacksOlder = false;
  /** What a type of event is called. */
  @property({ attribute: false }) word: (type: string) => string = (type) => type;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean, attribute: 'may-erase' }) mayErase = false;
  /** Why what was to be erased was not. */
  @property({ attribute: false }) problem: (PlaceElsewhere & { readonly problem: ShownProblem }) | null =
    null;

  /** The event that is to be erased. It waits, with what was typed, while another history is looked at. */
  @state() private erasing: PlaceElsewhere | null = null;
  @state() private reason = '';

  @query('input') private input!: HTMLInputElement | null;

  protected override render() {
    const shown = this.histories[this.depth - 1];
    if (shown === undefined) return nothing;
    const { from, items } = shown;
    const isAltered = from.integrity === 'altered';
    return html`
      <section class="panel" aria-labelledby="elsewhere">
        <h2 id="elsewhere">History from elsewhere</h2>
        ${this.choice()}
        <p>
          Exported ${fullTime(from.generatedAt)} by <bdi>${from.generatedBy.name}</bdi>, brought in${from.importedBy === null ? ' elsewhere' : nothing}
          ${fullTime(from.importedAt)}${from.importedBy === null ? nothing : html` by <bdi>${from.importedBy.name}</bdi>`}. What happened before is told here as the file
          tells it; it is no part of the history above, and this server cannot vouch for it.
        </p>
        <p class=${isAltered ? 'notice' : 'soft'}>${(this.depth === 1 ? FOUND : FOUND_THERE)[from.integrity]}</p>
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

  /** Nothing to choose where there is one. */
  private choice() {
    const { histories, depth } = this;
    const several = html`
      <div class="field">
        <label for="whose">Whose history (${depth} of ${histories.length}, the newest first)</label>
        <select id="whose" @change=${(event: Event) =>
          this.dispatchEvent(new ChooseHistoryEvent(Number(controlValue(event))))}>
          ${histories.map(
            ({ from }, at) =>
              html`<option value=${at + 1} ?selected=${at + 1 === depth}>${historyName(from)}</option>`,
          )}
        </select>
      </div>
    `;
    const lacking = html`
      <p class="notice" role="status">The story had come there from another Claimdesk. That history could not be loaded.</p>
      <div class="actions">
        <button type="button" @click=${() => this.dispatchEvent(new Event('older'))}>Load it again</button>
      </div>
    `;
    return html`${histories.length > 1 ? several : nothing} ${this.lacksOlder ? lacking : nothing}`;
  }

  private erasure(seq: number) {
    if (!this.mayErase) return nothing;
    const place = { depth: this.depth, seq };
    if (this.erasing === null || !isSame(this.erasing, place))
      return html`<button class="quiet" type="button" @click=${() => void this.open(place)}>Erase what it says…</button>`;
    const problem = this.problem !== null && isSame(this.problem, place) ? this.problem.problem : null;
    return html`
      <form novalidate @submit=${(event: Event) => {
        event.preventDefault();
        this.dispatchEvent(new EraseElsewhereEvent(place, this.reason));
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
      <cd-problem .problem=${problem}></cd-problem>
    `;
  }

  private async open(place: PlaceElsewhere): Promise<void> {
    this.erasing = place;
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
