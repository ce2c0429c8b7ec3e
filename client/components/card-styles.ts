/** A claim as a card before whoever decides on it: tags above, its sentence, what it rests on. */
import { css } from 'lit';

export const cardStyles = css`
  :host {
    display: grid;
    gap: var(--space-s);
    padding: var(--space-m);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper-raised);
    overflow-wrap: anywhere;
  }
  :host(:focus-within) {
    border-color: var(--accent);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-2xs) var(--space-m);
    font-size: var(--text-s);
  }
  .sentence {
    max-inline-size: 46rem;
    font-family: var(--serif);
    font-size: 1.0625rem;
    line-height: 1.5;
    max-block-size: 14em;
    overflow: auto;
  }
  mark {
    color: var(--ink);
  }
  ul {
    display: grid;
    gap: var(--space-xs);
  }
  q {
    font-family: var(--serif);
  }
  q.bare {
    quotes: none;
  }
  .warning {
    color: var(--danger);
    font-weight: 600;
  }
`;
