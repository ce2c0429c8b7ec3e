/** The colours of a kind, for whatever carries `.kind-…`, and its letter in a box. */
import { css } from 'lit';

export const kindStyles = css`
  .kind-casualty_count {
    --kind-line: var(--kind-casualty_count);
    --kind-ink: var(--kind-casualty_count-ink);
    --kind-wash: var(--kind-casualty_count-wash);
  }
  .kind-attribution {
    --kind-line: var(--kind-attribution);
    --kind-ink: var(--kind-attribution-ink);
    --kind-wash: var(--kind-attribution-wash);
  }
  .kind-source {
    --kind-line: var(--kind-source);
    --kind-ink: var(--kind-source-ink);
    --kind-wash: var(--kind-source-wash);
  }
  .kind-fact {
    --kind-line: var(--kind-fact);
    --kind-ink: var(--kind-fact-ink);
    --kind-wash: var(--kind-fact-wash);
  }
  .badge {
    display: inline-grid;
    place-content: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 1px solid var(--kind-line);
    border-radius: var(--radius);
    background: var(--kind-wash);
    color: var(--kind-ink);
    font-family: var(--sans);
    font-size: 0.6875rem;
    font-weight: 700;
    line-height: 1;
  }
`;
