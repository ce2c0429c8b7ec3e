import { css, html, type TemplateResult } from 'lit';

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

/** The styles of what `piecesOf` draws. Never colour alone: a line through, a line below. */
export const pieceStyles = css`
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
