import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TextChange } from '../../../server/contract/revisions.ts';
import { CHANGE_WORDS } from '../../controllers/changes/change-words.ts';
import { shared } from '../../styles/shared.ts';
import { elsewhereOf, pieceStyles, piecesOf } from '../pieces.ts';

/** What a newer text changed in a claim: in a word, then old and new words of its sentence. */
@customElement('cd-words-changed')
export class CdWordsChanged extends LitElement {
  static override styles = [
    ...shared,
    pieceStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2xs);
        font-size: var(--text-s);
      }
      .story-words {
        font-size: var(--text-m);
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Null until it is known. */
  @property({ attribute: false }) change: TextChange['change'] = null;

  protected override render() {
    if (this.change === null) return nothing;
    const { change, revision, from, to, pieces, elsewhere } = this.change;
    const isBeside = pieces.every(({ kind }) => kind === 'same');
    return html`
      <p><strong>${CHANGE_WORDS[change]}</strong>, with text ${revision}${to !== null && isBeside ? ': its sentence reads as before' : ''}.</p>
      ${
        to === null
          ? html`<p class="story-words" dir="auto">
              <del><span class="visually-hidden">[out: </span>${from}<span class="visually-hidden">]</span></del>
            </p>`
          : isBeside
            ? nothing
            : html`<p class="story-words" dir="auto">${piecesOf(pieces)}</p>`
      }
      ${elsewhereOf(elsewhere)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cd-words-changed': CdWordsChanged;
  }
}
