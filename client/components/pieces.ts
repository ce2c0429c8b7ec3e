import { css, html, nothing, type TemplateResult } from 'lit';
import type { Elsewhere } from '../../server/contract/revisions.ts';

interface ShownPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * Old and new wording in one line of text: what is taken out is struck through, what is put in underlined, and both are
 * named for whoever hears the page.
 */
export const piecesOf = (pieces: readonly ShownPiece[]): TemplateResult =>
  html`${pieces.map(({ kind, text }) => {
    if (kind === 'removed')
      return html`<del><span class="visually-hidden">[out: </span>${text}<span class="visually-hidden">]</span></del>`;
    if (kind === 'added')
      return html`<ins><span class="visually-hidden">[in: </span>${text}<span class="visually-hidden">]</span></ins>`;
    return text;
  })}`;

/** The sentence elsewhere that changed what a claim means, old and new; nothing for none. */
export const elsewhereOf = (elsewhere: Elsewhere | null): TemplateResult | typeof nothing =>
  elsewhere === null
    ? nothing
    : html`<p class="elsewhere">In another sentence: <q dir="auto">${piecesOf(elsewhere.pieces)}</q></p>`;

/** The styles of what `piecesOf` draws. Never colour alone: a line through, a line below. */
export const pieceStyles = css`
  .elsewhere {
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  del {
    background: var(--danger-wash);
    color: var(--danger);
    text-decoration: line-through;
    text-decoration-thickness: 1.5px;
  }
  ins {
    background: var(--good-wash);
    color: var(--good);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 1.5px;
    text-underline-offset: 0.18em;
  }
  /* Words that took the place of others follow them without a space. */
  del + ins {
    margin-inline-start: 0.2em;
  }
`;
