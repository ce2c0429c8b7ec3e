/** The row of filters over a list, and the line that says how much of the list is here. */
import { css } from 'lit';

export const filterStyles = css`
  /* Stays at the top while the list goes by under it. */
  .listed {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    min-block-size: 2.25rem;
    padding-block: var(--space-xs);
    border-block-end: 1px solid var(--rule-strong);
    background: var(--paper);
    color: var(--ink-soft);
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums lining-nums;
  }
  /* What has the focus is not under that line. */
  cd-claim-row,
  cd-story-row {
    scroll-margin-block: 2.75rem 1rem;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-m);
  }
  .filters .field {
    flex: 0 1 10rem;
  }
  .filters .grow {
    flex: 1 1 18rem;
  }
  @media (max-width: 40rem) {
    .filters .field {
      flex: 1 1 9rem;
    }
    .filters .grow {
      flex-basis: 100%;
    }
  }
`;
