/** How two texts beside each other look. */
import { css } from 'lit';

export const comparedStyles = css`
  :host {
    --sign: 2.25rem;
    --columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  :host([mode='inline']) {
    --columns: minmax(0, 42rem);
    --sign: 1.75rem;
  }
  .heads,
  .row {
    display: grid;
    grid-template-columns: var(--sign) var(--columns);
    column-gap: var(--space-m);
  }
  .heads {
    padding-block-end: var(--space-xs);
    border-block-end: 1px solid var(--rule-strong);
    color: var(--ink-soft);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .heads span:first-child {
    grid-column: 2;
  }
  .rows {
    font-family: var(--serif);
    font-size: 1.0625rem;
    line-height: 1.68;
    overflow-wrap: anywhere;
  }
  .row {
    position: relative;
    padding-block: var(--space-xs);
    border-block-end: 1px solid transparent;
    content-visibility: auto;
    scroll-margin-block: 8rem 3rem;
  }
  .row:not(.same) {
    background: linear-gradient(to right, var(--paper-sunk), transparent 24rem);
  }
  .row[role] {
    cursor: pointer;
  }
  .row[aria-current] {
    background: var(--accent-wash);
  }
  .row[aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 3px;
    background: var(--accent);
  }
  .row:focus {
    outline: none;
  }
  .row:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  .sign {
    padding-block-start: 0.2em;
    color: var(--ink-soft);
    font-family: var(--sans);
    text-align: center;
  }
  .glyph {
    font-size: 1.125rem;
    font-weight: 700;
    line-height: 1.5;
  }
  .changed .glyph {
    color: var(--accent);
  }
  .removed .glyph {
    color: var(--danger);
  }
  .added .glyph {
    color: var(--good);
  }
  .sign .words {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: calc(var(--sign) + var(--space-m));
    font-size: var(--text-xs);
    font-weight: 600;
  }
  .moved_away,
  .moved_here {
    padding-block-start: 1.25rem;
  }
  :host([mode='side']) .moved_here .words {
    inset-inline-start: calc(50% + var(--sign) / 2 + var(--space-m));
  }
  .cell {
    min-inline-size: 0;
    text-align: start;
    white-space: pre-line;
  }
  .cell.none {
    border-radius: var(--radius);
    background: repeating-linear-gradient(135deg, transparent 0 7px, var(--rule) 7px 8px);
    opacity: 0.55;
  }
  .moved_away .cell {
    color: var(--ink-soft);
  }
  .headline {
    font-size: 1.375rem;
    font-weight: 600;
    line-height: 1.35;
  }
  .heading {
    font-size: 1.125rem;
    font-weight: 600;
  }
  .byline,
  .dateline,
  .standfirst {
    color: var(--ink-soft);
  }
  .byline,
  .dateline {
    font-family: var(--sans);
    font-size: var(--text-s);
    line-height: 2;
  }
  .quote {
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--rule);
  }
  .caption {
    color: var(--ink-soft);
    font-style: italic;
  }
  /* Lines under words are the claims': here what is new is told by weight and ground. */
  .rows ins {
    text-decoration: none;
  }
  .rows ins,
  .rows del {
    border-radius: 2px;
    box-decoration-break: clone;
    padding-inline: 0.08em;
  }
  /* A whole block says by its sign what it is. */
  .added ins {
    font-weight: 400;
  }
  .removed del {
    background: none;
    text-decoration-thickness: 1px;
  }
  @media (forced-colors: active) {
    .rows ins {
      text-decoration: underline;
    }
    .row[aria-current] {
      outline: 2px solid Highlight;
    }
  }
  @media (max-width: 40rem) {
    :host([mode='inline']) {
      --sign: 1.25rem;
    }
    .heads,
    .row {
      column-gap: var(--space-s);
    }
  }
`;
