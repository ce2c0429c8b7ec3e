/** How the inspector looks, beside the story and as a sheet below it. */
import { css } from 'lit';

export const inspectorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--paper-raised);
  }
  header,
  [role='tablist'] {
    flex: none;
  }
  .here {
    min-block-size: 1.25rem;
    color: var(--accent);
    font-size: var(--text-s);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .returned {
    color: var(--danger);
    font-size: var(--text-s);
    font-weight: 600;
  }
  header {
    display: grid;
    gap: var(--space-xs);
    padding: var(--space-s) var(--space-m);
    border-block-start: 3px solid var(--kind-line);
  }
  .line {
    display: flex;
    align-items: center;
    gap: var(--space-s);
    font-size: var(--text-s);
  }
  .line select {
    min-block-size: 1.75rem;
    max-inline-size: 12rem;
    border: 1px solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--paper-raised);
    color: var(--ink);
    font: inherit;
  }
  #kind {
    color: var(--kind-ink);
    font-weight: 600;
  }
  .line label {
    white-space: nowrap;
  }
  .line button {
    min-block-size: 1.75rem;
    margin-inline-start: auto;
    padding-inline: var(--space-xs);
  }
  .status {
    color: var(--ink-soft);
  }
  .text-change {
    display: grid;
    gap: var(--space-xs);
    justify-items: start;
    padding: var(--space-xs) var(--space-s);
    border-inline-start: 3px dashed var(--danger);
    background: var(--danger-wash);
    font-size: var(--text-s);
  }
  .close {
    flex: none;
  }
  :host(:not([sheet])) .close {
    display: none;
  }
  blockquote {
    margin: 0;
    max-block-size: 5.4em;
    overflow: auto;
    font-size: 1.0625rem;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .reading {
    color: var(--kind-ink);
    font-size: var(--text-s);
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
  }
  [role='tablist'] {
    display: flex;
    border-block-end: 1px solid var(--rule-strong);
    padding-inline: var(--space-s);
    overflow-x: auto;
  }
  [role='tab'] {
    gap: 0.25em;
    padding-inline: var(--space-s);
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
    background: none;
  }
  [role='tab'][aria-selected='true'] {
    border-block-end-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='false'] {
      border-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
  [role='tab']:focus-visible {
    outline-offset: -3px;
  }
  .count {
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .dot {
    color: var(--warn);
    font-size: 0.625rem;
  }
  .panel-body > p {
    padding-block-end: var(--space-m);
  }
  .panel-body > .actions {
    margin-block: var(--space-m);
  }
  .panel-body {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: auto;
    padding: var(--space-m) var(--space-m) 0;
    overscroll-behavior: contain;
    /* What gets the focus must not lie behind Save, which sticks to the end. */
    scroll-padding-block-end: 4rem;
  }
  /* A field that is typed in is held in its place by the page: one of the two at a time. */
  .panel-body:focus-within {
    overflow-anchor: none;
  }
`;
