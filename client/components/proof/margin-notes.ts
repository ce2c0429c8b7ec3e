import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { nameOf, type People } from '../../contexts/people.ts';
import type { Placed } from '../../controllers/proof/claim-store.ts';
import { layOut } from '../../controllers/proof/note-layout.ts';
import { companySign, hereWords, type Someone } from '../../controllers/proof/present.ts';
import {
  initials,
  KIND_LETTERS,
  KIND_WORDS,
  readingOf,
  STATUS_GLYPHS,
  shorten,
  statusWord,
} from '../../controllers/proof/readings.ts';
import { percent, type Suggested } from '../../controllers/proof/suggestions.ts';
import { base } from '../../styles/shared.ts';
import { ChooseEvent } from './events.ts';
import { kindStyles } from './kind-styles.ts';
import { placed } from './placed.ts';

/** Pixels, the same for all notes, so that they can be placed without measuring. 24 is WCAG's least target. */
const ROW = 27;

/**
 * Notes in the margin, level with the sentences of their claims.
 *
 * Only sentences with a known top are drawn: those near the screen.
 *
 * @fires choose - A note was pressed.
 */
@customElement('cd-margin-notes')
export class CdMarginNotes extends LitElement {
  static override styles = [
    base,
    kindStyles,
    css`
      :host {
        position: relative;
      }
      ul {
        position: absolute;
        inset-inline: 0;
        font-size: var(--text-xs);
        line-height: 1.2;
      }
      button {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0.4em;
        inline-size: 100%;
        block-size: ${ROW - 2}px;
        margin-block-end: 2px;
        padding: 0 0.4em 0 0.25em;
        border: 1px solid transparent;
        border-radius: var(--radius);
        background: none;
        color: var(--ink);
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        border-color: var(--rule-strong);
      }
      button[aria-current='true'] {
        background: var(--kind-wash);
        border-color: var(--kind-line);
      }
      .reading {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-variant-numeric: tabular-nums lining-nums;
      }
      .status {
        color: var(--ink-soft);
        white-space: nowrap;
      }
      .who {
        min-inline-size: 1.6em;
        color: var(--ink-soft);
        font-size: 0.6875rem;
        text-align: end;
      }
      /* Lies over the corner of the note, so that nothing makes room for it, and not over how the claim stands. */
      li {
        position: relative;
      }
      .here {
        position: absolute;
        inset-block-start: -4px;
        inset-inline-end: -4px;
        max-inline-size: 2.75rem;
        overflow: hidden;
        padding: 1px 3px;
        border-radius: 0.5rem;
        background: var(--accent);
        color: var(--accent-ink);
        font-size: 0.5625rem;
        font-weight: 700;
        line-height: 1;
        pointer-events: none;
      }
      .failed {
        color: var(--danger);
        font-weight: 600;
      }
      .suggestion {
        border: 1px dashed var(--kind-line);
      }
      .suggestion .badge {
        border-style: dashed;
        background: none;
      }
      .more {
        display: block;
        color: var(--accent);
      }
      @media (forced-colors: active) {
        button {
          border-color: Canvas;
        }
        button[aria-current='true'] {
          border-color: Highlight;
          outline: 1px solid Highlight;
        }
      }
      /* Signs are drawn, not written: the words that are written are the ones to say to press the note. */
      [data-sign]::before {
        content: attr(data-sign);
      }
      :host([compact]) button {
        grid-template-columns: auto auto;
        justify-content: start;
        gap: 0.2em;
        padding-inline: 0.15em;
      }
      :host([compact]) :is(.reading, .word, .who) {
        display: none;
      }
      /* There is room for a dot alone; who it is stands in the inspector and at the story's head. */
      :host([compact]) .here {
        inline-size: 0.625rem;
        block-size: 0.625rem;
        padding: 0;
        border: 2px solid var(--paper);
        background: var(--accent);
      }
      :host([compact]) .here::before {
        content: none;
      }
      .here.writes::before {
        content: '✎' attr(data-sign);
      }
    `,
  ];

