/** Styles that every page and component shares. Adopted style sheets, so the strict policy needs no exception. */
import { css } from 'lit';

/** Boxes, headings, focus, links, what is hidden from sight alone. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
  }
  ul[role='list'],
  ol[role='list'] {
    list-style: none;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  h1 {
    font-family: var(--serif);
    font-size: var(--text-xl);
    font-weight: 600;
    line-height: 1.2;
    text-wrap: balance;
  }
  h2 {
    font-family: var(--serif);
    font-size: var(--text-l);
    font-weight: 600;
    line-height: 1.25;
  }
  h3 {
    font-size: var(--text-m);
    font-weight: 600;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
    border-radius: var(--radius);
  }
  h1:focus-visible,
  h1:focus {
    outline: none;
  }
  .visually-hidden:not(:focus):not(:active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--text-s);
  }
  .numeral {
    font-variant-numeric: tabular-nums lining-nums;
  }
  .story-words {
    font-family: var(--serif);
    text-align: start;
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.5em;
    padding: 0 0.35em;
    border: 1px solid var(--rule-strong);
    border-block-end-width: 2px;
    border-radius: var(--radius);
    background: var(--paper-raised);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-s);
    text-align: center;
    white-space: nowrap;
  }
`;

/** `button`, with `.primary`, `.quiet`, `.danger`, `.icon`; a link that acts like one takes `.button`. */
export const buttons = css`
  button,
  .button,
  summary.button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-xs);
    min-block-size: var(--target);
    padding: 0 var(--space-m);
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--paper-raised);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-s);
    font-weight: 500;
    line-height: 1.2;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition: background var(--quick);
  }
  button:hover,
  .button:hover {
    background: var(--paper-sunk);
  }
  button.primary,
  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  button.primary:hover,
  .button.primary:hover {
    background: color-mix(in oklab, var(--accent) 86%, var(--ink));
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--accent);
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--accent-wash);
  }
  button.danger {
    border-color: var(--danger);
    color: var(--danger);
    background: transparent;
  }
  button.danger:hover {
    background: var(--danger-wash);
  }
  button.icon {
    inline-size: var(--target);
    padding: 0;
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-wash);
    color: var(--accent);
  }
  button:disabled,
  button[aria-disabled='true'] {
    border-style: dashed;
    color: var(--ink-soft);
    background: transparent;
    cursor: not-allowed;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-s);
  }
`;

/** A `.field` holds label, control, `.hint` and `.wrong` (the problem's words, tied by aria-describedby). */
export const fields = css`
  .form {
    display: grid;
    gap: var(--space-l);
    justify-items: stretch;
  }
  .field {
    display: grid;
    align-content: start;
    gap: var(--space-xs);
    min-inline-size: 0;
  }
  label,
  legend,
  .label {
    font-size: var(--text-s);
    font-weight: 600;
  }
  legend {
    padding: 0;
    margin-block-end: var(--space-xs);
  }
  .hint {
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
  .wrong {
    color: var(--danger);
    font-size: var(--text-s);
    font-weight: 500;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--target);
    padding: var(--space-xs) var(--space-s);
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--paper-raised);
    color: var(--ink);
    font: inherit;
    font-weight: 400;
    font-size: var(--text-m);
  }
  select {
    padding-inline-end: var(--space-xs);
  }
  textarea {
    resize: vertical;
    line-height: 1.45;
  }
  input[type='number'] {
    font-variant-numeric: tabular-nums;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
    box-shadow: inset 0 0 0 1px var(--danger);
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--accent);
    flex: none;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: var(--space-s);
    min-block-size: var(--target);
    font-size: var(--text-s);
    font-weight: 500;
  }
`;

/** Dense tables with hairlines. Put a wide one in `.scroller` (focusable, named). */
export const tables = css`
  .scroller {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums lining-nums;
  }
  caption {
    text-align: start;
    color: var(--ink-soft);
    padding-block-end: var(--space-xs);
  }
  th,
  td {
    padding: var(--space-s) var(--space-m);
    border-block-end: 1px solid var(--rule);
    text-align: start;
    vertical-align: baseline;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    border-block-end-color: var(--rule-strong);
    color: var(--ink-soft);
    font-weight: 600;
    font-size: var(--text-xs);
    white-space: nowrap;
  }
  tbody th {
    font-weight: 500;
  }
  .number {
    text-align: end;
  }
`;

/** The frame of a page: `.page`, `.page-head` with h1 and actions, `.notice`, `.empty`. */
export const layout = css`
  .page {
    display: grid;
    gap: var(--space-xl);
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: 76rem;
    margin-inline: auto;
    padding: var(--space-xl) clamp(var(--space-l), 4vw, var(--space-2xl)) var(--space-2xl);
  }
  .page.narrow {
    max-inline-size: 30rem;
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--space-m) var(--space-l);
  }
  .panel {
    padding: var(--space-l);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper-raised);
  }
  .notice {
    padding: var(--space-s) var(--space-m);
    border-inline-start: 3px solid var(--accent);
    background: var(--accent-wash);
  }
  .notice.wrong {
    border-color: var(--danger);
    background: var(--danger-wash);
    color: var(--ink);
    font-weight: 400;
  }
  .empty {
    padding: var(--space-2xl) var(--space-l);
    border-block: 1px solid var(--rule);
    text-align: center;
    display: grid;
    gap: var(--space-m);
    justify-items: center;
  }
`;

/** Everything above, in the order in which it has to stand. */
export const shared = [base, buttons, fields, tables, layout];
