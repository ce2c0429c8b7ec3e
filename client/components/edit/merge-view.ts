import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Choice, MergeBlock, Part } from '../../controllers/edit/merge.ts';
import { wordsBetween } from '../../controllers/edit/wording.ts';
import { shared } from '../../styles/shared.ts';
import { counted } from '../../words.ts';
import { pieceStyles, piecesOf } from '../pieces.ts';

/** One conflict was decided. */
export class ChoiceEvent extends Event {
  static readonly type = 'choice';
  constructor(
    readonly conflict: number,
    readonly choice: Choice,
  ) {
    super(ChoiceEvent.type);
  }
}

const LABELS: Readonly<Record<Choice, string>> = {
  theirs: 'Theirs',
  mine: 'Yours',
  both: 'Both, theirs first',
};
const CHOICES: readonly Choice[] = ['theirs', 'mine', 'both'];

const textOf = (blocks: readonly MergeBlock[]) => blocks.map(({ text }) => text).join('\n\n');

/**
 * Two newer texts of one revision: where they collide a person chooses, all else is put together by itself.
 *
 * @fires choice - One was chosen for a conflict.
 * @fires together - Everything is chosen: the person wants the text.
 */
@customElement('cd-merge-view')
export class CdMergeView extends LitElement {
  static override styles = [
    ...shared,
    pieceStyles,
    css`
      section {
        display: grid;
        gap: var(--space-l);
        max-inline-size: 60rem;
        margin-inline: auto;
        padding-block-end: 30vh;
        overflow-wrap: anywhere;
      }
      fieldset {
        display: grid;
        gap: var(--space-s);
        padding: var(--space-m);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper-raised);
      }
      legend {
        padding-inline: var(--space-xs);
        font-weight: 600;
        font-size: var(--text-s);
      }
      label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2xs) var(--space-s);
        padding: var(--space-s);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
      }
      label:has(:checked) {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      .words {
        grid-column: 2;
        font-family: var(--serif);
        font-size: 1.0625rem;
        line-height: 1.55;
        white-space: pre-line;
      }
      .settled {
        display: grid;
        gap: var(--space-s);
        padding-block-start: var(--space-s);
      }
    `,
  ];

  @property({ attribute: false }) parts: readonly Part[] = [];
  @property({ attribute: false }) choices: readonly (Choice | null)[] = [];
  /** The revision that came in between. */
  @property({ type: Number }) revision = 2;
  @property() language = 'en';

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render() {
    const conflicts = this.parts.filter((part) => part.kind === 'conflict');
    const open = this.choices.filter((choice) => choice === null).length;
    return html`
      <section aria-label="Two texts to put together">
        <div class="settled">
          <h2 tabindex="-1">Text ${this.revision} came in between</h2>
          <p>
            Nothing of yours is lost, and nothing of theirs is overwritten.
            ${
              conflicts.length === 0
                ? 'You changed other parts of the story: both go together by themselves.'
                : `${counted(conflicts.length, 'place')} changed in both: choose.`
            }
          </p>
        </div>
        ${conflicts.map((conflict, index) => this.conflict(conflict, index, conflicts.length))}
        ${this.settled()}
        <div class="actions">
          <button
            class="primary"
            type="button"
            aria-disabled=${open === 0 ? 'false' : 'true'}
            @click=${() => open === 0 && this.dispatchEvent(new Event('together'))}
          >
            Put together
          </button>
          <span class="soft small">${open === 0 ? 'You can go on writing before you save.' : `${open} left to choose`}</span>
        </div>
      </section>
    `;
  }

  private conflict(
    { base, theirs, mine }: Extract<Part, { kind: 'conflict' }>,
    index: number,
    total: number,
  ) {
    const before = textOf(base);
    const shown: Readonly<Record<Choice, string>> = {
      theirs: textOf(theirs),
      mine: textOf(mine),
      both: textOf([...theirs, ...mine]),
    };
    return html`
      <fieldset>
        <legend>Place ${index + 1} of ${total}</legend>
        ${before === '' ? nothing : html`<p class="soft small">Before: <span class="story-words" lang=${this.language} dir="auto">${before}</span></p>`}
        ${CHOICES.map(
          (choice) => html`
            <label>
              <input
                type="radio"
                name="conflict-${index}"
                .checked=${this.choices[index] === choice}
                @change=${() => this.dispatchEvent(new ChoiceEvent(index, choice))}
              />
              <strong>${LABELS[choice]}</strong>
              ${choice === 'both' ? nothing : html`<span class="words" lang=${this.language} dir="auto">${this.words(before, shown[choice])}</span>`}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  private words(before: string, now: string) {
    if (now === '') return html`<em>taken out</em>`;
    return piecesOf(wordsBetween(before, now));
  }

  private settled() {
    const theirs = this.parts.filter((part) => part.kind === 'settled' && part.by === 'theirs');
    if (theirs.length === 0) return nothing;
    return html`
      <details>
        <summary>What they changed elsewhere: ${counted(theirs.length, 'place')}</summary>
        <div class="settled">
          ${theirs.map((part) =>
            part.kind === 'settled'
              ? html`<p class="words" lang=${this.language} dir="auto">${part.blocks.length === 0 ? html`<em>Blocks taken out</em>` : textOf(part.blocks)}</p>`
              : nothing,
          )}
        </div>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-merge-view': CdMergeView;
  }
}