  /** What has a place in the text, by the sentence in which it begins. */
  @property({ attribute: false }) items: ReadonlyMap<number, readonly Placed[]> = new Map();
  /** Pixels from the top of the story, by sentence. */
  @property({ attribute: false }) tops: ReadonlyMap<number, number> = new Map();
  @property() chosenId: string | null = null;
  @property({ attribute: false }) people: People = new Map();
  /** The others on each claim now. */
  @property({ attribute: false }) here: ReadonlyMap<string, readonly Someone[]> = new Map();
  /** Letters and glyphs alone, for a narrow margin. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @state() private expanded: ReadonlySet<number> = new Set();

  protected override render() {
    const groups = [...this.tops].flatMap(([sentence, top]) => {
      const count = this.items.get(sentence)?.length ?? 0;
      return count === 0 ? [] : [{ sentence, top, count, expanded: this.isExpanded(sentence) }];
    });
    return repeat(
      layOut(groups, ROW),
      ({ sentence }) => sentence,
      ({ sentence, top, rows, more }) => {
        const items = this.items.get(sentence) ?? [];
        const current = items.some(({ id }) => id === this.chosenId) ? this.chosenId : null;
        return html`
          <ul role="list" ${placed({ 'inset-block-start': `${Math.round(top)}px` })}>
            ${guard([items, rows, more, current, this.people, this.here, this.compact], () => [
              ...items.slice(0, rows).map((item) => html`<li>${this.note(item)}</li>`),
              more > 0 ? html`<li>${this.count(sentence, rows, more)}</li>` : nothing,
            ])}
          </ul>
        `;
      },
    );
  }

  /** All notes of the chosen claim's sentence are shown: the chosen one has to be among them. */
  private isExpanded(sentence: number): boolean {
    if (this.expanded.has(sentence)) return true;
    return this.items.get(sentence)?.some(({ id }) => id === this.chosenId) === true;
  }

  private note(item: Placed) {
    if (isSuggested(item)) return this.suggestion(item);
    const current = item.id === this.chosenId;
    const { claim, pending } = item;
    const reading = claim === null ? shorten(pending?.span.quote ?? '') : readingOf(claim);
    const who = claim?.assigneeId == null ? null : nameOf(this.people, claim.assigneeId);
    const failed = pending?.state === 'failed';
    const waits = pending?.state === 'kept' || (claim !== null && item.unsaved === true);
    const word = failed
      ? 'not saved'
      : waits
        ? 'not saved yet'
        : claim === null
          ? 'saving'
          : statusWord(claim);
    const here = this.here.get(item.id) ?? [];
    const company = here.map((someone) => `, ${hereWords(someone)}`).join('');
    const glyph = failed ? '!' : waits ? '↥' : STATUS_GLYPHS[item.status];
    return html`
      <button
        type="button"
        class="kind-${item.kind}"
        tabindex=${current ? 0 : -1}
        aria-current=${current ? 'true' : 'false'}
        aria-label="${KIND_WORDS[item.kind]}: ${reading}, ${word}${who === null ? '' : `, assigned to ${who}`}${company}"
        title="${KIND_WORDS[item.kind]}: ${reading}, ${word}"
        @click=${() => this.dispatchEvent(new ChooseEvent(item.id, true))}
      >
        <span class="badge" data-sign=${KIND_LETTERS[item.kind]}></span>
        <span class="reading" dir="auto">${reading}</span>
        <span class="status ${failed ? 'failed' : ''}" data-sign=${glyph}> <span class="word">${word}</span></span>
        <span class="who" data-sign=${who === null ? '' : initials(who)}></span>
        ${
          here.length === 0
            ? nothing
            : html`<span class="here ${here.some(({ at }) => at.doing !== 'reading') ? 'writes' : ''}" data-sign=${companySign(here)}></span>`
        }
      </button>
    `;
  }

  /** Its border is dashed as its line in the story is, and it says so in words. */
  private suggestion(item: Suggested) {
    const { suggestion, claim } = item;
    const current = item.id === this.chosenId;
    const reading = readingOf(claim);
    const sure = percent(suggestion.confidence);
    return html`
      <button
        type="button"
        class="suggestion kind-${item.kind}"
        tabindex=${current ? 0 : -1}
        aria-current=${current ? 'true' : 'false'}
        aria-label="Suggested ${KIND_WORDS[item.kind].toLowerCase()}: ${reading}, ${sure} sure, ${suggestion.why}"
        title="Suggested: ${suggestion.why}, ${sure} sure"
        @click=${() => this.dispatchEvent(new ChooseEvent(item.id, true))}
      >
        <span class="badge" data-sign=${KIND_LETTERS[item.kind]}></span>
        <span class="reading" dir="auto">${reading}</span>
        <span class="status" data-sign="?"> <span class="word">${sure}</span></span>
        <span class="who"></span>
      </button>
    `;
  }

  private count(sentence: number, rows: number, more: number) {
    const words = rows === 0 ? `${more} claims` : `${more} more`;
    return html`
      <button
        type="button"
        class="more"
        aria-expanded="false"
        aria-label="Show ${words} of this sentence"
        @click=${() => {
          this.expanded = new Set([...this.expanded, sentence]);
        }}
      >
        ${this.compact ? `+${more}` : words}
      </button>
    `;
  }
}

const isSuggested = (item: Placed): item is Suggested => 'suggestion' in item;

declare global {
  interface HTMLElementTagNameMap {
    'cd-margin-notes': CdMarginNotes;
  }
}
