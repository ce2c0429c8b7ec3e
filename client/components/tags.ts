/** Small marks: a claim's kind and status, a source that is kept. A colour or a line style, and always the word. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ClaimKind, ClaimStatus } from '../../server/contract/claims.ts';
import { KIND_WORDS, STATUS_WORDS } from '../words.ts';

export const kindTag = (kind: ClaimKind): TemplateResult =>
  html`<span class="kind ${kind}">${KIND_WORDS[kind]}</span>`;

export const statusTag = (status: ClaimStatus): TemplateResult =>
  html`<span class="status ${status}">${STATUS_WORDS[status]}</span>`;

/** Beside the printed description of a source whose name only some may know. */
export const confidentialTag = (
  source: { readonly confidential: boolean } | null,
): TemplateResult | typeof nothing =>
  source?.confidential === true ? html`<span class="confidential">confidential</span>` : nothing;

export const tagStyles = css`
  .confidential {
    padding: 0 0.45em;
    border: 1px dashed var(--warn);
    border-radius: var(--radius);
    color: var(--warn);
    font-family: var(--sans);
    font-size: var(--text-xs);
    font-weight: 600;
    line-height: 1.6;
    white-space: nowrap;
  }
  .kind {
    padding: 0 0.45em;
    border-radius: var(--radius);
    font-size: var(--text-xs);
    font-weight: 600;
    line-height: 1.6;
    white-space: nowrap;
  }
  .kind.casualty_count {
    background: var(--kind-casualty_count-wash);
    color: var(--kind-casualty_count-ink);
  }
  .kind.attribution {
    background: var(--kind-attribution-wash);
    color: var(--kind-attribution-ink);
  }
  .kind.source {
    background: var(--kind-source-wash);
    color: var(--kind-source-ink);
  }
  .kind.fact {
    background: var(--kind-fact-wash);
    color: var(--kind-fact-ink);
  }
  .status {
    font-size: var(--text-xs);
    font-weight: 600;
    white-space: nowrap;
    text-decoration: underline 1.5px;
    text-underline-offset: 0.25em;
  }
  .status.unchecked {
    text-decoration-style: var(--status-unchecked-line);
    color: var(--ink-soft);
  }
  .status.checking {
    text-decoration-style: var(--status-checking-line);
    color: var(--warn);
  }
  .status.checked {
    text-decoration-style: var(--status-checked-line);
    color: var(--accent);
  }
  .status.passed {
    text-decoration-style: var(--status-passed-line);
    color: var(--good);
  }
  .status.returned {
    text-decoration-style: var(--status-returned-line);
    color: var(--danger);
  }
  .status.expired {
    text-decoration-style: var(--status-expired-line);
    color: var(--danger);
  }
  .status.orphaned {
    text-decoration-style: var(--status-orphaned-line);
    color: var(--danger);
  }
  .status.withdrawn {
    text-decoration-style: var(--status-withdrawn-line);
    color: var(--ink-soft);
  }
`;
