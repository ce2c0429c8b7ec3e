/** Many stories on their way in. */
import { css } from 'lit';

export const batchStyles = css`
  .page,
  .progress,
  .again,
  .files {
    display: grid;
    gap: var(--space-m);
    grid-template-columns: minmax(0, 1fr);
  }
  .page {
    gap: var(--space-l);
    max-inline-size: 60rem;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  progress {
    inline-size: 100%;
    accent-color: var(--accent);
  }
  .filter {
    display: flex;
    align-items: baseline;
    gap: var(--space-s);
  }
  .filter select {
    inline-size: auto;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-2xs) var(--space-m);
    padding-block: var(--space-s);
    border-block-start: 1px solid var(--rule);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3.5rem;
  }
  .path {
    overflow-wrap: anywhere;
  }
  .state {
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .refused .state {
    color: var(--danger);
    font-weight: 600;
  }
  .why {
    grid-column: 1 / -1;
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
`;
